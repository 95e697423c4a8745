/** A product to begin another one from. */
import { type Context, inTransaction } from "../../../kernel/context.ts";
import type { DuplicateProductInput, StaffProduct } from "../contract.ts";
import { inputOf } from "./drafts.ts";
import { create } from "./save.ts";
import { get } from "./view.ts";

/** A draft without stock. What only one thing in the world can have, SKUs and barcodes, is left out. */
export async function duplicate(
  ctx: Context,
  { id, title: asked }: DuplicateProductInput,
): Promise<StaffProduct> {
  return inTransaction(ctx, async (ctx) => {
    const original = await get(ctx, { id });
    const { slug: _own, ...input } = inputOf(original);
    return create(ctx, {
      ...input,
      title: asked ?? copyOf(original.title),
      status: "draft",
      published_at: null,
      unpublish_at: null,
      variants: input.variants.map(({ id: _id, ...variant }) => ({
        ...variant,
        sku: null,
        barcode: null,
      })),
    });
  });
}

const COPY = " (copy)";
/** Of a title. */
const LONGEST = 255;

/** A character of two halves that does not fit goes whole. */
const copyOf = (title: string): string =>
  `${title.slice(0, LONGEST - COPY.length).replace(/\p{Cs}$/u, "")}${COPY}`;
