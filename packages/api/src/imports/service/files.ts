/** The files that imports read. They lie in the storage under names of ours, and nobody is served them. */
import { createHash, randomBytes } from "node:crypto";
import { assets } from "@souk/db/schema";
import { and, eq } from "drizzle-orm";
import { record } from "../../kernel/audit.ts";
import { type Context, inTransaction, type Staff } from "../../kernel/context.ts";
import { invalidField } from "../../kernel/errors.ts";
import { shownName } from "../../media/service/index.ts";
import type { ImportFile, UploadImportInput } from "../contract.ts";

type AssetRow = typeof assets.$inferSelect;

/** Whoever it is that acts: a person, or a key. */
export const actorIdOf = ({ actor }: Context<Staff>): string =>
  actor.kind === "customer" ? actor.userId : actor.keyId;

export async function upload(
  ctx: Context<Staff>,
  { file, file_name }: UploadImportInput,
): Promise<ImportFile> {
  const content = new Uint8Array(await file.arrayBuffer());
  const storageKey = `imports/${randomBytes(16).toString("hex")}`;
  const fileName = shownName(file_name ?? file.name) || "products";
  // A file without a row is found by nobody; a row without its file would fail its import.
  await ctx.ports.storage.put(storageKey, content, "application/octet-stream");
  return inTransaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(assets)
      .values({
        ...{ storeId: ctx.store.id, purpose: "import", storageKey, fileName },
        contentType: "application/octet-stream",
        bytes: content.byteLength,
        widths: [],
        sha256: createHash("sha256").update(content).digest("hex"),
        uploadedBy: actorIdOf(ctx),
        createdAt: ctx.now(),
      })
      .returning({ id: assets.id });
    if (row === undefined) throw new Error("the file was not stored");
    const details = { purpose: "import", bytes: content.byteLength };
    const subject = { type: "asset", id: row.id };
    await record(ctx, { action: "asset.uploaded", subject, details });
    return { asset_id: row.id, file_name: fileName, bytes: content.byteLength };
  });
}

/** Throws `import_file_unknown`. */
export async function fileOf(ctx: Context, assetId: string): Promise<AssetRow> {
  const [row] = await ctx.db
    .select()
    .from(assets)
    .where(
      and(
        eq(assets.storeId, ctx.store.id),
        eq(assets.purpose, "import"),
        eq(assets.id, assetId.toLowerCase()),
      ),
    );
  if (row !== undefined) return row;
  throw invalidField("asset_id", "import_file_unknown", "There is no such uploaded file.");
}
