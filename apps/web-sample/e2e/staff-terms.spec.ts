/** What staff decides about a product, and what shoppers see of it: when, beside what, and on which terms. */
import type { Locator, Page } from "@playwright/test";
import { makeProduct } from "./support/catalogue.ts";
import { pngFile } from "./support/pictures.ts";
import { owner } from "./support/staff.ts";
import { newProduct } from "./support/stock.ts";
import { confirmedOrder, goToPayment, payButton } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** As a field for a day and a time takes it, in the suites' own time zone. */
const inField = (at: Date): string =>
  at.toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 16).replace(" ", "T");

const fieldMoment = (daysFromNow: number): string => inField(inDays(daysFromNow));

async function save(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${title} is saved.`)).toBeVisible();
}

test("a product is in the shop from its first day to its last, and at no other time", async ({
  page,
  shop,
}) => {
  const { id, slug, title } = await makeProduct(shop);
  await shop.signIn(page, owner);
  for (const [from, until, shown] of [
    [fieldMoment(2), "", false],
    [fieldMoment(-2), fieldMoment(-1), false],
    [fieldMoment(-2), fieldMoment(2), true],
  ] as const) {
    await page.goto(`/staff/products/${id}`);
    await expect(heading(page)).toHaveText(title);
    await page.getByLabel("From").fill(from);
    await page.getByLabel("Until").fill(until);
    await save(page, title);
    await page.goto(`/p/${slug}`);
    await expect(heading(page)).toHaveText(shown ? title : "This stall is empty");
  }
});

test("the picture that is dragged to the top is the one in lists, and what goes with it stands beside", async ({
  page,
  shop,
}) => {
  const { id, slug, title } = await makeProduct(shop);
  const other = await makeProduct(shop);
  await shop.signIn(page, owner);
  await page.goto(`/staff/products/${id}`);
  const files = page.waitForEvent("filechooser");
  await page.getByText("Upload pictures").click();
  await (await files).setFiles([pngFile("a.png", 90, 20, 20), pngFile("b.png", 20, 90, 20)]);
  await page.getByLabel("Description of picture 2").fill("The second one");
  await page.getByLabel("Description of picture 1").fill("The first one");
  const pictures = page.getByRole("list", { name: "Pictures" }).getByRole("listitem");
  await pictures.nth(1).locator("[draggable]").dragTo(pictures.nth(0));
  await expect(page.getByLabel("Description of picture 1")).toHaveValue("The second one");

  await page.getByLabel("As", { exact: true }).selectOption("Accessory");
  await page.getByLabel("Find a product").fill(other.title);
  await page.getByRole("button", { name: `Add ${other.title}` }).click();
  await expect(page.getByRole("list", { name: "Relations" })).toContainText("Accessory");
  await save(page, title);

  await page.goto(`/p/${slug}`);
  await expect(page.getByRole("button", { name: /^Enlarge/ })).toHaveAccessibleName(
    "Enlarge: The second one",
  );
  const beside = page.getByRole("region", { name: "Goes well with it" });
  await beside.getByRole("link", { name: other.title }).click();
  await expect(heading(page)).toHaveText(other.title);
});

test("what is not on the shelf is sold as far as staff allows, and with the day that staff names", async ({
  page,
  shop,
}) => {
  const { slug, title, sku } = await newProduct(shop, 0);
  await shop.signIn(page, owner);
  const open = async (): Promise<void> => {
    await page.goto(`/staff/inventory?q=${sku}`);
    await page.getByRole("link", { name: title }).click();
    await expect(heading(page)).toContainText(title);
  };
  await open();
  await page.getByRole("button", { name: /^Sell ahead from Main/ }).click();
  await page.getByLabel("Sold ahead from Main warehouse").fill("1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The limit is saved.")).toBeVisible();
  await page.goto(`/p/${slug}`);
  await expect(page.getByText("On back-order, ships later")).toBeVisible();
  await expect(page.getByRole("button", { name: "Back-order" })).toBeEnabled();

  await open();
  await page.getByRole("button", { name: "Edit them" }).click();
  const shipping = page.getByLabel("Pre-orders ship");
  await shipping.fill(fieldMoment(-1));
  await page.getByRole("button", { name: "Save the terms" }).click();
  await expect(shipping).toBeFocused();
  await expect(shipping).toHaveAccessibleDescription("Choose a day that is still to come.");
  // In Paris the next day has begun already; the shop names the day of UTC, whoever reads it.
  const day = inDays(30);
  day.setUTCHours(23, 30, 0, 0);
  await shipping.fill(inField(day));
  const limit = page.getByLabel("Sold ahead from Main warehouse");
  await limit.fill("0");
  await page.getByRole("button", { name: "Save the terms" }).click();
  await expect(limit).toBeFocused();
  await expect(limit).toHaveAccessibleDescription(/^Say how many may be pre-ordered/);
  await limit.fill("2");
  await page.getByRole("button", { name: "Save the terms" }).click();
  await expect(page.getByText("The terms are saved.")).toBeVisible();
  await page.goto(`/p/${slug}`);
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  const promise = `Pre-order, ships from ${format.format(day)}`;
  await expect(page.getByText(promise)).toBeVisible();

  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "Pre-order", exact: true }).click();
  const added = page.getByRole("dialog", { name: /^Your cart/ });
  await expect(added).toContainText("is in your cart");
  await expect(added).toContainText(promise);
  await page.goto("/cart");
  await expect(page.getByRole("main")).toContainText(promise);
  await goToPayment(page);
  await expect(page.getByRole("region", { name: "Your order" })).toContainText(promise);
  await payButton(page).click();
  await confirmedOrder(page);
  await page.goto(`/p/${slug}`);
  await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
});

test("the terms of all variants are set at once, and what is left empty stays", async ({
  page,
  shop,
}) => {
  const { id, slug } = await makeProduct(shop, {
    options: [{ name: "Size", values: ["Small", "Large"] }],
    variants: ["Small", "Large"].map((size) => ({ values: [size], price: 2400, on_hand: 0 })),
  });
  await shop.signIn(page, owner);
  await page.goto(`/staff/products/${id}`);
  await page.getByText("Low stock, back-orders and pre-orders").click();
  const which = page.getByRole("combobox", { name: "Of which variant" });
  const saveAll = page.getByRole("button", { name: "Save the terms of all chosen" });
  await which.selectOption("Several at once");
  await page.getByLabel("Low below").fill("4");
  await saveAll.click();
  await expect(page.getByText("The terms are saved.")).toBeVisible();
  await page.reload();
  await page.getByText("Low stock, back-orders and pre-orders").click();
  await which.selectOption("Several at once");
  await page.getByLabel("Pre-orders ship").fill(fieldMoment(30));
  await saveAll.click();
  const limit = page.getByLabel("Sold ahead of each");
  await expect(limit).toBeFocused();
  await limit.fill("3");
  await saveAll.click();
  await expect(page.getByText("The terms are saved.")).toBeVisible();
  await which.selectOption("Large");
  await expect(page.getByLabel("Low below")).toHaveValue("4");
  const { variants } = await shop.api.call<{
    variants: { stock: { status: string; available: number } }[];
  }>(`/api/v1/products/${slug}/`);
  expect(variants.map(({ stock }) => [stock.status, stock.available])).toEqual([
    ["preorder", 3],
    ["preorder", 3],
  ]);
});
