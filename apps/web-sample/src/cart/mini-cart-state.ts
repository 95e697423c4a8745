/** Whether the cart's drawer is out, and what brought it out. */
import { createSignal } from "../ui/signal.ts";

export interface MiniCartOpening {
  /** The title of what was just put into the cart. */
  readonly added: string;
}

export const miniCart = createSignal<MiniCartOpening | null>(null);
