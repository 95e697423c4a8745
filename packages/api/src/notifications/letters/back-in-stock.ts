/** Word to somebody who waited for a variant, once. */
import type { ShownVariant } from "../../inventory/service/index.ts";
import type { Context } from "../../kernel/context.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, note, paragraph } from "./letter.ts";

export interface BackInStock {
  readonly to: string;
  /** Takes back all that the address waits for; null: there is no such link any more. */
  readonly token: string | null;
  readonly variant: Pick<ShownVariant, "slug" | "title" | "variantTitle">;
}

export function backInStockLetter(ctx: Context, { to, token, variant }: BackInStock): Letter {
  const { name: storeName } = ctx.store;
  const { storefrontUrl } = ctx.ports;
  const link = `${storefrontUrl}/products/${encodeURIComponent(variant.slug)}`;
  const name = [variant.title, variant.variantTitle].filter((part) => part !== "").join(", ");
  const intro = `You asked ${storeName} to write when ${name} is back. It is, for as long as it lasts.`;
  const once = "This is the only mail about it.";
  const end =
    token === null
      ? ""
      : `To wait for nothing more at this address: ${storefrontUrl}/stock-alerts/unsubscribe/${encodeURIComponent(token)}`;
  return letter({
    to,
    storeName,
    subject: `${name} is back at ${storeName}`,
    heading: "It is back",
    text: [intro, link, `${once} ${end}`.trim()],
    body: html`${paragraph(intro)}${button("Look at it", link)}${note(`${once} ${end}`.trim())}`,
  });
}
