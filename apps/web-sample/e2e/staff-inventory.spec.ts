/** Staff keeps the stock: what comes and goes, transfers, holds, bundles, warehouses. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { newPerson } from "./support/api.ts";
import { newStaff } from "./support/staff.ts";
import { availableOf, newProduct, type StockedProduct } from "./support/stock.ts";
import { addToCart, confirmedOrder, goToPayment, payButton } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const stockStaff = ["inventory:read", "inventory:write"] as const;

const levels = (page: Page): Locator => page.getByRole("table", { name: "Stock by warehouse" });
const level = (page: Page, warehouse: string): Locator =>
  levels(page).getByRole("row", { name: warehouse });
const movements = (page: Page): Locator => page.getByRole("table", { name: "Movements" });

/** In the drawer that a button opens. */
async function enter(page: Page, kind: string, fields: Readonly<Record<string, string>>) {
  await page.getByRole("button", { name: kind, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: kind });
  for (const [label, value] of Object.entries(fields)) {
    await drawer.getByRole("textbox", { name: label }).fill(value);
  }
  return drawer;
}

async function addLine(page: Page | Locator, product: StockedProduct, quantity: number) {
  await page.getByLabel("Find a variant").fill(product.sku);
  await page.getByRole("button", { name: `Add ${product.title}` }).click();
  await page.getByRole("textbox", { name: product.title }).fill(String(quantity));
}

test("units are received, adjusted and counted, and the history says who and why", {
  tag: "@core",
}, async ({ page, shop }) => {
  const product = await newProduct(shop, 5);
  const keeper = await newStaff(shop, stockStaff);
  await shop.signIn(page, keeper);
  await page.goto("/staff/inventory");
  await page.getByLabel("Search").fill(product.sku);
  await page.getByRole("link", { name: product.title }).click();
  const received = await enter(page, "Receive", { "Units that came": "x", Reference: "DN-7" });
  await received.getByRole("button", { name: "Receive the units" }).click();
  await expect(received.getByText("Use a whole number.")).toBeVisible();
  await received.getByLabel("Units that came").fill("3");
  await received.getByRole("button", { name: "Receive the units" }).click();
  await expect(level(page, "Main warehouse")).toContainText("8");
  const adjusted = await enter(page, "Adjust", { Difference: "-2" });
  await adjusted.getByRole("button", { name: "Adjust the stock" }).click();
  await expect(adjusted.getByText("This field may not be blank.")).toBeVisible();
  await adjusted.getByLabel("Why").fill("Two broke");
  await adjusted.getByRole("button", { name: "Adjust the stock" }).click();
  await expect(level(page, "Main warehouse")).toContainText("6");
  const counted = await enter(page, "Count", { "Units on the shelf": "10" });
  await counted.getByRole("button", { name: "Set what was counted" }).click();
  await expect(level(page, "Main warehouse")).toContainText("10");
  await page.reload();
  await expect(movements(page).getByRole("rowheader")).toHaveText([
    "Counted",
    "Adjusted",
    "Received",
    "Received",
  ]);
  const broken = movements(page).getByRole("row", { name: "Two broke" });
  await expect(broken).toContainText(keeper.email);
  await expect(broken).toContainText("−2 on hand");
  await expect(movements(page).getByRole("row", { name: "DN-7" })).toContainText("+3 on hand");
  expect(await availableOf(shop, product)).toBe(10);
});

test("what was bought is sent, and comes back", { tag: "@core" }, async ({ page, shop }) => {
  const product = await newProduct(shop, 5);
  await addToCart(page, product.slug);
  await goToPayment(page, newPerson().email);
  await payButton(page).click();
  const number = await confirmedOrder(page);

  await shop.signIn(page, await newStaff(shop, stockStaff));
  await page.goto(`/staff/inventory/variants/${product.variantId}`);
  const cells = level(page, "Main warehouse").getByRole("cell");
  const early = await enter(page, "Return", { Order: number, "Units that came back": "1" });
  await early.getByLabel("Warehouse").selectOption("Main warehouse");
  await early.getByRole("button", { name: "Put them back" }).click();
  await expect(early.getByText(/No more can come back than has left/)).toBeVisible();
  await early.getByRole("button", { name: "Cancel" }).click();
  const sent = await enter(page, "Ship", { Order: number, "Units that leave": "2" });
  await sent.getByRole("button", { name: "Send them" }).click();
  const leaving = sent.getByLabel("Units that leave");
  await expect(leaving).toHaveAccessibleDescription(/^No more than was sold/);
  await expect(leaving).toBeFocused();
  await sent.getByLabel("Units that leave").fill("1");
  await sent.getByRole("button", { name: "Send them" }).click();
  await expect(cells.nth(1)).toHaveText("4");
  await expect(cells.nth(3)).toHaveText("0");
  const back = await enter(page, "Return", { Order: number, "Units that came back": "1" });
  await back.getByLabel("Warehouse").selectOption("Main warehouse");
  await back.getByRole("button", { name: "Put them back" }).click();
  await expect(cells.nth(1)).toHaveText("5");
  await expect(movements(page).getByRole("row", { name: "Shipped" })).toContainText(number);
  await expect(movements(page).getByRole("row", { name: "Came back" })).toContainText(number);
  expect(await availableOf(shop, product)).toBe(5);
});

test("a transfer leaves in one step, arrives in another, and tells what was lost", {
  tag: "@core",
}, async ({ page, shop }) => {
  const product = await newProduct(shop, 9);
  await shop.signIn(page, await newStaff(shop, stockStaff));
  await page.goto("/staff/inventory/transfers/new");
  const write = page.getByRole("button", { name: "Write the transfer" });
  await page.getByLabel("From").selectOption("Main warehouse");
  await page.getByLabel("To").selectOption("Main warehouse");
  await write.click();
  await expect(page.getByLabel("To")).toBeFocused();
  await expect(page.getByText("Choose another one than it leaves.")).toBeVisible();
  await page.getByLabel("To").selectOption("Northern warehouse");
  await write.click();
  await expect(page.getByLabel("Find a variant")).toHaveAccessibleDescription(
    "Transfer something.",
  );
  await addLine(page, product, 0);
  await write.click();
  const units = page.getByRole("textbox", { name: product.title });
  await expect(units).toHaveAccessibleDescription("Must be at least 1.");
  await units.fill("4");
  await write.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Transfer TR-\d+$/);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("On its way", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Receive" }).click();
  await page.getByRole("textbox", { name: product.title }).fill("3");
  await page.getByRole("button", { name: "Receive the transfer" }).click();
  const line = page.getByRole("table", { name: "Lines" }).getByRole("row", { name: product.sku });
  await expect(line.getByRole("cell")).toHaveText(["4", "3", "1"]);
  await line.getByRole("link").click();
  await expect(level(page, "Northern warehouse").getByRole("cell").nth(1)).toHaveText("3");
  await expect(level(page, "Main warehouse").getByRole("cell").nth(1)).toHaveText("5");
  expect(await availableOf(shop, product)).toBe(8);
});

test("what is held cannot be bought until it is let go", async ({ page, shop }) => {
  const product = await newProduct(shop, 5);
  const quote = `Quote ${product.sku}`;
  await shop.signIn(page, await newStaff(shop, stockStaff));
  await page.goto("/staff/inventory/holds");
  await page.getByRole("button", { name: "Hold something" }).click();
  const drawer = page.getByRole("dialog", { name: "Hold something" });
  await addLine(drawer, product, 2);
  await drawer.getByLabel("What for").fill(quote);
  await drawer.getByRole("button", { name: "Hold them" }).click();
  const row = page.getByRole("table", { name: "Holds" }).getByRole("row", { name: quote });
  await expect(row).toContainText(`2 × ${product.title}`);
  expect(await availableOf(shop, product)).toBe(3);
  await row.getByRole("button", { name: "Let go" }).click();
  await expect(row).toHaveCount(0);
  expect(await availableOf(shop, product)).toBe(5);
});

test("a bundle sells what its parts allow, and people wait for what is out", async ({
  page,
  shop,
}) => {
  const part = await newProduct(shop, 7);
  const set = await newProduct(shop, 0);
  const wish = { variant_id: set.variantId, email: newPerson().email };
  await shop.api.post("/api/v1/stock-alerts/", wish);
  await shop.signIn(page, await newStaff(shop, stockStaff));
  await page.goto(`/staff/inventory?q=${set.sku}&state=out`);
  await page.getByRole("link", { name: set.title }).click();
  await expect(page.getByText("1 person", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Make it a bundle" }).click();
  const drawer = page.getByRole("dialog", { name: "Parts of the bundle" });
  await addLine(drawer, part, 2);
  await drawer.getByRole("button", { name: "Save the parts" }).click();
  const parts = page.getByRole("list", { name: "Parts" });
  await expect(parts).toContainText("2 each");
  await expect(parts).toContainText("7 there, enough for 3");
  await expect(page.getByRole("button", { name: "Receive" })).toHaveCount(0);
  expect(await availableOf(shop, set)).toBe(3);
  await page.goto("/staff/inventory/bundles");
  const row = page.getByRole("table", { name: "Bundles" }).getByRole("row", { name: set.title });
  await expect(row).toContainText(`2 × ${part.title}`);
  await expect(row.getByRole("cell").last()).toHaveText("3");

  await page.context().clearCookies();
  await addToCart(page, set.slug);
  await goToPayment(page, newPerson().email);
  await payButton(page).click();
  await confirmedOrder(page);
  await page.goto(`/p/${set.slug}`);
  await expect(page.getByText("Only 2 left")).toBeVisible();
  expect(await availableOf(shop, part)).toBe(5);
});

test("a warehouse is opened, renamed, closed and deleted", async ({ page, shop }) => {
  const code = `w-${randomUUID().slice(0, 8)}`;
  await shop.signIn(page, await newStaff(shop, stockStaff));
  await page.goto("/staff/inventory/warehouses");
  await page.getByRole("button", { name: "New warehouse" }).click();
  const drawer = page.getByRole("dialog", { name: "New warehouse" });
  await drawer.getByLabel("Name").fill(`Loft ${code}`);
  await drawer.getByLabel("Code").fill("no code!");
  await drawer.getByRole("button", { name: "Add the warehouse" }).click();
  await expect(drawer.getByText("Use 1 to 40 letters, digits and hyphens.")).toBeVisible();
  await drawer.getByLabel("Code").fill(code);
  await drawer.getByRole("button", { name: "Add the warehouse" }).click();
  const row = page.getByRole("table", { name: "Warehouses" }).getByRole("row", { name: code });
  await expect(row).toContainText("Open");
  await row.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Open: its stock is sold").uncheck();
  await page.getByRole("button", { name: "Save the warehouse" }).click();
  await expect(row).toContainText("Closed");
  await row.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete the warehouse" }).click();
  await expect(row).toHaveCount(0);
});
