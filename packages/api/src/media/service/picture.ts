/**
 * Making a picture of ours from what was uploaded. The uploaded bytes are never kept: whatever else
 * they are beside a picture, and whatever they tell of a place or a person, ends here.
 */
import type { Context } from "../../kernel/context.ts";
import { type DomainError, invalidField } from "../../kernel/errors.ts";
import type { RenderedPicture } from "../../ports/images.ts";
import { MAX_UPLOAD_PIXELS, MAX_UPLOAD_SIDE } from "../contract.ts";
import { MAX_SIDE, newPictureKey, STORED_TYPE, sizesOf, WIDTHS } from "../sizes.ts";

export interface StoredPicture {
  readonly storageKey: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
  /** Of the largest size. */
  readonly bytes: number;
}

/** Throws an error that names the field `file`, or `storage_unavailable`; then nothing is left behind. */
export async function storePicture(ctx: Context, content: Uint8Array): Promise<StoredPicture> {
  const sizes = await rendered(ctx, content);
  const [largest] = sizes;
  if (largest === undefined) throw damaged();
  const storageKey = newPictureKey(largest);
  const keys = sizesOf(storageKey);
  try {
    for (const { key, width } of keys) {
      const size = sizes.find((one) => one.width === width);
      if (size === undefined) throw new Error(`no size of width ${width} was made`);
      await ctx.ports.storage.put(key, size.bytes, STORED_TYPE);
    }
  } catch (error) {
    await discard(ctx, storageKey);
    throw error;
  }
  const { width, height, bytes } = largest;
  const widths = keys.map((one) => one.width);
  return { storageKey, width, height, widths, bytes: bytes.byteLength };
}

async function rendered(ctx: Context, content: Uint8Array): Promise<readonly RenderedPicture[]> {
  const { images } = ctx.ports;
  const facts = await images.inspect(content);
  if (facts === null) {
    const message = "Send a JPEG, PNG, WebP, AVIF or GIF picture.";
    throw invalidField("file", "picture_type_unknown", message);
  }
  const { width, height } = facts;
  if (width * height > MAX_UPLOAD_PIXELS || Math.max(width, height) > MAX_UPLOAD_SIDE) {
    const message = `A picture may have ${MAX_UPLOAD_PIXELS / 1_000_000} megapixels and sides of ${MAX_UPLOAD_SIDE} pixels at most.`;
    throw invalidField("file", "picture_too_large", message);
  }
  const sizes = await images.render(content, { maxSide: MAX_SIDE, widths: WIDTHS });
  if (sizes === null) throw damaged();
  return sizes;
}

const damaged = (): DomainError =>
  invalidField("file", "picture_damaged", "This picture is damaged or cut off.");

/** For files that no row names. Where the storage is down they stay: nobody knows their names. */
export async function discard(ctx: Context, storageKey: string): Promise<void> {
  await deleteFiles(ctx, storageKey).catch(() => undefined);
}

export async function deleteFiles(ctx: Context, storageKey: string): Promise<void> {
  const sizes = sizesOf(storageKey);
  // What is no picture of sizes is one file.
  const keys = sizes.length === 0 ? [storageKey] : sizes.map(({ key }) => key);
  for (const key of keys) await ctx.ports.storage.delete(key);
}
