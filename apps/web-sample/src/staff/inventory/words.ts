/** Movements and transfers, in words. */
import type { MovementType } from "@souk/client/contracts/inventory";
import type { TransferStatus } from "@souk/client/contracts/stock-transfers";
import type { Tone } from "../ui/badge.tsx";

export const movementWords: Readonly<Record<MovementType, string>> = {
  receive: "Received",
  adjust: "Adjusted",
  count: "Counted",
  reserve: "Held",
  release: "Let go",
  allocate: "Sold",
  deallocate: "For sale again",
  ship: "Shipped",
  return: "Came back",
  transfer_out: "Sent away",
  transfer_in: "Arrived",
};

export const transferWords: Readonly<Record<TransferStatus, string>> = {
  draft: "Draft",
  sent: "On its way",
  received: "Received",
  canceled: "Canceled",
};

export const transferTones: Readonly<Record<TransferStatus, Tone>> = {
  draft: "plain",
  sent: "waiting",
  received: "good",
  canceled: "plain",
};

interface Named {
  readonly product_title: string;
  readonly title: string;
}

/** What a product with one variant calls it. */
const ONLY_VARIANT = "Default Title";

export const variantName = ({ product_title, title }: Named): string =>
  title === "" || title === ONLY_VARIANT ? product_title : `${product_title}, ${title}`;

export const unitsText = (units: number): string => (units === 1 ? "1 unit" : `${units} units`);
