/** The bin: what lies in it nobody sees and nobody buys, and all of it can come back. */
import { products } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { publish } from "../../../kernel/events.ts";
import * as search from "../../../search/service/index.ts";
import { productDeleted, productRestored } from "../../events.ts";
import type { StaffProduct, StaffProductRef } from "../contract.ts";
import { lockAny, told } from "./save.ts";
import { get } from "./view.ts";

/** It keeps its slug and its SKUs. Doing it again changes nothing. */
export async function remove(ctx: Context, { id: asked }: StaffProductRef): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockAny(ctx, asked.toLowerCase());
    if (row.deletedAt !== null) return;
    const status = row.status === "active" ? "draft" : row.status;
    await ctx.db
      .update(products)
      .set({ deletedAt: ctx.now(), status })
      .where(and(eq(products.storeId, ctx.store.id), eq(products.id, row.id)));
    await search.publicationChanged(ctx, row.id);
    await told(ctx, "product.deleted", row);
    await publish(ctx, productDeleted(row));
  });
}

/** What was for sale comes back as a draft: somebody should look at it first. */
export async function restore(ctx: Context, { id: asked }: StaffProductRef): Promise<StaffProduct> {
  return inTransaction(ctx, async (ctx) => {
    const row = await lockAny(ctx, asked.toLowerCase());
    if (row.deletedAt !== null) {
      await ctx.db
        .update(products)
        .set({ deletedAt: null })
        .where(and(eq(products.storeId, ctx.store.id), eq(products.id, row.id)));
      await told(ctx, "product.restored", row);
      await publish(ctx, productRestored(row));
    }
    return get(ctx, row);
  });
}
