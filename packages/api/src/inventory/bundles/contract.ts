/** What a bundle is made of. */
import * as z from "zod";
import { Id, Quantity } from "../../kernel/contract.ts";

/** Different components of one bundle. */
export const MAX_COMPONENTS = 20;

export const BundleComponent = z
  .object({
    variant_id: Id,
    product_slug: z.string(),
    title: z.string(),
    variant_title: z.string(),
    sku: z.string().nullable(),
    quantity: z.int(),
  })
  .meta({ id: "BundleComponent" });
export type BundleComponent = z.infer<typeof BundleComponent>;

export const SetBundleInput = z.strictObject({
  variant_id: Id,
  components: z
    .array(z.strictObject({ variant_id: Id, quantity: Quantity }))
    .min(1, "A bundle has at least one component.")
    .max(MAX_COMPONENTS, `Use at most ${MAX_COMPONENTS} components.`),
});
export type SetBundleInput = z.infer<typeof SetBundleInput>;

export const BundleRef = z.strictObject({ variant_id: Id });
export type BundleRef = z.infer<typeof BundleRef>;
