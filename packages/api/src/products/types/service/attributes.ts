/** The attributes that products may have. What products have already is never made untrue. */
import { attributes, attributeValues, products, productTypes } from "@souk/db/schema";
import { and, asc, count, countDistinct, eq, inArray } from "drizzle-orm";
import { record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, DomainError, invalidField, notFound } from "../../../kernel/errors.ts";
import { takeTurns } from "../../../kernel/limits.ts";
import { reindex } from "../../service/reindex.ts";
import { forgetTexts } from "../../translations/service/forget.ts";
import {
  type Attribute,
  type AttributeList,
  type CreateAttributeInput,
  type DeleteAttributeInput,
  MAX_ATTRIBUTES,
  type UpdateAttributeInput,
} from "../contract.ts";

export type AttributeRow = typeof attributes.$inferSelect;

export async function listAttributes(ctx: Context): Promise<AttributeList> {
  return { items: (await allAttributes(ctx)).map(attributeOf) };
}

/** In the order in which they are shown. */
export const allAttributes = (ctx: Context): Promise<AttributeRow[]> =>
  ctx.db
    .select()
    .from(attributes)
    .where(eq(attributes.storeId, ctx.store.id))
    .orderBy(asc(attributes.position), asc(attributes.code))
    .execute();

export function createAttribute(ctx: Context, input: CreateAttributeInput): Promise<Attribute> {
  const productTypeId = input.product_type_id?.toLowerCase() ?? null;
  const { code, name, type, unit, choices, position } = input;
  refuseMisfits({ type, unit, choices });
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx.db, [`attributes:${ctx.store.id}`]);
    await refuseUnknownType(ctx, productTypeId);
    const all = await allAttributes(ctx);
    if (all.some((other) => other.code === code)) {
      const message = `There is an attribute ${code} already.`;
      throw conflict("code_taken", message, { fields: { code: [message] } });
    }
    if (all.length >= MAX_ATTRIBUTES) {
      throw conflict("too_many_attributes", `A store has at most ${MAX_ATTRIBUTES} attributes.`);
    }
    const [row] = await ctx.db
      .insert(attributes)
      .values({
        ...{ storeId: ctx.store.id, productTypeId, code, name, type, unit, choices, position },
        ...{ isRequired: input.is_required, isFilterable: input.is_filterable },
        ...{ createdAt: ctx.now(), updatedAt: ctx.now() },
      })
      .returning();
    if (row === undefined) throw new Error("the attribute was not stored");
    await recordAct(ctx, "attribute.created", row);
    return attributeOf(row);
  });
}

/** What the input leaves out stays. Throws `attribute_in_use` where a product's value would not fit. */
export function updateAttribute(ctx: Context, input: UpdateAttributeInput): Promise<Attribute> {
  return inTransaction(ctx, async (ctx) => {
    const before = await lock(ctx, input.id);
    const { name = before.name, type = before.type, unit = before.unit } = input;
    const { choices = before.choices, position = before.position } = input;
    refuseMisfits({ type, unit, choices });
    if (type !== before.type) {
      refuseInUse("type", await productsWith(ctx, before.id));
    }
    const gone = before.choices.filter((choice) => !choices.includes(choice));
    if (gone.length > 0) {
      refuseInUse("choices", await productsWith(ctx, before.id, gone), gone.join(", "));
    }
    const { is_required: isRequired = before.isRequired } = input;
    const { is_filterable: isFilterable = before.isFilterable } = input;
    const [row] = await ctx.db
      .update(attributes)
      .set({ name, type, unit, choices, position, isRequired, isFilterable })
      .where(named(ctx, before.id))
      .returning();
    if (row === undefined) throw notFound("attribute");
    await recordAct(ctx, "attribute.updated", row);
    return attributeOf(row);
  });
}

export async function deleteAttribute(
  ctx: Context,
  { id, delete_values: deleteValues }: DeleteAttributeInput,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lock(ctx, id);
    if (!deleteValues) {
      const used = await productsWith(ctx, row.id);
      if (used > 0) throw conflict("attribute_in_use", `${have(used)} a value of this attribute.`);
    }
    const held = await touchProductsWith(ctx, row.id);
    await ctx.db.delete(attributes).where(named(ctx, row.id));
    await forgetTexts(ctx, [row.id]);
    await reindex(ctx, held);
    await recordAct(ctx, "attribute.deleted", row);
  });
}

/** They change with what they had of it; and nobody should find them by it any more. */
async function touchProductsWith(ctx: Context, attributeId: string): Promise<readonly string[]> {
  const held = ctx.db
    .select({ id: attributeValues.productId })
    .from(attributeValues)
    .where(
      and(eq(attributeValues.storeId, ctx.store.id), eq(attributeValues.attributeId, attributeId)),
    );
  const rows = await ctx.db
    .update(products)
    .set({ updatedAt: ctx.now() })
    .where(and(eq(products.storeId, ctx.store.id), inArray(products.id, held)))
    .returning({ id: products.id });
  return rows.map(({ id }) => id);
}

/** Products that are being saved wait, or are waited for. */
async function lock(ctx: Context, id: string): Promise<AttributeRow> {
  const [row] = await ctx.db
    .select()
    .from(attributes)
    .where(named(ctx, id.toLowerCase()))
    .for("update");
  if (row === undefined) throw notFound("attribute");
  return row;
}

async function refuseUnknownType(ctx: Context, typeId: string | null): Promise<void> {
  if (typeId === null) return;
  const [row] = await ctx.db
    .select({ n: count() })
    .from(productTypes)
    .where(and(eq(productTypes.storeId, ctx.store.id), eq(productTypes.id, typeId)));
  if (Number(row?.n) > 0) return;
  throw invalidField("product_type_id", "product_type_unknown", "There is no such product type.");
}

/** Throws `invalid_input` for choices or a unit that the type does not have, or lacks. */
function refuseMisfits({
  type,
  unit,
  choices,
}: Pick<AttributeRow, "type" | "unit" | "choices">): void {
  const fields: Record<string, string[]> = {};
  const chosen = type === "choice" || type === "choices";
  if (chosen && choices.length === 0) fields["choices"] = ["Give at least one choice."];
  if (!chosen && choices.length > 0) fields["choices"] = [`A ${type} has no choices.`];
  if (unit !== "" && type !== "number") fields["unit"] = ["Only a number has a unit."];
  for (const [i, choice] of choices.entries()) {
    if (choices.indexOf(choice) < i) fields[`choices.${i}`] = [`${choice} is listed twice.`];
  }
  if (Object.keys(fields).length > 0) {
    throw new DomainError("invalid", "invalid_input", "Invalid input.", { fields });
  }
}

/** How many have a value of it, or one of these. */
async function productsWith(
  ctx: Context,
  attributeId: string,
  texts?: readonly string[],
): Promise<number> {
  const [row] = await ctx.db
    .select({ n: countDistinct(attributeValues.productId) })
    .from(attributeValues)
    .where(
      and(
        eq(attributeValues.storeId, ctx.store.id),
        eq(attributeValues.attributeId, attributeId),
        texts === undefined ? undefined : inArray(attributeValues.text, [...texts]),
      ),
    );
  return Number(row?.n ?? 0);
}

const have = (n: number): string => (n === 1 ? "1 product has" : `${n} products have`);

function refuseInUse(field: "type" | "choices", used: number, what = "a value"): void {
  if (used === 0) return;
  const message = `${have(used)} ${what}.`;
  throw conflict("attribute_in_use", message, { fields: { [field]: [message] } });
}

const named = (ctx: Context, id: string) =>
  and(eq(attributes.storeId, ctx.store.id), eq(attributes.id, id));

export const attributeOf = (row: AttributeRow): Attribute => ({
  id: row.id,
  product_type_id: row.productTypeId,
  code: row.code,
  name: row.name,
  type: row.type,
  unit: row.unit,
  choices: row.choices,
  is_required: row.isRequired,
  is_filterable: row.isFilterable,
  position: row.position,
});

const recordAct = (
  ctx: Context,
  action: "attribute.created" | "attribute.updated" | "attribute.deleted",
  { id, code }: AttributeRow,
) => record(ctx, { action, subject: { type: "attribute", id }, details: { code } });
