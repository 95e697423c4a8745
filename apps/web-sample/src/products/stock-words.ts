/** What there is of a variant, and when it comes, in words. */
import type { Stock } from "@souk/client/contracts/inventory";

/** The day is the same for everybody, wherever they read it. */
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" });

/** Of units beyond the shelf. */
const comingWords = ({ ships_at: shipsAt }: Stock): string =>
  shipsAt === null
    ? "On back-order, ships later"
    : `Pre-order, ships from ${day.format(new Date(shipsAt))}`;

export function stockWords(stock: Stock): string {
  switch (stock.status) {
    case "in_stock":
      return "In stock";
    case "low_stock":
      return stock.on_shelf === null ? "Only a few left" : `Only ${stock.on_shelf} left`;
    case "preorder":
    case "backorder":
      return comingWords(stock);
    case "out_of_stock":
      return "Sold out";
  }
}

/** Of so many units, when they are not all sent at once; null when they are, or cannot be had at all. */
export function laterWords(stock: Stock, quantity: number): string | null {
  const { available, on_shelf: onShelf } = stock;
  if (available === null || onShelf === null || available <= 0 || quantity <= onShelf) return null;
  const words = comingWords(stock);
  return onShelf === 0
    ? words
    : `${onShelf} in stock, ${quantity - onShelf} more: ${lowered(words)}`;
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
