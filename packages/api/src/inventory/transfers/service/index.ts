/** Transfers between locations. */
export { createTransfer, updateTransfer } from "./draft.ts";
export { getTransfer, listTransfers } from "./rows.ts";
export { cancelTransfer, receiveTransfer, sendTransfer } from "./steps.ts";
