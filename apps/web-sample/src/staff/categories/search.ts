/** Which one of a page's things is opened beside the others. */
import { judged, type RawSearch, textOf } from "../../shell/search-params.ts";

export interface ChosenSearch {
  readonly id?: string | undefined;
}

export const readChosenSearch = ({ id }: RawSearch): ChosenSearch => judged({ id: textOf(id) });
