/** What each part of the product's form is given: the draft, and a way to change it. */
import type { ProductDraft } from "./draft.ts";

export type ChangeDraft = (
  patch: Partial<ProductDraft> | ((draft: ProductDraft) => Partial<ProductDraft>),
) => void;

export interface SectionProps {
  readonly draft: ProductDraft;
  readonly change: ChangeDraft;
}
