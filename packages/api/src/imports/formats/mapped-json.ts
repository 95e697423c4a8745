/**
 * Products out of JSON that knows nothing of us: a mapping says where each field is found. The file is
 * one array, or an object a line. A record is a product of one variant.
 */
import { Readable } from "node:stream";
import { streamArray } from "stream-json/streamers/stream-array.js";
import type { Context } from "../../kernel/context.ts";
import { inTransaction } from "../../kernel/context.ts";
import {
  categoryExists,
  type ProductDraft,
  productIdOf,
  type SaveOutcome,
  saveCategory,
  saveProduct,
} from "../../products/service/index.ts";
import { type ImportedReview, importReviews } from "../../reviews/service/index.ts";
import type { Mapping } from "../contract.ts";
import type { ReadRecord, RowProblem } from "../service/intake.ts";
import { linesOf } from "./lines.ts";
import { at, MappedFields } from "./mapped-fields.ts";
import type { FileSource } from "./records.ts";
import { GARBLED, garbledIn } from "./well-formed.ts";

export async function* readMapped(
  source: FileSource,
  mapping: Mapping,
  currency: string,
  reference = "mapped-json",
): AsyncGenerator<ReadRecord> {
  let row = 0;
  const seen = new Map<string, number>();
  try {
    for await (const json of objectsOf(source)) {
      row += 1;
      const garbled = garbledIn(json);
      if (garbled !== null) {
        yield refused({ row, column: garbled, message: GARBLED });
        continue;
      }
      const fields = new MappedFields(json, mapping.product, currency);
      const slug = fields.text("slug");
      const earlier = seen.get(slug);
      if (earlier === undefined) seen.set(slug, row);
      else fields.refuse("slug", `Record ${earlier} has the slug ${slug} too.`);
      const draft = draftOf(fields, reference);
      yield recordOf(row, fields, draft, reviewsOf(fields, mapping.reviews, slug));
    }
  } catch (error) {
    if (!(error instanceof BrokenJson)) throw error;
    yield refused({ row: row + 1, column: "", message: error.message });
    return;
  }
  if (row === 0) yield refused({ row: 1, column: "", message: "The file has no record." });
}

/** The file is no JSON from here on. */
class BrokenJson extends Error {
  override readonly name = "BrokenJson";
}

/** What begins with a bracket is one array; anything else is a record a line. */
async function* objectsOf(source: FileSource): AsyncGenerator<unknown> {
  const pieces = piecesOf(source);
  const first = await pieces.next();
  if (first.done) return;
  const whole = (async function* () {
    yield first.value;
    yield* pieces;
  })();
  const text = Buffer.from(first.value).toString("utf8").trimStart();
  if (text.startsWith("[")) yield* itemsOf(whole);
  else yield* recordsByLine(whole);
}

async function* piecesOf(source: FileSource): AsyncGenerator<Uint8Array> {
  for await (const piece of source) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

async function* itemsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const file = Readable.from(source);
  const items = streamArray.withParserAsStream();
  file.once("error", (error) => items.destroy(error));
  file.pipe(items);
  try {
    for await (const { value } of items as AsyncIterable<{ value: unknown }>) yield value;
  } catch {
    throw new BrokenJson("The file is not valid JSON from here on. Nothing after it was read.");
  } finally {
    file.destroy();
  }
}

async function* recordsByLine(source: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  for await (const { text, isBroken } of linesOf(source)) {
    try {
      if (isBroken) throw new SyntaxError("too long");
      yield JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new BrokenJson("This line is not valid JSON. Nothing after it was read.");
    }
  }
}

const refused = (problem: RowProblem): ReadRecord => ({
  row: problem.row,
  problems: [problem],
  warnings: [],
  save: async () => "unchanged",
  problemAt: () => problem,
});

function reviewsOf(
  fields: MappedFields,
  rule: Mapping["reviews"],
  slug: string,
): readonly ImportedReview[] {
  if (rule === undefined) return [];
  const textAt = (json: unknown, path: string) => String(at(json, path) ?? "").trim();
  return fields.listAt(rule.each).map((json, i) => ({
    // Reviews have no names of their own: their place in the record must do.
    key: `${slug}#${i}`,
    rating: Number(at(json, rule.rating)),
    title: rule.title === undefined ? "" : textAt(json, rule.title),
    body: textAt(json, rule.body),
    authorName: textAt(json, rule.author_name),
    writtenAt: new Date(textAt(json, rule.written_at)),
  }));
}

function recordOf(
  row: number,
  fields: MappedFields,
  draft: ProductDraft,
  written: readonly ImportedReview[],
): ReadRecord {
  const category = fields.text("category");
  const problemAt = (field: string, message: string): RowProblem => ({
    row,
    column: fields.originOf(field.split(".").at(-1) ?? field),
    message,
  });
  return {
    row,
    problems: fields.problems.map(({ column, message }) => ({ row, column, message })),
    warnings: [],
    save: async (ctx) => {
      const outcome = await save(ctx, draft, {
        slug: category,
        name: fields.text("category_name"),
      });
      const added = await saveReviews(ctx, draft.slug, written);
      return outcome === "unchanged" && added > 0 ? "updated" : outcome;
    },
    problemAt,
  };
}

async function save(
  ctx: Context,
  draft: ProductDraft,
  category: { readonly slug: string; readonly name: string },
): Promise<SaveOutcome> {
  return inTransaction(ctx, async (ctx) => {
    // One that is there keeps its name and its place.
    if (category.slug !== "" && !(await categoryExists(ctx, category.slug))) {
      await saveCategory(ctx, { slug: category.slug, name: category.name || category.slug });
    }
    return saveProduct(ctx, draft);
  });
}

async function saveReviews(
  ctx: Context,
  slug: string,
  written: readonly ImportedReview[],
): Promise<number> {
  if (written.length === 0) return 0;
  const productId = await productIdOf(ctx, slug);
  return productId === null ? 0 : importReviews(ctx, productId, written);
}

function draftOf(fields: MappedFields, stockReference: string): ProductDraft {
  const category = fields.text("category");
  const title = fields.text("title");
  const onHand = fields.whole("on_hand");
  return {
    slug: fields.text("slug"),
    title,
    subtitle: fields.text("subtitle"),
    vendor: fields.text("vendor"),
    productType: fields.text("product_type"),
    descriptionHtml: fields.text("description_html"),
    ...(category === "" ? {} : { category }),
    status: "active",
    tags: fields.texts("tags"),
    pictures: fields.texts("pictures").map((url) => ({ url, alt: title })),
    variants: [
      {
        sku: fields.text("sku") || null,
        barcode: fields.text("barcode") || null,
        price: fields.amount("price") ?? 0,
        compareAt: fields.amount("compare_at"),
        weightGrams: fields.whole("weight_grams") ?? 0,
        ...(onHand === null ? {} : { onHand }),
      },
    ],
    stockReference,
  };
}
