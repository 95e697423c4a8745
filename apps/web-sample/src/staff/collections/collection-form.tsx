/** What a collection is called, how it is sorted, and by which rules it is filled. */
import {
  CollectionSort,
  type StaffCollection,
  UpdateCollectionInput,
} from "@souk/client/contracts/collections";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useState } from "react";
import { AreaField, CheckField, Form, SelectField, TextField } from "../../ui/form.tsx";
import { typed, useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { OnePicture } from "../ui/one-picture.tsx";
import { Panel } from "../ui/panel.tsx";
import { readSeo, SeoFields } from "../ui/seo-fields.tsx";
import { Writable } from "../ui/writable.tsx";
import { type RuleDraft, ruleDraftOf, ruleOf } from "./rule-draft.ts";
import { RulesPanel } from "./rules-panel.tsx";
import { useRuleWords } from "./use-rule-words.ts";

interface CollectionFormProps {
  readonly collection: StaffCollection;
  readonly currency: string;
  readonly onSaved: (collection: StaffCollection) => Promise<void>;
}

export const sortWords: Readonly<Record<CollectionSort, string>> = {
  manual: "As they were put in order",
  newest: "Newest first",
  price_asc: "Cheapest first",
  price_desc: "Dearest first",
  title: "By title",
  rating: "Best rated first",
};

/** The server's own contract; a rule that is not whole is told in people's words. */
const contract = {
  safeParse(value: unknown) {
    const judged = UpdateCollectionInput.safeParse(value);
    if (judged.success) return judged;
    const issues = judged.error.issues.map(({ path, message }) => {
      const [field, place] = path;
      return field === "rules" && place !== undefined
        ? { path: [field, place], message: "Say what it is compared with." }
        : { path, message };
    });
    return { success: false as const, error: { issues } };
  },
};

export function CollectionForm({ collection, currency, onSaved }: CollectionFormProps): ReactNode {
  const souk = useSouk();
  const { attributes } = useRuleWords();
  const byRules = collection.kind === "rules";
  const [url, setUrl] = useState(collection.picture?.url ?? null);
  const [matchAll, setMatchAll] = useState(collection.match_all);
  const [rules, setRules] = useState<readonly RuleDraft[]>(() =>
    collection.rules.map((rule) => ruleDraftOf(rule, currency)),
  );
  const submission = useSubmission({
    contract,
    read: (form) => {
      const slug = typed(form, "slug");
      return {
        id: collection.id,
        name: typed(form, "name") ?? "",
        ...(slug === undefined ? {} : { slug }),
        description: typed(form, "description") ?? "",
        sort: form.get("sort"),
        is_published: form.get("is_published") !== null,
        position: Number(typed(form, "position") ?? 0),
        picture: url === null ? null : { url, alt: typed(form, "picture_alt") ?? "" },
        seo: readSeo(form),
        ...(byRules
          ? { match_all: matchAll, rules: rules.map((rule) => ruleOf(rule, currency, attributes)) }
          : {}),
      };
    },
    send: async (input) => onSaved(await souk.products.collections.update.mutate(input)),
  });
  return (
    <Form submission={submission} label="Collection" className="grid gap-6">
      <Writable by="products:write">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title="What it is">
            <div className="grid gap-4">
              <TextField
                name="name"
                label="Name"
                required
                maxLength={120}
                defaultValue={collection.name}
              />
              <TextField
                name="slug"
                label="Slug"
                maxLength={100}
                defaultValue={collection.slug}
                hint="The old one leads to a new one."
              />
              <AreaField
                name="description"
                label="Description"
                maxLength={2000}
                defaultValue={collection.description}
              />
              <CheckField
                name="is_published"
                label="Shoppers see it"
                defaultChecked={collection.is_published}
              />
            </div>
          </Panel>
          <Panel title="How it is shown">
            <div className="grid gap-4">
              <SelectField
                name="sort"
                label="Order of its products"
                required
                defaultValue={collection.sort}
              >
                {CollectionSort.options
                  .filter((sort) => sort !== "manual" || !byRules)
                  .map((sort) => (
                    <option key={sort} value={sort}>
                      {sortWords[sort]}
                    </option>
                  ))}
              </SelectField>
              <TextField
                name="position"
                label="Place among the collections"
                inputMode="numeric"
                required
                defaultValue={String(collection.position)}
              />
              <OnePicture name="picture" label="Picture" url={url} onChange={setUrl} />
              {url !== null && (
                <TextField
                  name="picture_alt"
                  label="Description of the picture"
                  maxLength={1000}
                  defaultValue={collection.picture?.alt ?? ""}
                />
              )}
              <SeoFields seo={collection.seo} />
            </div>
          </Panel>
        </div>
        {byRules && (
          <RulesPanel
            {...{ rules, matchAll, currency }}
            onRules={setRules}
            onMatchAll={setMatchAll}
          />
        )}
        <div className="flex justify-end">
          <CompactButton type="submit" look="primary" pending={submission.pending}>
            Save the collection
          </CompactButton>
        </div>
      </Writable>
    </Form>
  );
}
