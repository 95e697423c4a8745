/** The columns of a Shopify product file, under the names of its old and its new template. */

const names = {
  handle: ["Handle", "URL handle"],
  title: ["Title"],
  description: ["Body (HTML)", "Description"],
  vendor: ["Vendor"],
  type: ["Type"],
  tags: ["Tags"],
  published: ["Published", "Published on online store"],
  status: ["Status"],
  option1Name: ["Option1 Name"],
  option1Value: ["Option1 Value"],
  option2Name: ["Option2 Name"],
  option2Value: ["Option2 Value"],
  option3Name: ["Option3 Name"],
  option3Value: ["Option3 Value"],
  sku: ["Variant SKU", "SKU"],
  grams: ["Variant Grams", "Weight value (grams)"],
  tracker: ["Variant Inventory Tracker", "Inventory tracker"],
  quantity: ["Variant Inventory Qty", "Inventory quantity"],
  policy: ["Variant Inventory Policy", "Continue selling when out of stock"],
  price: ["Variant Price", "Price"],
  compareAt: ["Variant Compare At Price", "Compare-at price"],
  requiresShipping: ["Variant Requires Shipping", "Requires shipping"],
  taxable: ["Variant Taxable", "Charge tax"],
  barcode: ["Variant Barcode", "Barcode"],
  imageUrl: ["Image Src", "Product image URL"],
  imagePosition: ["Image Position"],
  imageAlt: ["Image Alt Text"],
  variantImage: ["Variant Image", "Variant image URL"],
  seoTitle: ["SEO Title"],
  seoDescription: ["SEO Description"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Field = keyof typeof names;

/** Which cell of a row holds a field, and what the file calls that column. */
export type Columns = ReadonlyMap<Field, { readonly index: number; readonly name: string }>;

export function columnsOf(header: readonly string[]): Columns {
  const known = header.map((name) => name.trim().toLowerCase());
  const found = Object.entries(names).flatMap(([field, aliases]) => {
    const index = aliases
      .map((alias) => known.indexOf(alias.toLowerCase()))
      .find((at) => at !== -1);
    if (index === undefined) return [];
    return [[field as Field, { index, name: header[index]?.trim() ?? "" }] as const];
  });
  return new Map(found);
}

export const nameOf = (columns: Columns, field: Field): string =>
  columns.get(field)?.name ?? headerOf(field);

/** What a file of ours calls it: the old template's name, which every reader knows. */
export const headerOf = (field: Field): string => names[field][0];
