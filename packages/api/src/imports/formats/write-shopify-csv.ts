/**
 * The catalogue as a Shopify product file: a row a variant, further pictures in rows of their own. What
 * the format has no place for stays behind: categories, the moment of publishing, other currencies.
 */
import { stringify } from "csv-stringify/sync";
import { formatAmount } from "../../kernel/money.ts";
import type { ProductDraft } from "../../products/service/index.ts";
import { type Field, headerOf } from "./columns.ts";
import { guardedCell } from "./formula-cells.ts";

const FIELDS: readonly Field[] = [
  ...(["handle", "title", "description", "vendor", "type", "tags", "published"] as const),
  ...(["option1Name", "option1Value", "option2Name", "option2Value"] as const),
  ...(["option3Name", "option3Value", "sku", "grams", "tracker", "quantity", "policy"] as const),
  ...(["price", "compareAt", "requiresShipping", "taxable", "barcode"] as const),
  ...(["imageUrl", "imagePosition", "imageAlt", "seoTitle", "seoDescription"] as const),
  ...(["variantImage", "status"] as const),
];

type Cells = Partial<Record<Field, string>>;

export const shopifyCsvHead = (): string => stringify([FIELDS.map(headerOf)]);

export function shopifyCsvOf(drafts: readonly ProductDraft[], currency: string): string {
  const rows = drafts.flatMap((draft) => rowsOf(draft, currency));
  return stringify(rows.map((row) => FIELDS.map((field) => guardedCell(row[field] ?? ""))));
}

function rowsOf(draft: ProductDraft, currency: string): Cells[] {
  const { slug: handle, pictures = [], variants } = draft;
  const count = Math.max(variants.length, pictures.length);
  return Array.from({ length: count }, (_, i) => ({
    handle,
    ...(i === 0 ? productCells(draft) : {}),
    ...variantCells(draft, i, currency),
    ...pictureCells(draft, i),
  }));
}

function productCells(draft: ProductDraft): Cells {
  const { options = [], seo, status = "active" } = draft;
  const [first, second, third] = options;
  return {
    title: draft.title,
    description: draft.descriptionHtml ?? "",
    vendor: draft.vendor ?? "",
    type: draft.productType ?? "",
    tags: (draft.tags ?? []).join(", "),
    published: String(status === "active"),
    status,
    option1Name: first?.name ?? "Title",
    option2Name: second?.name ?? "",
    option3Name: third?.name ?? "",
    seoTitle: seo?.title ?? "",
    seoDescription: seo?.description ?? "",
  };
}

function variantCells(
  { options = [], pictures = [], variants }: ProductDraft,
  i: number,
  currency: string,
): Cells {
  const variant = variants[i];
  if (variant === undefined) return {};
  const [first, second, third] = variant.values ?? [];
  const tracked = variant.tracksInventory ?? true;
  return {
    option1Value: options.length === 0 ? "Default Title" : (first ?? ""),
    option2Value: second ?? "",
    option3Value: third ?? "",
    sku: variant.sku ?? "",
    grams: String(variant.weightGrams ?? 0),
    tracker: tracked ? "shopify" : "",
    quantity: tracked && variant.onHand !== undefined ? String(variant.onHand) : "",
    policy: (variant.backorderLimit ?? 0) > 0 ? "continue" : "deny",
    price: formatAmount(variant.price, currency),
    compareAt: variant.compareAt == null ? "" : formatAmount(variant.compareAt, currency),
    requiresShipping: String(variant.requiresShipping ?? true),
    taxable: String(variant.taxable ?? true),
    barcode: variant.barcode ?? "",
    variantImage: variant.picture == null ? "" : (pictures[variant.picture]?.url ?? ""),
  };
}

function pictureCells({ pictures = [] }: ProductDraft, i: number): Cells {
  const picture = pictures[i];
  if (picture === undefined) return {};
  return { imageUrl: picture.url ?? "", imagePosition: String(i + 1), imageAlt: picture.alt ?? "" };
}
