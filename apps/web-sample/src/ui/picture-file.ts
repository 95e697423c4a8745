/** Which files the shop takes as pictures, judged before they are sent. */
import { validate } from "@souk/client";
import { UploadInput } from "@souk/client/contracts/media";

/** For `accept` of a file field. */
export const ACCEPTED_PICTURES = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** What is wrong with it, in words; null: nothing is. */
export function refusalOf(file: File): string | null {
  const judged = validate(UploadInput, { file });
  return judged.ok ? null : Object.values(judged.fields).flat().join(" ");
}
