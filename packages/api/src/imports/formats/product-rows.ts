/** The rows of one handle as one product draft. */
import {
  type ProductDraft,
  UNLIMITED_BACKORDER,
  type VariantDraft,
} from "../../products/drafts.ts";
import type { RowProblem } from "../service/intake.ts";
import type { CellReader, SheetRow } from "./cells.ts";
import type { Field } from "./columns.ts";

export interface ReadProduct {
  readonly draft: ProductDraft;
  /** Tells of a field of the draft, such as `variants.2.price`, as of the cell that it came from. */
  problemAt(field: string, message: string): RowProblem;
}

const optionFields = [
  { name: "option1Name", value: "option1Value" },
  { name: "option2Name", value: "option2Value" },
  { name: "option3Name", value: "option3Value" },
] as const;

const variantFields: readonly Field[] = [
  ...optionFields.map(({ value }) => value),
  ...(["sku", "price", "barcode", "quantity"] as const),
];

/** The rows belong together, and the first of them names the product. */
export function readProduct(
  rows: readonly [SheetRow, ...SheetRow[]],
  cells: CellReader,
  stockReference: string,
): ReadProduct {
  const [first] = rows;
  for (const row of rows) {
    if (row.garbled !== undefined) cells.refuse(row, row.garbled, "Save the file as UTF-8.");
  }
  const options = optionsOf(rows, cells);
  const pictures = picturesOf(rows, cells);
  const variantRows = rows.filter((row, i) => i === 0 || isVariant(row));
  const variants = variantRows.map((row) => variantOf(row, options, pictures, cells));
  const draft: ProductDraft = {
    slug: first.text("handle"),
    title: first.text("title"),
    vendor: first.text("vendor"),
    productType: first.text("type"),
    descriptionHtml: first.text("description"),
    status: statusOf(first, cells),
    tags: tagsOf(first),
    options: options.map(({ name, values }) => ({ name, values })),
    pictures: pictures.map(({ url, alt }) => ({ url, alt })),
    seo: { title: first.text("seoTitle"), description: first.text("seoDescription") },
    variants,
    stockReference,
  };
  return {
    draft,
    problemAt: (field, message) => locate(field, message, rows, variantRows, pictures),
  };
}

const isVariant = (row: SheetRow): boolean => variantFields.some((field) => row.text(field) !== "");

interface Option {
  readonly name: string;
  readonly value: (typeof optionFields)[number]["value"];
  readonly values: string[];
}

/** The names stand in the first row; a lone "Title: Default Title" means that there are none. */
function optionsOf(rows: readonly [SheetRow, ...SheetRow[]], cells: CellReader): readonly Option[] {
  const [first] = rows;
  const placeholder =
    rows.filter(isVariant).length <= 1 &&
    first.text("option1Name").toLowerCase() === "title" &&
    first.text("option1Value").toLowerCase() === "default title";
  if (placeholder) return [];
  return optionFields.flatMap(({ name, value }) => {
    const called = first.text(name);
    const values = [...new Set(rows.map((row) => row.text(value)).filter((text) => text !== ""))];
    if (called !== "") return [{ name: called, value, values }];
    for (const row of rows.filter((one) => one.text(value) !== "")) {
      cells.refuse(row, value, "The product's first row does not name this option.");
    }
    return [];
  });
}

interface PictureCell {
  readonly url: string;
  readonly alt: string;
  readonly row: SheetRow;
  readonly field: Field;
  readonly position: number;
}

/** In the order of their positions; what has none keeps its place in the file. */
function picturesOf(rows: readonly SheetRow[], cells: CellReader): readonly PictureCell[] {
  const shown = rows
    .filter((row) => row.text("imageUrl") !== "")
    .map((row, i): PictureCell => {
      const position = cells.whole(row, "imagePosition") ?? i + 1;
      const url = row.text("imageUrl");
      return { url, alt: row.text("imageAlt"), row, field: "imageUrl", position };
    })
    .sort((a, b) => a.position - b.position);
  const ofVariants = rows
    .filter((row) => row.text("variantImage") !== "")
    .map((row): PictureCell => {
      const url = row.text("variantImage");
      return { url, alt: "", row, field: "variantImage", position: shown.length };
    });
  const all = [...shown, ...ofVariants];
  return all.filter(({ url }, i) => all.findIndex((one) => one.url === url) === i);
}

function variantOf(
  row: SheetRow,
  options: readonly Option[],
  pictures: readonly PictureCell[],
  cells: CellReader,
): VariantDraft {
  const price = cells.amount(row, "price");
  if (row.text("price") === "") cells.refuse(row, "price", "A variant needs a price.");
  for (const { value, name } of options) {
    if (row.text(value) === "") cells.refuse(row, value, `Which ${name} is this variant?`);
  }
  const tracksInventory = row.text("tracker") !== "";
  // Exports of stores with several warehouses have no quantities: what is counted here stays.
  const stock = cells.stock(row);
  const picture = pictures.findIndex(({ url }) => url === row.text("variantImage"));
  return {
    values: options.map(({ value }) => row.text(value)),
    sku: row.text("sku") || null,
    // Spreadsheets are told by an apostrophe that digits are a text.
    barcode: row.text("barcode").replace(/^'/, "") || null,
    price: price ?? 0,
    compareAt: cells.amount(row, "compareAt"),
    weightGrams: cells.grams(row),
    requiresShipping: cells.flag(row, "requiresShipping", false),
    taxable: cells.flag(row, "taxable", false),
    tracksInventory,
    ...(stock === null ? {} : { onHand: stock }),
    ...(continues(row, cells)
      ? { backorderLimit: UNLIMITED_BACKORDER, keepsBackorderLimit: true }
      : { backorderLimit: 0 }),
    picture: picture === -1 ? null : picture,
  };
}

/** Whether it is sold on when there is none left. */
function continues(row: SheetRow, cells: CellReader): boolean {
  const text = row.text("policy").toLowerCase();
  if (!["", "deny", "false", "continue", "true"].includes(text)) {
    cells.refuse(row, "policy", `"${row.text("policy")}" is neither deny nor continue.`);
  }
  return text === "continue" || text === "true";
}

function statusOf(first: SheetRow, cells: CellReader): "draft" | "active" | "archived" {
  const published = cells.flag(first, "published", true);
  const text = first.text("status").toLowerCase();
  if (text === "draft" || text === "archived") return text;
  if (text !== "" && text !== "active") {
    const message = `"${first.text("status")}" is neither active nor draft nor archived.`;
    cells.refuse(first, "status", message);
  }
  return published ? "active" : "draft";
}

const tagsOf = (first: SheetRow): string[] => [
  ...new Set(
    first
      .text("tags")
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
  ),
];

const fieldOfDraft: Readonly<Record<string, Field>> = {
  slug: "handle",
  title: "title",
  vendor: "vendor",
  productType: "type",
  descriptionHtml: "description",
  tags: "tags",
  options: "option1Name",
  "seo.title": "seoTitle",
  "seo.description": "seoDescription",
  values: "option1Value",
  sku: "sku",
  barcode: "barcode",
  price: "price",
  compareAt: "compareAt",
  weightGrams: "grams",
  onHand: "quantity",
  picture: "variantImage",
};

function locate(
  path: string,
  message: string,
  rows: readonly [SheetRow, ...SheetRow[]],
  variantRows: readonly SheetRow[],
  pictures: readonly PictureCell[],
): RowProblem {
  const [group = "", index = "", part = ""] = path.split(".");
  const variant = group === "variants" ? variantRows[Number(index)] : undefined;
  if (variant !== undefined) return variant.problem(fieldOfDraft[part] ?? "price", message);
  const picture = group === "pictures" ? pictures[Number(index)] : undefined;
  if (picture !== undefined) {
    return picture.row.problem(part === "alt" ? "imageAlt" : picture.field, message);
  }
  return rows[0].problem(fieldOfDraft[path] ?? fieldOfDraft[group] ?? "handle", message);
}
