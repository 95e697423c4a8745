/** The address that a mail was just sent to. Kept out of the page's own address: it is personal. */
import { createSignal } from "../ui/signal.ts";

export const pendingEmail = createSignal("");
