/**
 * The catalogue as JSON Lines: one JSON object a line, `kind` first. `store` names the currency that the
 * amounts are in; each `location`, `product_type`, `attribute`, `brand` and `category` stands before what
 * refers to it; a `product` has the members of a product draft under snake_case names, amounts in minor units;
 * `relations`, `terms` and a `collection` stand behind the products that they name, a `translation` and
 * `redirects` behind what they are of. The export writes the same.
 */
import type { Context } from "../../kernel/context.ts";
import type {
  AttributeDraft,
  BrandDraft,
  CategoryDraft,
  ProductDraft,
  ProductTypeDraft,
  RelationsDraft,
} from "../../products/drafts.ts";
import {
  type CollectionDraft,
  type LocationDraft,
  productIdOf,
  type RedirectsDraft,
  relate,
  saveAttribute,
  saveBrand,
  saveCategory,
  saveCollection,
  saveLocation,
  saveProduct,
  saveProductType,
  saveRedirects,
  saveTerms,
  saveTranslation,
  type TermsDraft,
  type TranslationDraft,
} from "../../products/service/index.ts";
import type { ReadRecord } from "../service/intake.ts";
import { type Line, linesOf } from "./lines.ts";
import type { FileSource } from "./records.ts";
import { GARBLED, garbledIn } from "./well-formed.ts";
import { draftFromWire, fieldOnWire } from "./wire-draft.ts";

export async function* readJsonLines(
  source: FileSource,
  currency: string,
  reference = "json-lines",
): AsyncGenerator<ReadRecord> {
  let any = false;
  for await (const line of linesOf(source)) {
    any = true;
    yield read(line, { currency, reference });
  }
  if (!any) yield recordOf(1, { problem: ["", "The file is empty."] });
}

type Found =
  | { readonly problem: readonly [field: string, message: string] }
  | (Pick<ReadRecord, "save" | "standIn" | "needs"> & { readonly problem?: undefined });

function recordOf(row: number, found: Found): ReadRecord {
  const problemAt = (field: string, message: string) => ({
    row,
    column: fieldOnWire(field),
    message,
  });
  const base = { row, warnings: [], problemAt };
  if (found.problem === undefined) return { ...base, problems: [], ...found };
  return { ...base, problems: [problemAt(...found.problem)], save: async () => "unchanged" };
}

interface Import {
  readonly currency: string;
  /** What movements and prices that it causes name. */
  readonly reference: string;
}

function read({ row, text, isBroken }: Line, task: Import): ReadRecord {
  if (isBroken) {
    return recordOf(row, { problem: ["", "This line is too long, or no UTF-8 text."] });
  }
  const json = parsed(text);
  if (json === null) return recordOf(row, { problem: ["", "This line is not a JSON object."] });
  const garbled = garbledIn(json);
  if (garbled !== null) return recordOf(row, { problem: [garbled, GARBLED] });
  const { kind, ...members } = json;
  const reader = typeof kind === "string" ? readers.get(kind) : undefined;
  if (reader !== undefined) return recordOf(row, reader(members, task));
  const message = `Each line begins with its kind: ${[...readers.keys()].join(", ")}.`;
  return recordOf(row, { problem: ["kind", message] });
}

type Members = Readonly<Record<string, unknown>>;

const readers: ReadonlyMap<string, (members: Members, task: Import) => Found> = new Map([
  ["store", storeLine],
  ["location", locationLine],
  ["product_type", typeLine],
  ["attribute", attributeLine],
  ["brand", brandLine],
  ["category", categoryLine],
  ["product", productLine],
  ["relations", relationsLine],
  ["terms", termsLine],
  ["collection", collectionLine],
  ["translation", translationLine],
  ["redirects", redirectsLine],
]);

/** What is no text, which no draft takes, is not made one: JSON has objects that cannot be. */
const nameOf = (kind: string, value: unknown): string =>
  typeof value === "string" ? `${kind}:${value}` : kind;

function locationLine(members: Members): Found {
  const draft = members as LocationDraft;
  const save = (ctx: Context) => saveLocation(ctx, draft);
  return { save, standIn: { name: nameOf("location", draft.code), save } };
}

function typeLine(members: Members): Found {
  const draft = members as ProductTypeDraft;
  return { save: (ctx) => saveProductType(ctx, draft) };
}

function attributeLine(members: Members): Found {
  const draft = members as AttributeDraft;
  const save = (ctx: Context) => saveAttribute(ctx, draft);
  return { save, standIn: { name: nameOf("attribute", draft.code), save } };
}

function brandLine(members: Members): Found {
  const draft = members as BrandDraft;
  const save = (ctx: Context) => saveBrand(ctx, draft);
  return { save, standIn: { name: nameOf("brand", draft.slug), save } };
}

function categoryLine(members: Members): Found {
  const draft = draftFromWire(members) as CategoryDraft;
  const save = (ctx: Context) => saveCategory(ctx, draft);
  const needs = [nameOf("category", draft.parent)];
  return { save, needs, standIn: { name: nameOf("category", draft.slug), needs, save } };
}

function productLine(members: Members, { reference }: Import): Found {
  const draft = { stockReference: reference, ...(draftFromWire(members) as ProductDraft) };
  const { slug, options, variants } = draft;
  const codes = Object.keys(draft.attributes ?? {});
  return {
    save: (ctx) => saveProduct(ctx, draft),
    needs: [
      nameOf("category", draft.category),
      ...codes.map((code) => nameOf("attribute", code)),
      ...placesIn(variants).map((code) => nameOf("location", code)),
    ],
    standIn: {
      name: nameOf("product", slug),
      save: (ctx) => ensureThere(ctx, { slug, options, variants }),
    },
  };
}

/** Of a draft that nobody has judged. */
const placesIn = (variants: unknown): string[] =>
  (Array.isArray(variants) ? variants : []).flatMap((one) =>
    Array.isArray(one?.stock)
      ? one.stock.map((at: { location?: unknown } | null) => at?.location)
      : [],
  );

/** Enough of a product to be referred to, and translated: a dry run does not hold whole products. */
async function ensureThere(
  ctx: Context,
  { slug, options = [], variants: told }: Pick<ProductDraft, "slug" | "options" | "variants">,
): Promise<void> {
  if ((await productIdOf(ctx, slug)) !== null) return;
  const variants = told.map(({ values = [] }) => ({ values, price: 0 }));
  await saveProduct(ctx, { slug, title: slug, status: "draft", options, variants });
}

function relationsLine(members: Members): Found {
  const draft = members as RelationsDraft;
  const named = Array.isArray(draft.relations) ? draft.relations : [];
  return {
    save: (ctx) => relate(ctx, draft),
    needs: [draft.product, ...named.map((one) => one?.product)].map((slug) =>
      nameOf("product", slug),
    ),
  };
}

function termsLine(members: Members): Found {
  const draft = members as TermsDraft;
  const parts = Array.isArray(draft.components) ? draft.components : [];
  const named = [draft.product, ...parts.map((part) => part?.product)];
  return {
    save: (ctx) => saveTerms(ctx, draft),
    needs: named.map((slug) => nameOf("product", slug)),
  };
}

function collectionLine(members: Members): Found {
  const draft = members as CollectionDraft;
  const rules = Array.isArray(draft.rules) ? draft.rules : [];
  const needs = [
    ...(Array.isArray(draft.products) ? draft.products : []).map((slug) => nameOf("product", slug)),
    ...rules.flatMap((rule) =>
      (rule?.field === "category" || rule?.field === "brand") && Array.isArray(rule.value)
        ? rule.value.map((slug) => nameOf(rule.field, slug))
        : rule?.field === "attribute"
          ? [nameOf("attribute", rule.value?.code)]
          : [],
    ),
  ];
  const save = (ctx: Context) => saveCollection(ctx, draft);
  return { save, needs, standIn: { name: nameOf("collection", draft.slug), needs, save } };
}

function translationLine(members: Members): Found {
  const draft = members as TranslationDraft;
  return { save: (ctx) => saveTranslation(ctx, draft), needs: subjectOf(draft) };
}

function redirectsLine(members: Members): Found {
  const draft = members as RedirectsDraft;
  return { save: (ctx) => saveRedirects(ctx, draft), needs: subjectOf(draft) };
}

/** What a draft that nobody has judged is of. */
const subjectOf = ({ of, named }: TranslationDraft | RedirectsDraft): string[] =>
  typeof of === "string" ? [nameOf(of, named)] : [];

function parsed(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Amounts of another currency would be taken for ours. */
function storeLine({ currency: written }: Members, { currency }: Import): Found {
  if (written === currency) return { save: async () => "unchanged" };
  const message = `The file is in ${String(written)}, and this store sells in ${currency}.`;
  return { problem: ["currency", message] };
}
