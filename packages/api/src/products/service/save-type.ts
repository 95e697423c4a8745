/** Stores product types and attributes by their names, as imports know them. */
import type * as z from "zod";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { AttributeDraft, ProductTypeDraft, readDraft } from "../drafts.ts";
import { CreateAttributeInput } from "../types/contract.ts";
import * as types from "../types/service/index.ts";
import { differs } from "./changes.ts";
import type { SaveOutcome } from "./save-product.ts";

type CreateAttribute = z.input<typeof CreateAttributeInput>;

/** Throws `invalid_input`, `too_many_product_types`. */
export async function saveProductType(ctx: Context, input: ProductTypeDraft): Promise<SaveOutcome> {
  const { name } = readDraft(ProductTypeDraft, input);
  return inTransaction(ctx, async (ctx) => {
    if (await types.exists(ctx, name)) return "unchanged";
    await types.create(ctx, { name });
    return "created";
  });
}

/**
 * Makes the attribute of this code, or brings it up to date. Throws `invalid_input`, `attribute_in_use`,
 * `attribute_elsewhere` for one that belongs to another type, `too_many_attributes`.
 */
export async function saveAttribute(ctx: Context, input: AttributeDraft): Promise<SaveOutcome> {
  const { product_type: typeName, code, ...change } = readDraft(AttributeDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const typeId = typeName == null ? null : await types.ensure(ctx, typeName);
    const { items } = await types.listAttributes(ctx);
    const before = items.find((attribute) => attribute.code === code);
    if (before === undefined) {
      // A new one lacks what it needs, perhaps: its own reading tells.
      const draft = { ...change, code, product_type_id: typeId } as CreateAttribute;
      await types.createAttribute(ctx, readDraft(CreateAttributeInput, draft));
      return "created";
    }
    if (typeName !== undefined && before.product_type_id !== typeId) {
      const message = `There is an attribute ${code} already, of another product type.`;
      throw invalidField("product_type", "attribute_elsewhere", message);
    }
    if (!differs(before, change)) return "unchanged";
    await types.updateAttribute(ctx, { id: before.id, ...change });
    return "updated";
  });
}
