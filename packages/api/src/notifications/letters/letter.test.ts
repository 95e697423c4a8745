/** The parts that all mails share. */
import { expect, it } from "vitest";
import { html } from "./html.ts";
import { letter } from "./letter.ts";
import { moneyText } from "./money-text.ts";

it("escapes every value that is not markup of our own", () => {
  const name = `<script>&"'</script>`;
  expect(html`<p title="${name}">${name}${html`<br>`}${[html`<i>${1}</i>`]}</p>`.markup).toBe(
    '<p title="&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;">' +
      "&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;<br><i>1</i></p>",
  );
});

it("lets no subject add a header", () => {
  const draft = { to: "a@example.com", heading: "", text: [], body: html``, storeName: "x\r\ny" };
  const { subject } = letter({ ...draft, subject: "Hello\r\nBcc: b@example.com\u0000\u2028!" });
  expect(subject).toBe("Hello Bcc: b@example.com !");
});

it.each([
  [{ amount: 1999, currency: "EUR" }, "€19.99"],
  [{ amount: -5, currency: "EUR" }, "-€0.05"],
  [{ amount: 0, currency: "EUR" }, "€0.00"],
  [{ amount: 1999, currency: "JPY" }, "¥1,999"],
  [{ amount: 123456, currency: "KWD" }, "KWD\u00a0123.456"],
  [{ amount: 9_007_199_254_740_991, currency: "USD" }, "$90,071,992,547,409.91"],
])("writes %j as %s", (money, text) => {
  expect(moneyText(money)).toBe(text);
});
