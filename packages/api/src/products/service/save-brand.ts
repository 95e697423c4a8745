/** Brands by their names, as imports know them. */
import { brands } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { type Context, inTransaction } from "../../kernel/context.ts";
import { CreateBrandInput } from "../brands/contract.ts";
import { create, update } from "../brands/service/manage.ts";
import { BrandDraft, readDraft } from "../drafts.ts";
import { differs } from "./changes.ts";
import type { SaveOutcome } from "./save-product.ts";

/** Throws `invalid_input`, and `brand_exists` for a slug that another brand has. */
export async function saveBrand(ctx: Context, input: BrandDraft): Promise<SaveOutcome> {
  const draft = readDraft(BrandDraft, input);
  return inTransaction(ctx, async (ctx) => {
    const named = and(eq(brands.storeId, ctx.store.id), eq(brands.name, draft.name));
    const find = () => ctx.db.select().from(brands).where(named);
    const [before] = await find();
    if (before === undefined) {
      await create(ctx, readDraft(CreateBrandInput, draft));
      return "created";
    }
    await update(ctx, { ...draft, id: before.id });
    const [after] = await find();
    return differs(before, { ...after }) ? "updated" : "unchanged";
  });
}

/** All of them, as they would be saved again. */
export async function brandDrafts({ db, store }: Context): Promise<BrandDraft[]> {
  const rows = await db
    .select()
    .from(brands)
    .where(eq(brands.storeId, store.id))
    .orderBy(asc(brands.id));
  return rows.map(({ name, slug, description, logoUrl, seoTitle, seoDescription }) => ({
    ...{ name, slug, description, logo_url: logoUrl },
    seo: { title: seoTitle, description: seoDescription },
  }));
}
