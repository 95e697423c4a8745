/** Making products and writing them anew, as staff's forms send them: whole. */
import { products } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { type AuditAction, record } from "../../../kernel/audit.ts";
import { type Context, inTransaction } from "../../../kernel/context.ts";
import { conflict, notFound } from "../../../kernel/errors.ts";
import { refuseWithout } from "../../../kernel/refuse-without.ts";
import { type Amendment, amendProduct } from "../../service/amend-product.ts";
import { freeSlug } from "../../service/free-slug.ts";
import { type ProductRow, type Target, writeProduct } from "../../service/save-product.ts";
import type { CreateProductInput, StaffProduct, UpdateProductInput } from "../contract.ts";
import { draftOf, namedOnWire } from "./drafts.ts";
import { refuseBadBarcodes } from "./gtin.ts";
import { get } from "./view.ts";

/** Throws as `writeProduct` does, `barcode_invalid`, and `permission_missing` for stock of new variants. */
export async function create(ctx: Context, input: CreateProductInput): Promise<StaffProduct> {
  return inTransaction(ctx, async (ctx) => {
    const slug = input.slug ?? (await freeSlug(ctx, "product", input.title));
    const { id } = await write(ctx, { ...input, slug }, "new");
    await told(ctx, "product.created", { id, slug });
    return get(ctx, { id });
  });
}

/** Throws as `create` does, and `product_changed` when it is not what was edited any more. */
export async function update(
  ctx: Context,
  { id: asked, version, ...input }: UpdateProductInput,
): Promise<StaffProduct> {
  return inTransaction(ctx, async (ctx) => {
    const id = asked.toLowerCase();
    await lock(ctx, id);
    const before = await get(ctx, { id });
    if (before.version !== version) {
      throw conflict("product_changed", "Somebody else has changed this product. Reload it.");
    }
    return rewrite(ctx, before, { ...input, slug: input.slug ?? before.slug });
  });
}

type Content = CreateProductInput & { readonly slug: string };

/** Of a product that is locked. Saving what is there already leaves no trace. */
async function rewrite(ctx: Context, before: StaffProduct, input: Content): Promise<StaffProduct> {
  const { id } = before;
  const { outcome } = await write(ctx, input, { id }, before);
  if (outcome === "unchanged") return before;
  const after = await get(ctx, { id });
  await told(ctx, "product.updated", { id, slug: after.slug }, { changed: changes(before, after) });
  return after;
}

/** Of a product that is locked: what `rewrite` does, without going through its variants. */
export async function amend(ctx: Context, before: ProductRow, change: Amendment): Promise<void> {
  const changed = await namedOnWire(() => amendProduct(ctx, before, change));
  if (changed.length > 0) await told(ctx, "product.updated", before, { changed });
}

/** Whoever changes the product takes turns. Throws `product_not_found` and `product_in_bin`. */
export async function lock(ctx: Context, id: string): Promise<ProductRow> {
  const row = await lockAny(ctx, id);
  if (row.deletedAt === null) return row;
  throw conflict("product_in_bin", "This product is in the bin. Restore it first.");
}

/** The same, of the bin too. */
export async function lockAny({ db, store }: Context, id: string): Promise<ProductRow> {
  const [row] = await db
    .select()
    .from(products)
    .where(and(eq(products.storeId, store.id), eq(products.id, id)))
    .for("update");
  if (row === undefined) throw notFound("product");
  return row;
}

export const told = (
  ctx: Context,
  action: AuditAction,
  { id, slug }: { readonly id: string; readonly slug: string },
  details: object = {},
): Promise<void> =>
  record(ctx, { action, subject: { type: "product", id }, details: { slug, ...details } });

async function write(ctx: Context, input: Content, target: Target, before?: StaffProduct) {
  refuseBadBarcodes(input, before);
  const draft = draftOf(input, before);
  // Of variants that are there, and of new ones that begin with none, nothing is counted.
  if (draft.variants.some(({ onHand = 0 }) => onHand > 0)) refuseWithout(ctx, "inventory:write");
  return namedOnWire(() => writeProduct(ctx, draft, target));
}

const derived: ReadonlySet<string> = new Set(["version", "updated_at", "is_published", "brand"]);

/** The names of the fields that are not as they were. */
const changes = (before: StaffProduct, after: StaffProduct): string[] =>
  Object.entries(after).flatMap(([name, value]) => {
    const old: unknown = Reflect.get(before, name);
    return derived.has(name) || JSON.stringify(old) === JSON.stringify(value) ? [] : [name];
  });
