/** What somebody uploaded: handing it out, and taking it away or their name off it. */
import { assets } from "@souk/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { chunked } from "../../kernel/chunked.ts";
import type { Context } from "../../kernel/context.ts";
import { type PersonalRecords, personalRecord } from "../../kernel/personal-records.ts";
import type { Person } from "../../users/service/index.ts";
import { urlOf } from "../sizes.ts";
import { ofPurpose } from "./rows.ts";
import { dropUnattached } from "./sweep.ts";

const uploadedBy = (ctx: Context, { userId }: Person) =>
  and(eq(assets.storeId, ctx.store.id), eq(assets.uploadedBy, userId));

export async function exportPerson(ctx: Context, person: Person): Promise<PersonalRecords> {
  const rows = await ctx.db
    .select({
      purpose: assets.purpose,
      fileName: assets.fileName,
      contentType: assets.contentType,
      bytes: assets.bytes,
      width: assets.width,
      height: assets.height,
      storageKey: assets.storageKey,
      createdAt: assets.createdAt,
    })
    .from(assets)
    .where(uploadedBy(ctx, person))
    .orderBy(asc(assets.id));
  const uploads = rows.map(({ storageKey, ...row }) => ({
    ...personalRecord(row),
    // What is no picture has no address.
    url: row.purpose === "import" ? null : urlOf(storageKey),
  }));
  return { uploads };
}

/**
 * Pictures for reviews go, unless a review still shows them; whose those and the catalogue's were, nobody
 * can tell any more. Reviews that go with their person have let go of their pictures before.
 */
export async function forgetUploader(ctx: Context, person: Person): Promise<void> {
  const own = uploadedBy(ctx, person);
  const theirs = await ctx.db
    .select({ id: assets.id })
    .from(assets)
    .where(and(own, ofPurpose(ctx, "review")))
    .orderBy(asc(assets.id))
    .for("update");
  for (const ids of chunked(theirs.map(({ id }) => id))) await dropUnattached(ctx, ids);
  await ctx.db.update(assets).set({ uploadedBy: null, fileName: "" }).where(own);
}
