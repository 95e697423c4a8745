/** Uploaded pictures: taken in, checked, kept in sizes, shown by others, deleted. */
export { shownSizes, urlOf } from "../sizes.ts";
export {
  catalogPictures,
  type FoundPicture,
  holdCatalogPicture,
  ownReviewPictures,
  type PictureRef,
} from "./attach.ts";
export { fileCleaner } from "./files.ts";
export { get, list, remove } from "./library.ts";
export { exportPerson, forgetUploader } from "./privacy.ts";
export { shownName } from "./rows.ts";
export { type PublicFile, publicFile } from "./serve.ts";
export { REVIEW_PICTURES_WAIT_HOURS, sweep } from "./sweep.ts";
export { upload, uploadForReview } from "./upload.ts";
