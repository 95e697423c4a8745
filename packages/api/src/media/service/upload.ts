/** Taking a picture in: by staff for the catalogue, by a customer for a review. */
import { createHash } from "node:crypto";
import { assets } from "@souk/db/schema";
import { and, count, eq, type SQL, sql, sum } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, type Customer, inTransaction, type Staff } from "../../kernel/context.ts";
import { conflict } from "../../kernel/errors.ts";
import { type Limit, spend, takeTurns } from "../../kernel/limits.ts";
import type { Asset, UploadInput } from "../contract.ts";
import { STORED_TYPE } from "../sizes.ts";
import { discard, type StoredPicture, storePicture } from "./picture.ts";
import { type AssetRow, assetOf, ofPurpose, type Purpose, shownName } from "./rows.ts";
import { isAttachedToReview } from "./use.ts";

const HOUR_MS = 3_600_000;
export const REVIEW_UPLOADS_BY_CLIENT: Limit = {
  action: "review_picture",
  times: 60,
  withinMs: HOUR_MS,
};
export const REVIEW_UPLOADS_BY_ACCOUNT: Limit = {
  action: "review_picture_account",
  times: 30,
  withinMs: HOUR_MS,
};
/** Pictures of one account that no review shows yet. */
export const MAX_WAITING_PICTURES = 12;
/** Of all review pictures of one account, as they are stored. */
export const MAX_REVIEW_BYTES = 100 * 1024 * 1024;

/** The same file is kept once: uploading it again answers the asset that is there. */
export function upload(ctx: Context<Staff>, input: UploadInput): Promise<Asset> {
  const { actor } = ctx;
  const uploadedBy = actor.kind === "customer" ? actor.userId : actor.keyId;
  return take(ctx, input, { purpose: "catalog", uploadedBy, same: undefined, refuse: null });
}

/** The same file of one account is kept once, until a review shows it. */
export async function uploadForReview(ctx: Context<Customer>, input: UploadInput): Promise<Asset> {
  const { userId: uploadedBy } = ctx.actor;
  await spend(ctx, REVIEW_UPLOADS_BY_CLIENT);
  await spend(ctx, REVIEW_UPLOADS_BY_ACCOUNT, uploadedBy);
  await refuseTooMuch(ctx);
  const same = and(eq(assets.uploadedBy, uploadedBy), sql`not ${isAttachedToReview}`);
  return take(ctx, input, { purpose: "review", uploadedBy, same, refuse: refuseTooMuch });
}

interface Taking<C> {
  readonly purpose: Purpose;
  readonly uploadedBy: string;
  /** Which assets with this content stand for it, beside the purpose. */
  readonly same: SQL | undefined;
  /** Judged again when it is stored, among those that come at the same time. */
  readonly refuse: ((ctx: C) => Promise<void>) | null;
}

async function take<A extends Staff>(
  ctx: Context<A>,
  input: UploadInput,
  taking: Taking<Context<A>>,
): Promise<Asset> {
  const content = new Uint8Array(await input.file.arrayBuffer());
  const sha256 = createHash("sha256").update(content).digest("hex");
  const known = await findSame(ctx, taking, sha256);
  if (known !== undefined) return assetOf(known);
  // Outside of any unit of work: it takes its time.
  const picture = await storePicture(ctx, content);
  try {
    const fileName = shownName(input.file_name ?? input.file.name);
    const row = await inTransaction(ctx, (ctx) =>
      keep(ctx, taking, { ...picture, sha256, fileName }),
    );
    if (row.storageKey !== picture.storageKey) await discard(ctx, picture.storageKey);
    return assetOf(row);
  } catch (error) {
    await discard(ctx, picture.storageKey);
    throw error;
  }
}

async function findSame(
  ctx: Context,
  { purpose, same }: Pick<Taking<never>, "purpose" | "same">,
  sha256: string,
): Promise<AssetRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(assets)
    .where(and(ofPurpose(ctx, purpose), eq(assets.sha256, sha256), same))
    .limit(1);
  return row;
}

interface NewAsset extends StoredPicture {
  readonly sha256: string;
  readonly fileName: string;
}

/** Those who bring the same file at once take turns: the first one's is kept. */
async function keep<A extends Staff>(
  ctx: Context<A>,
  taking: Taking<Context<A>>,
  asset: NewAsset,
): Promise<AssetRow> {
  const { purpose, uploadedBy, refuse } = taking;
  const who = refuse === null ? asset.sha256 : uploadedBy;
  await takeTurns(ctx.db, [`asset:${ctx.store.id}:${purpose}:${who}`]);
  const known = await findSame(ctx, taking, asset.sha256);
  if (known !== undefined) return known;
  await refuse?.(ctx);
  const [row] = await ctx.db
    .insert(assets)
    .values({
      ...asset,
      ...{ storeId: ctx.store.id, purpose, uploadedBy, contentType: STORED_TYPE },
      widths: [...asset.widths],
      createdAt: ctx.now(),
    })
    .returning();
  if (row === undefined) throw new Error("the asset was not stored");
  const subject = { type: "asset", id: row.id };
  await record(ctx, { action: "asset.uploaded", subject, details: { purpose, bytes: row.bytes } });
  return row;
}

async function refuseTooMuch(ctx: Context<Customer>): Promise<void> {
  const [held] = await ctx.db
    .select({
      waiting: count(sql`case when not ${isAttachedToReview} then 1 end`),
      bytes: sum(assets.bytes).mapWith(Number),
    })
    .from(assets)
    .where(and(ofPurpose(ctx, "review"), eq(assets.uploadedBy, ctx.actor.userId)));
  if ((held?.waiting ?? 0) >= MAX_WAITING_PICTURES) {
    const message = `At most ${MAX_WAITING_PICTURES} pictures may wait for a review. Send the review, or wait a day.`;
    throw conflict("too_many_pictures", message);
  }
  if ((held?.bytes ?? 0) >= MAX_REVIEW_BYTES) {
    throw conflict("picture_space_used", "This account has used its space for review pictures.");
  }
}
