/** Putting products before shoppers, at once or at a time, and taking them away again. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import type { SetStatusInput, StaffProduct } from "../contract.ts";
import { inputOf, inputWithoutAttributes } from "./drafts.ts";
import { lock, rewrite } from "./save.ts";
import { get } from "./view.ts";

/** Throws `product_in_bin`; what appears in the shop needs the attributes that its type asks for. */
export async function setStatus(ctx: Context, input: SetStatusInput): Promise<StaffProduct> {
  const { id: asked, status, published_at, unpublish_at } = input;
  return inTransaction(ctx, async (ctx) => {
    const id = asked.toLowerCase();
    await lock(ctx, id);
    const before = await get(ctx, { id });
    const appears = status === "active" && before.status !== "active";
    const input = appears ? inputOf(before) : inputWithoutAttributes(before);
    return rewrite(ctx, before, { ...input, status, published_at, unpublish_at });
  });
}
