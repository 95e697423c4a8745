/** What a catalogue has beside products and categories, for exports and imports. */
export { recordsAtTheEnd, recordsBefore, recordsBehind, translationsBefore } from "./read.ts";
export { judgeRecord, saveRecord } from "./save.ts";
