/** Uploads and the library of pictures on the wire. */
import * as z from "zod";
import { rest } from "../kernel/rest.ts";
import { customerProcedure, router, staffProcedure } from "../kernel/trpc.ts";
import {
  Asset,
  AssetPage,
  AssetRef,
  ListAssetsInput,
  MAX_UPLOAD_BYTES,
  UploadInput,
} from "./contract.ts";
import * as media from "./service/index.ts";

const TAG = "media";

export const mediaRouter = router({
  upload: staffProcedure("products:write")
    .meta(
      rest("POST /v1/admin/media/", TAG, "Upload a picture for the catalogue", {
        successStatus: 201,
        upload: { maxBytes: MAX_UPLOAD_BYTES },
        description: "The same file is kept once: the answer is the asset that is there.",
      }),
    )
    .input(UploadInput)
    .output(Asset)
    .mutation(({ ctx, input }) => media.upload(ctx, input)),

  list: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/media/", TAG, "List the pictures of the catalogue, newest first"))
    .input(ListAssetsInput)
    .output(AssetPage)
    .query(({ ctx, input }) => media.list(ctx, input)),

  get: staffProcedure("products:read")
    .meta(rest("GET /v1/admin/media/{id}/", TAG, "Get a picture of the catalogue"))
    .input(AssetRef)
    .output(Asset)
    .query(({ ctx, input }) => media.get(ctx, input)),

  delete: staffProcedure("products:write")
    .meta(
      rest("DELETE /v1/admin/media/{id}/", TAG, "Delete a picture that nothing shows any more", {
        successStatus: 204,
        description: "409 `asset_in_use` while a product, a brand or a collection shows it.",
      }),
    )
    .input(AssetRef)
    .output(z.void())
    .mutation(({ ctx, input }) => media.remove(ctx, input)),

  uploadForReview: customerProcedure
    .meta(
      rest("POST /v1/media/", TAG, "Upload a picture for a review", {
        successStatus: 201,
        upload: { maxBytes: MAX_UPLOAD_BYTES },
        description: "It is forgotten after a day, unless a review shows it by then.",
      }),
    )
    .input(UploadInput)
    .output(Asset)
    .mutation(({ ctx, input }) => media.uploadForReview(ctx, input)),
});
