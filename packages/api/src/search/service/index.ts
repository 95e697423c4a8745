/** Finding products by words: what they are found by, and what somebody who searches means. */
export { excerpt, highlighted, type Segment, unanswered } from "../highlight.ts";
export { normalise, termsOf } from "../normalise.ts";
export {
  index,
  publicationChanged,
  remove,
  renameVendor,
  type SearchDocument,
} from "./documents.ts";
export { engineConsumer, ensureIndex, rebuildIndex } from "./engine.ts";
export { idsOf, isAmong, matching } from "./matching.ts";
export { readings, type Understood } from "./understanding.ts";
export { sweepWords } from "./words.ts";
