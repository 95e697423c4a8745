/** The mail that confirms an order: what was bought, for how much, and where it goes. */
import type { Context } from "../../kernel/context.ts";
import type { Order } from "../../orders/contract.ts";
import type { PostalAddress } from "../../users/contract.ts";
import { type Html, html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";
import { moneyText } from "./money-text.ts";

/** `accessToken` opens a guest's order. It goes behind the `#`, where no server and no log sees it. */
export function orderConfirmation(ctx: Context, order: Order, accessToken: string | null): Letter {
  const page = `${ctx.ports.storefrontUrl}/orders/${encodeURIComponent(order.number)}`;
  const link = accessToken === null ? page : `${page}#token=${encodeURIComponent(accessToken)}`;
  const intro = `We have received order ${order.number} and will let you know when it is on its way.`;
  const { name, min_days, max_days } = order.shipping_method;
  const days = min_days === max_days ? `${min_days}` : `${min_days} to ${max_days}`;
  const delivery = `${name}, ${days} working days`;
  return letter({
    to: order.email,
    storeName: ctx.store.name,
    subject: `Your order ${order.number} at ${ctx.store.name}`,
    heading: "Thank you for your order",
    text: [
      intro,
      order.lines.map(lineText).join("\n"),
      totalsOf(order)
        .map(([label, amount]) => `${label}: ${amount}`)
        .join("\n"),
      `Delivery: ${delivery}`,
      `Ship to:\n${addressLines(order.shipping_address).join("\n")}`,
      `Bill to:\n${addressLines(order.billing_address).join("\n")}`,
      `See your order: ${link}`,
    ],
    body: html`${paragraph(intro)}${linesTable(order)}${totalsTable(order)}
${button("See your order", link)}
${paragraph(`Delivery: ${delivery}`)}
${addressBlock("Ship to", order.shipping_address)}${addressBlock("Bill to", order.billing_address)}`,
  });
}

type Line = Order["lines"][number];

const titleOf = ({ title, variant_title }: Line): string =>
  variant_title === "" ? title : `${title}, ${variant_title}`;

const lineText = (line: Line): string =>
  `${line.quantity} x ${titleOf(line)}: ${moneyText(line.total)}`;

const CELL = "padding:10px 0;border-bottom:1px solid #e3e3dd;font-size:15px;line-height:1.5";
const AMOUNT = "text-align:right;white-space:nowrap;padding-left:16px";

const linesTable = ({ lines }: Order): Html => html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 16px">
${lines.map(
  (line) => html`<tr>
<td style="${CELL}">${titleOf(line)}<br>
<span style="font-size:13px;color:#6a6a63">${line.quantity} × ${moneyText(line.unit_price)}</span></td>
<td style="${CELL};${AMOUNT}">${moneyText(line.total)}</td>
</tr>
`,
)}
</table>
`;

function totalsOf({ totals, prices_include_tax }: Order): readonly (readonly [string, string])[] {
  const { subtotal, discount, shipping, tax, total } = totals;
  return [
    ["Subtotal", moneyText(subtotal)],
    ...(discount.amount === 0 ? [] : [["Discount", moneyText(discount)] as const]),
    ["Shipping", moneyText(shipping)],
    ...(prices_include_tax ? [] : [["Tax", moneyText(tax)] as const]),
    ["Total", moneyText(total)],
    ...(prices_include_tax ? [["Of which tax", moneyText(tax)] as const] : []),
  ];
}

const totalsTable = (order: Order): Html => html`
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="font-size:15px">
${totalsOf(order).map(([label, amount]) => {
  const style = label === "Total" ? "padding:6px 0;font-weight:600" : "padding:3px 0;color:#6a6a63";
  return html`<tr><td style="${style}">${label}</td><td style="${style};${AMOUNT}">${amount}</td></tr>
`;
})}
</table>
`;

const addressLines = (address: PostalAddress): readonly string[] =>
  [
    `${address.first_name} ${address.last_name}`,
    address.company,
    address.line1,
    address.line2,
    [address.postal_code, address.city].filter((part) => part !== "").join(" "),
    address.region,
    countryName(address.country_code),
  ].filter((line) => line !== "");

const countries = new Intl.DisplayNames("en", { type: "region" });
const countryName = (code: string): string => countries.of(code) ?? code;

const addressBlock = (label: string, address: PostalAddress): Html => html`
<p style="margin:16px 0 4px;font-size:13px;color:#6a6a63">${label}</p>
<p style="margin:0;font-size:15px;line-height:1.6">${addressLines(address).map(
  (line) => html`${line}<br>
`,
)}</p>
`;
