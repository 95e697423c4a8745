/** Pictures as pages lay them out: an uploaded one with its sizes, at no cost of a statement. */
import * as media from "../../media/service/index.ts";
import type { Picture } from "../contract.ts";

export const pictureOf = (url: string, alt: string | null): Picture => ({
  url,
  alt: alt ?? "",
  ...media.shownSizes(url),
});

/** Of a left join. */
export const pictureOrNull = (url: string | null, alt: string | null): Picture | null =>
  url === null ? null : pictureOf(url, alt);
