/** The values of a product's attributes: judged by their types, stored as rows, shown again. */
import { defineQuery } from "@souk/db";
import { attributes, attributeValues } from "@souk/db/schema";
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Context } from "../../../kernel/context.ts";
import { DomainError } from "../../../kernel/errors.ts";
import { differs } from "../../service/changes.ts";
import type { AttributeType, AttributeValue, AttributeValues } from "../contract.ts";
import type { AttributeRow } from "./attributes.ts";
import { thousandthsOf } from "./numbers.ts";

interface Stored {
  readonly text: string;
  readonly thousandths: number | null;
}

export interface Bearer {
  readonly productId: string;
  readonly productTypeId: string | null;
  /** One that is not before shoppers may lack what its type asks for. */
  readonly isActive: boolean;
}

/**
 * Stores what a product of this type has, and nothing else; leaves out what is `undefined`: then only
 * values go that the type does not know. Throws `invalid_input` naming each `attributes.<code>`.
 * Answers whether anything changed.
 */
export async function saveAttributes(
  ctx: Context,
  { productId, productTypeId, isActive }: Bearer,
  values: AttributeValues | undefined,
): Promise<boolean> {
  const known = await attributesOfType(ctx, productTypeId);
  const own = and(
    eq(attributeValues.storeId, ctx.store.id),
    eq(attributeValues.productId, productId),
  );
  const before = await ctx.db.select().from(attributeValues).where(own);
  const ids = new Set(known.map(({ id }) => id));
  const wanted = values === undefined ? undefined : judged(known, values, isActive);
  const keyOf = (row: { attributeId: string; text: string }) => `${row.attributeId} ${row.text}`;
  const kept = new Map((wanted ?? before).map((row) => [keyOf(row), row]));
  const there = new Map(before.map((row) => [keyOf(row), row]));
  const gone = before.filter((row) => !ids.has(row.attributeId) || !kept.has(keyOf(row)));
  const added = (wanted ?? []).filter((row) => !there.has(keyOf(row)));
  const moved = (wanted ?? []).flatMap((row) => {
    const old = there.get(keyOf(row));
    return old !== undefined && differs(old, { ...row }) ? [{ ...row, id: old.id }] : [];
  });
  if (gone.length > 0) {
    const goneIds = gone.map(({ id }) => id);
    await ctx.db.delete(attributeValues).where(and(own, inArray(attributeValues.id, goneIds)));
  }
  for (const { id, position, thousandths } of moved) {
    await ctx.db
      .update(attributeValues)
      .set({ position, thousandths })
      .where(and(own, eq(attributeValues.id, id)));
  }
  if (added.length > 0) {
    const rows = added.map((row) => ({ ...row, storeId: ctx.store.id, productId }));
    await ctx.db.insert(attributeValues).values(rows);
  }
  return gone.length + added.length + moved.length > 0;
}

/** Locked against changes: what was judged by them must still fit when it is stored. */
const attributesOfType = (ctx: Context, productTypeId: string | null): Promise<AttributeRow[]> =>
  ctx.db
    .select()
    .from(attributes)
    .where(
      and(
        eq(attributes.storeId, ctx.store.id),
        or(
          isNull(attributes.productTypeId),
          productTypeId === null ? undefined : eq(attributes.productTypeId, productTypeId),
        ),
      ),
    )
    .orderBy(asc(attributes.id))
    .for("key share")
    .execute();

type Judged = Stored & { readonly attributeId: string; readonly position: number };

function judged(
  known: readonly AttributeRow[],
  values: AttributeValues,
  isActive: boolean,
): Judged[] {
  const fields: Record<string, string[]> = {};
  const complain = (code: string, message: string): void => {
    fields[`attributes.${code}`] = [message];
  };
  const byCode = new Map(known.map((row) => [row.code, row]));
  for (const code of Object.keys(values)) {
    if (!byCode.has(code)) complain(code, "Products of this type have no such attribute.");
  }
  const rows = known.flatMap((attribute) => {
    const { id, code, isRequired } = attribute;
    const value = Object.hasOwn(values, code) ? values[code] : undefined;
    if (value === undefined || isNothing(value)) {
      if (isRequired && isActive) complain(code, "This field is required.");
      return [];
    }
    const read = readers[attribute.type](value, attribute);
    if (typeof read === "string") {
      complain(code, read);
      return [];
    }
    return read.map((stored, position) => ({ ...stored, attributeId: id, position }));
  });
  if (Object.keys(fields).length === 0) return rows;
  throw new DomainError("invalid", "invalid_input", "Invalid input.", { fields });
}

const isNothing = (value: AttributeValue): boolean =>
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);

/** The rows of a value, or what is wrong with it. */
type Reader = (value: AttributeValue, attribute: AttributeRow) => readonly Stored[] | string;

const plain = (text: string): Stored => ({ text, thousandths: null });

const LONGEST_TEXT = 500;

const readers: Readonly<Record<AttributeType, Reader>> = {
  text: (value) => {
    if (typeof value !== "string") return "Must be text.";
    const text = value.trim();
    if (text.length > LONGEST_TEXT) return `Use at most ${LONGEST_TEXT} characters.`;
    return /\p{Cc}/u.test(text) ? "Control characters are not allowed." : [plain(text)];
  },
  number: (value) => {
    if (typeof value !== "number") return "Must be a number.";
    const thousandths = thousandthsOf(value);
    if (thousandths === null) return "Use a number of at most 10 digits and 3 decimals.";
    return [{ text: String(thousandths / 1000), thousandths }];
  },
  boolean: (value) =>
    typeof value === "boolean" ? [plain(String(value))] : "Must be true or false.",
  choice: (value, { choices }) => {
    if (typeof value !== "string") return "Must be text.";
    return choices.includes(value) ? [plain(value)] : `Use one of: ${choices.join(", ")}.`;
  },
  choices: (value, { choices }) => {
    if (!Array.isArray(value)) return "Must be a list.";
    const strange = value.some((choice) => !choices.includes(choice));
    if (strange) return `Use some of: ${choices.join(", ")}.`;
    return [...new Set(value)].map(plain);
  },
};

export interface ValueRow {
  readonly attributeId: string;
  readonly code: string;
  readonly name: string;
  readonly type: AttributeType;
  readonly unit: string;
  readonly text: string;
  readonly thousandths: number | null;
}

/** Of one product, in the order shown; several rows for several choices. */
export const valuesOf = defineQuery<{ storeId: string; productId: string }, ValueRow[]>(
  (query, p) =>
    query
      .select({
        attributeId: attributes.id,
        code: attributes.code,
        name: attributes.name,
        type: attributes.type,
        unit: attributes.unit,
        text: attributeValues.text,
        thousandths: attributeValues.thousandths,
      })
      .from(attributeValues)
      .innerJoin(
        attributes,
        and(
          eq(attributes.storeId, p.storeId),
          sql`${attributes.id} = ${attributeValues.attributeId}`,
        ),
      )
      .where(
        and(eq(attributeValues.storeId, p.storeId), eq(attributeValues.productId, p.productId)),
      )
      .orderBy(
        asc(attributes.position),
        asc(attributes.code),
        asc(attributeValues.position),
        asc(attributeValues.text),
      ),
);

/** The rows of one attribute as one value. */
export function asOneValue(rows: readonly Pick<ValueRow, "type" | "text" | "thousandths">[]) {
  const [first] = rows;
  if (first === undefined) throw new Error("an attribute without a value");
  if (first.type === "choices") return rows.map(({ text }) => text);
  if (first.type === "boolean") return first.text === "true";
  return first.type === "number" ? (first.thousandths ?? 0) / 1000 : first.text;
}
