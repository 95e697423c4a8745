/** Staff sets prices: lists for groups of customers, steps by quantity, and what things cost before. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Customer, Money } from "./support/api.ts";
import { newStaff, owner } from "./support/staff.ts";
import { newProduct, type StockedProduct } from "./support/stock.ts";
import { expect, type Shop, test } from "./support/test.ts";

const priceStaff = ["products:read", "products:write", "users:read", "users:write"] as const;

interface Priced {
  readonly variants: readonly { readonly price: Money }[];
}

/** What one unit costs this customer, or anybody. */
async function priceOf(shop: Shop, { slug }: StockedProduct, customer?: Customer) {
  const headers: Record<string, string> =
    customer === undefined ? {} : { Authorization: `Bearer ${customer.access}` };
  const product = await shop.api.call<Priced>(`/api/v1/products/${slug}/`, { headers });
  return product.variants[0]?.price.amount;
}

async function makeGroup(page: Page, name: string, member: Customer): Promise<void> {
  await page.goto("/staff/prices/groups");
  await page.getByRole("button", { name: "New group" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Make the group" }).click();
  await page.getByRole("link", { name }).click();
  await page.getByLabel("Add a customer").fill(member.email);
  await page.getByRole("button", { name: `Add ${member.email}` }).click();
  const members = page.getByRole("table", { name: "Members" });
  await expect(members.getByRole("row", { name: member.email })).toBeVisible();
}

test("a list gives a group a lower price, from a quantity on, and nobody else", {
  tag: "@core",
}, async ({ page, shop }) => {
  const name = `Club ${randomUUID().slice(0, 8)}`;
  const product = await newProduct(shop, 50);
  const member = await shop.newCustomer();
  await shop.signIn(page, await newStaff(shop, priceStaff));
  await makeGroup(page, name, member);

  await page.goto("/staff/prices");
  await page.getByRole("button", { name: "New price list" }).click();
  const drawer = page.getByRole("dialog", { name: "New price list" });
  await drawer.getByRole("button", { name: "Make the price list" }).click();
  await expect(drawer.getByText("This field may not be blank.")).toBeVisible();
  await drawer.getByRole("textbox", { name: "Name" }).fill(name);
  await drawer.getByLabel("For whom").selectOption(name);
  await drawer.getByRole("button", { name: "Make the price list" }).click();
  await page.getByRole("link", { name }).click();

  await page.getByRole("button", { name: "Add prices" }).click();
  const adding = page.getByRole("dialog", { name: "Add prices" });
  await adding.getByLabel("Find a product").fill(product.sku);
  await adding.getByRole("button", { name: `Choose ${product.title}` }).click();
  await adding.getByRole("button", { name: "Save the prices" }).click();
  const percent = adding.getByLabel("Percent off");
  await expect(percent).toBeFocused();
  await expect(percent).toHaveAccessibleDescription("Enter the percent off, or a price below.");
  await percent.fill("12.5");
  await expect(percent).not.toHaveAttribute("aria-invalid");
  await adding.getByRole("button", { name: "Save the prices" }).click();
  const prices = page.getByRole("table", { name: "Prices of the list" });
  const row = prices.getByRole("row", { name: product.title });
  await expect(row).toContainText("€8.75");
  await expect(row).toContainText("−12.5 %");
  expect(await priceOf(shop, product, member)).toBe(875);
  expect(await priceOf(shop, product)).toBe(1000);

  await row.getByRole("button", { name: "Edit" }).click();
  const editing = page.getByRole("dialog", { name: product.title });
  await editing.getByLabel("Price in EUR").fill("much");
  await editing.getByRole("button", { name: "Save the price" }).click();
  await expect(editing.getByText("Enter a price such as 12.50.")).toBeVisible();
  await expect(editing.getByLabel("Price in EUR")).toBeFocused();
  await editing.getByLabel("Price in EUR").fill("8,20");
  await editing.getByRole("button", { name: "Save the price" }).click();
  await expect(row).toContainText("€8.20");
  expect(await priceOf(shop, product, member)).toBe(820);

  await row.getByRole("button", { name: "Remove" }).click();
  const asking = page.getByRole("dialog", { name: `Take ${product.title} off the list?` });
  await asking.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toContainText("€8.20");

  await page.getByRole("button", { name: "Edit the list" }).click();
  await page.getByLabel("In force").uncheck();
  await page.getByRole("button", { name: "Save the price list" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  expect(await priceOf(shop, product, member)).toBe(1000);
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete the price list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prices");
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("many cost less each: the shop says from how many on, and the cart counts so", async ({
  page,
  shop,
}) => {
  const name = `By the dozen ${randomUUID().slice(0, 8)}`;
  const product = await newProduct(shop, 50);
  await shop.signIn(page, owner);
  await page.goto("/staff/prices");
  await page.getByRole("button", { name: "New price list" }).click();
  const drawer = page.getByRole("dialog", { name: "New price list" });
  await drawer.getByRole("textbox", { name: "Name" }).fill(name);
  await drawer.getByRole("button", { name: "Make the price list" }).click();
  await page.getByRole("link", { name }).click();
  const prices = page.getByRole("table", { name: "Prices of the list" });
  await page.getByRole("button", { name: "Add prices" }).click();
  const adding = page.getByRole("dialog", { name: "Add prices" });
  await adding.getByLabel("Find a product").fill(product.sku);
  await adding.getByRole("button", { name: `Choose ${product.title}` }).click();
  await adding.getByRole("button", { name: "Add a step for more units" }).click();
  const step = (number: number) => adding.getByRole("group", { name: `Step ${number}` });
  for (const [number, quantity, price] of [
    [1, "3", "8"],
    [2, "3", "6.5"],
  ] as const) {
    await step(number).getByLabel("From so many units on").fill(quantity);
    await step(number).getByLabel("Or the price in EUR").fill(price);
  }
  await adding.getByRole("button", { name: "Save the prices" }).click();
  const second = step(2).getByLabel("From so many units on");
  await expect(second).toBeFocused();
  await expect(second).toHaveAccessibleDescription("Another step begins with as many units.");
  await second.fill("12");
  await adding.getByRole("button", { name: "Save the prices" }).click();
  await expect(prices).toContainText("€8.00");
  await expect(prices).toContainText("€6.50");
  const search = page.getByLabel("Search", { exact: true });
  await search.fill("nothing of the kind");
  await expect(page.getByText("No price on this list is of such a product.")).toBeVisible();
  await search.fill(product.sku);
  await expect(prices).toContainText("€6.50");

  await page.context().clearCookies();
  await page.goto(`/p/${product.slug}`);
  await expect(page.getByRole("list", { name: "Prices for more of it" })).toHaveText(
    "3 or more: €8.00 each12 or more: €6.50 each",
  );
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  await expect(page.getByText("Each, as you take 3. One costs €10.00.")).toBeVisible();
  await page.getByRole("button", { name: "One less" }).click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  const cart = page.getByRole("dialog", { name: "Your cart (2)" });
  const line = cart.getByRole("listitem").filter({ hasText: product.title });
  await expect(line).toContainText("€20.00");
  await line.getByRole("button", { name: "One more" }).click();
  const fuller = page.getByRole("dialog", { name: "Your cart (3)" }).getByRole("listitem");
  await expect(fuller.filter({ hasText: product.title })).toContainText("€8.00 each");
  await expect(fuller.filter({ hasText: product.title })).toContainText("€24.00");
});

test("what something cost before is shown with the lowest price of 30 days", async ({
  page,
  shop,
}) => {
  await shop.signIn(page, await newStaff(shop, ["products:read"]));
  await page.goto("/staff/prices/history");
  await page.getByLabel("Find a product").fill("lighthouse mug");
  await page.getByRole("button", { name: "Choose Lighthouse Mug" }).click();
  const chart = page.getByRole("img", { name: /Lowest in the 30 days before this price: €34\.00/ });
  await expect(chart).toBeVisible();
  const before = page.getByRole("table", { name: "Prices of before" });
  await expect(before.getByRole("rowheader")).toHaveCount(2);
  await page.reload();
  await expect(chart).toBeVisible();
  await page.getByLabel("Currency").selectOption("USD");
  await expect(
    page.getByRole("img", { name: /Lowest in the 30 days before this price: US\$/ }),
  ).toBeVisible();
});
