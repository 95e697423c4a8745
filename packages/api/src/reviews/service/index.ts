/** Reviews: who may write them, what becomes of them, what they count for. */
export { forMail, type ReviewForMail } from "./for-mail.ts";
export { type ImportedReview, importReviews } from "./import.ts";
export { list, summary } from "./list.ts";
export { mine } from "./mine.ts";
export { eligible } from "./order-lines.ts";
export { exportPerson, forgetAuthor } from "./privacy.ts";
export { report } from "./report.ts";
export { vote } from "./vote.ts";
export { create, remove, update } from "./write.ts";
