/** What a brand is called and how it looks: one that is there, or one to be made. */
import { CreateBrandInput, type StaffBrand, UpdateBrandInput } from "@souk/client/contracts/brands";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { AreaField, Form, TextField } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { OnePicture } from "../ui/one-picture.tsx";
import { readSeo, SeoFields } from "../ui/seo-fields.tsx";

interface BrandFormProps {
  /** Absent for one that is new. */
  readonly brand?: StaffBrand;
  readonly onSaved: (brand: StaffBrand) => Promise<void>;
}

export function BrandForm({ brand, onSaved }: BrandFormProps): ReactNode {
  const souk = useSouk();
  const [logo, setLogo] = useState(brand?.logo_url ?? null);
  const read = (form: FormData) => {
    const slug = typed(form, "slug");
    return {
      name: typed(form, "name") ?? "",
      ...(slug === undefined ? {} : { slug }),
      description: typed(form, "description") ?? "",
      logo_url: logo,
      seo: readSeo(form),
    };
  };
  const submission = useSubmission({
    contract: CreateBrandInput,
    read,
    send: async (input) =>
      onSaved(
        await (brand === undefined
          ? souk.products.staff.brands.create.mutate(input)
          : souk.products.staff.brands.update.mutate(
              UpdateBrandInput.parse({ ...input, id: brand.id }),
            )),
      ),
  });
  return (
    <Form submission={submission} label="Brand" className="grid gap-4">
      <TextField
        name="name"
        label="Name"
        required
        maxLength={120}
        hint={brand ? "Its products bear a new name, too." : "As shoppers read it."}
        defaultValue={brand?.name}
      />
      <TextField
        name="slug"
        label="Slug"
        maxLength={200}
        defaultValue={brand?.slug}
        hint={brand ? "The old one leads to a new one." : "Left empty, it is made of the name."}
      />
      <AreaField
        name="description"
        label="Description"
        maxLength={2000}
        defaultValue={brand?.description}
      />
      <OnePicture name="logo_url" label="Logo" url={logo} onChange={setLogo} />
      <SeoFields seo={brand?.seo} />
      <div className="flex justify-end">
        <CompactButton type="submit" look="primary" pending={submission.pending}>
          {brand ? "Save the brand" : "Make the brand"}
        </CompactButton>
      </div>
    </Form>
  );
}
