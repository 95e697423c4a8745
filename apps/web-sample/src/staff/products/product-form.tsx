/** The whole product as one form: typed here, judged by its contract, saved in one piece. */
import { errorReason } from "@souk/client";
import type { CreateProductInput, StaffProduct } from "@souk/client/contracts/product-admin";
import type { Attribute } from "@souk/client/contracts/product-types";
import { useSouk } from "@souk/client/react";
import { type ReactNode, useCallback, useState } from "react";
import { Form } from "../../ui/form.tsx";
import { useSubmission } from "../../ui/use-submission.ts";
import { CompactButton } from "../ui/compact-button.tsx";
import { UnsavedGuard } from "../ui/unsaved-guard.tsx";
import { Writable } from "../ui/writable.tsx";
import { AttributesSection } from "./attributes-section.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { draftOf, emptyDraft, type ProductDraft } from "./draft.ts";
import { FilingSection } from "./filing-section.tsx";
import { inputOf, productContract } from "./input.ts";
import { OptionsSection } from "./options-section.tsx";
import { PicturesSection } from "./pictures-section.tsx";
import { PublishingSection } from "./publishing-section.tsx";
import { RelationsSection } from "./relations-section.tsx";
import type { ChangeDraft } from "./section.ts";
import { SeoSection } from "./seo-section.tsx";
import { TextsSection } from "./texts-section.tsx";
import { useAttributesOf } from "./use-catalogue.ts";
import { VariantsSection } from "./variants-section.tsx";

/** Without values of attributes that products of its type do not have. */
function ofItsType(draft: ProductDraft, attributes: readonly Attribute[] | null): ProductDraft {
  if (attributes === null) return draft;
  const codes = new Set(attributes.map(({ code }) => code));
  const kept = Object.entries(draft.attributes).filter(([code]) => codes.has(code));
  return { ...draft, attributes: Object.fromEntries(kept) };
}

interface ProductFormProps {
  /** Absent for one that is new. */
  readonly stored?: StaffProduct;
  readonly currency: string;
  readonly others: readonly string[];
  readonly onSaved: (product: StaffProduct) => Promise<void>;
}

export function ProductForm({ stored, currency, others, onSaved }: ProductFormProps): ReactNode {
  const souk = useSouk();
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(() => (stored ? draftOf(stored, currency) : emptyDraft()));
  const [saved, setSaved] = useState(draft);
  const attributes = useAttributesOf(draft.productType);
  const [conflict, setConflict] = useState<CreateProductInput | null>(null);
  const change: ChangeDraft = useCallback((patch) => {
    setDraft((now) => ({ ...now, ...(typeof patch === "function" ? patch(now) : patch) }));
  }, []);

  const begin = (product: StaffProduct): void => {
    const next = draftOf(product, currency);
    setBase(product);
    setDraft(next);
    setSaved(next);
  };
  const write = async (input: CreateProductInput, version?: string): Promise<void> => {
    const product =
      base === undefined
        ? await souk.products.staff.create.mutate(input)
        : await souk.products.staff.update.mutate({
            ...input,
            id: base.id,
            version: version ?? base.version,
          });
    begin(product);
    await onSaved(product);
  };
  const submission = useSubmission({
    contract: productContract,
    read: () => inputOf(ofItsType(draft, attributes), currency, base),
    send: async (input) => {
      try {
        await write(input);
      } catch (error) {
        if (errorReason(error) !== "product_changed" || base === undefined) throw error;
        setConflict(input);
      }
    },
  });
  // What is saved just now may come back in the words of the server: only typing makes a difference.
  const dirty = draft !== saved;
  const section = { draft, change };

  return (
    <>
      <Form
        submission={submission}
        label="Product"
        className="grid min-w-0 gap-6 xl:grid-cols-[minmax(0,1fr)_21rem]"
      >
        <Writable by="products:write">
          <div className="grid min-w-0 content-start gap-6">
            <TextsSection
              {...section}
              storedSlug={base?.slug ?? null}
              formerSlugs={base?.former_slugs ?? []}
            />
            <PicturesSection {...section} />
          </div>
          <div className="grid min-w-0 content-start gap-6">
            <PublishingSection {...section} />
            <FilingSection {...section} />
          </div>
          <div className="grid min-w-0 gap-6 xl:col-span-2">
            <OptionsSection key={base?.version} {...section} />
            <VariantsSection {...section} currency={currency} others={others} />
            <AttributesSection {...section} />
          </div>
          <div className="grid min-w-0 items-start gap-6 lg:grid-cols-2 xl:col-span-2">
            <RelationsSection {...section} ownId={base?.id ?? null} />
            <SeoSection {...section} />
          </div>
          <div className="sticky bottom-0 z-20 -mx-4 flex items-center justify-between gap-3 border-t border-line bg-paper/95 px-4 py-3 backdrop-blur sm:-mx-6 sm:px-6 xl:col-span-2">
            <p role="status" className="text-sm text-ink-soft">
              {dirty ? "Not saved yet." : base ? "All is saved." : ""}
            </p>
            <CompactButton type="submit" look="primary" pending={submission.pending}>
              {base ? "Save" : "Make the product"}
            </CompactButton>
          </div>
        </Writable>
      </Form>
      <UnsavedGuard dirty={dirty && !submission.pending} />
      {base && (
        <ConflictDialog
          id={base.id}
          open={conflict !== null}
          onClose={() => setConflict(null)}
          onTakeTheirs={begin}
          onKeepMine={async (version) => {
            if (conflict !== null) await write(conflict, version);
          }}
        />
      )}
    </>
  );
}
