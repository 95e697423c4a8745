/** Putting products before shoppers, at once or at a time, and taking them away again. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { saveAttributes } from "../../types/service/index.ts";
import type { SetStatusInput, StaffProduct } from "../contract.ts";
import { instantOf, namedOnWire } from "./drafts.ts";
import { amend, lock } from "./save.ts";
import { attributesOf, get } from "./view.ts";

/** Throws as `changeStatus` does. */
export function setStatus(ctx: Context, input: SetStatusInput): Promise<StaffProduct> {
  return inTransaction(ctx, async (ctx) => {
    await changeStatus(ctx, input);
    return get(ctx, input);
  });
}

/** Throws `product_in_bin`; what appears in the shop needs the attributes that its type asks for. */
export async function changeStatus(ctx: Context, input: SetStatusInput): Promise<void> {
  const { id, status } = input;
  const publication = {
    status,
    publishedAt: instantOf(input.published_at),
    unpublishAt: instantOf(input.unpublish_at),
  };
  await inTransaction(ctx, async (ctx) => {
    const before = await lock(ctx, id.toLowerCase());
    if (status === "active" && before.status !== "active") {
      const { id: productId, productTypeId } = before;
      const values = await attributesOf(ctx, productId);
      const bearer = { productId, productTypeId, isActive: true };
      await namedOnWire(() => saveAttributes(ctx, bearer, values));
    }
    await amend(ctx, before, { publication });
  });
}
