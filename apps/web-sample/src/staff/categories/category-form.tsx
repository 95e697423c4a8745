/** What a category is called and what is said of it: one that is there, or one to be made. */
import {
  CreateCategoryInput,
  type StaffCategory,
  UpdateCategoryInput,
} from "@souk/client/contracts/categories";
import { useSouk } from "@souk/client/react";
import type { ReactNode } from "react";
import { AreaField, Form, TextField } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { readSeo, SeoFields } from "../ui/seo-fields.tsx";
import { Writable } from "../ui/writable.tsx";

interface FieldsProps {
  readonly category: StaffCategory | undefined;
}

function Fields({ category }: FieldsProps): ReactNode {
  return (
    <>
      <TextField name="name" label="Name" required maxLength={120} defaultValue={category?.name} />
      <TextField
        name="slug"
        label="Slug"
        maxLength={100}
        defaultValue={category?.slug}
        hint={
          category
            ? `Its address is /c/${category.slug}. The old one leads to a new one.`
            : "Left empty, it is made of the name."
        }
      />
      <AreaField
        name="description"
        label="Description"
        maxLength={2000}
        defaultValue={category?.description}
      />
      <SeoFields seo={category?.seo} />
    </>
  );
}

const readFields = (form: FormData) => {
  const slug = typed(form, "slug");
  return {
    name: typed(form, "name") ?? "",
    ...(slug === undefined ? {} : { slug }),
    description: typed(form, "description") ?? "",
    seo: readSeo(form),
  };
};

interface EditFormProps {
  readonly category: StaffCategory;
  readonly onSaved: (category: StaffCategory) => Promise<void>;
}

export function EditCategoryForm({ category, onSaved }: EditFormProps): ReactNode {
  const souk = useSouk();
  const submission = useSubmission({
    contract: UpdateCategoryInput,
    read: (form) => ({ id: category.id, ...readFields(form) }),
    send: async (input) => onSaved(await souk.products.tree.update.mutate(input)),
  });
  return (
    <Form submission={submission} label="Category" className="grid gap-4">
      <Writable by="products:write">
        <Fields category={category} />
        <div className="flex justify-end">
          <CompactButton type="submit" look="primary" pending={submission.pending}>
            Save the category
          </CompactButton>
        </div>
      </Writable>
    </Form>
  );
}

interface NewFormProps {
  readonly parentId: string | null;
  readonly onSaved: (category: StaffCategory) => Promise<void>;
  readonly onCancel: () => void;
}

export function NewCategoryForm({ parentId, onSaved, onCancel }: NewFormProps): ReactNode {
  const souk = useSouk();
  const submission = useSubmission({
    contract: CreateCategoryInput,
    read: (form) => ({ parent_id: parentId, ...readFields(form) }),
    send: async (input) => onSaved(await souk.products.tree.create.mutate(input)),
  });
  return (
    <Form submission={submission} label="New category" className="grid gap-4">
      <Fields category={undefined} />
      <div className="flex justify-end gap-2">
        <CompactButton onClick={onCancel}>Cancel</CompactButton>
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          Make the category
        </CompactButton>
      </div>
    </Form>
  );
}
