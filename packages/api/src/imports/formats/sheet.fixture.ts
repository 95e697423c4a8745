/** A product file as a test writes it: rows by column names. */

const HEADER =
  "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name," +
  "Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty," +
  "Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Requires Shipping," +
  "Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,SEO Title," +
  "SEO Description,Variant Image,Variant Weight Unit";
const names = HEADER.split(",");

export type Cells = Readonly<Record<string, string>>;

const line = (cells: Cells): string =>
  names.map((name) => `"${(cells[name] ?? "").replaceAll('"', '""')}"`).join(",");
export const sheet = (...rows: Cells[]): string => [HEADER, ...rows.map(line)].join("\r\n");

/** A tracked product of one variant. */
export const mug: Cells = {
  Handle: "mug",
  Title: "Mug",
  "Option1 Name": "Title",
  "Option1 Value": "Default Title",
  "Variant Price": "12.50",
  "Variant Inventory Tracker": "shopify",
  "Variant Inventory Qty": "4",
};
