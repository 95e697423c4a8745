/** Uploaded pictures as the world sees them, and what may be uploaded. */
import * as z from "zod";
import { Id, PageInput, pageOf, Timestamp } from "../kernel/contract.ts";

/** One uploaded file. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** Width times height of what is uploaded: what it takes to decode it, however small the file. */
export const MAX_UPLOAD_PIXELS = 40_000_000;
export const MAX_UPLOAD_SIDE = 16_384;

export const PictureSource = z
  .object({ url: z.string(), width: z.int().describe("Pixels") })
  .meta({ id: "PictureSource" });
export type PictureSource = z.infer<typeof PictureSource>;

export const Asset = z
  .object({
    id: Id,
    url: z.string().describe("The largest size"),
    width: z.int().describe("Pixels, of the largest size"),
    height: z.int(),
    content_type: z.string().describe("Of all sizes"),
    bytes: z.int().describe("Of the largest size"),
    file_name: z.string().describe("As the uploader called it; for people only"),
    sources: z.array(PictureSource).describe("All sizes, for `srcset`; the smallest first"),
    created_at: Timestamp,
  })
  .meta({ id: "Asset" });
export type Asset = z.infer<typeof Asset>;

export const UploadInput = z.strictObject({
  file: z
    .file("Send a file.")
    .min(1, "The file is empty.")
    .max(MAX_UPLOAD_BYTES, `A file may have ${MAX_UPLOAD_BYTES} bytes at most.`)
    .describe("A JPEG, PNG, WebP, AVIF or GIF picture"),
  file_name: z.string().max(1000).optional().describe("Instead of the file's own name"),
});
export type UploadInput = z.infer<typeof UploadInput>;

export const ListAssetsInput = z.strictObject(PageInput.shape);
export type ListAssetsInput = z.infer<typeof ListAssetsInput>;

export const AssetPage = pageOf(Asset);
export type AssetPage = z.infer<typeof AssetPage>;

export const AssetRef = z.strictObject({ id: Id });
export type AssetRef = z.infer<typeof AssetRef>;
