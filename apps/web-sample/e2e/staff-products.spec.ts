/** What staff does with products, by mouse and keyboard alone, and what shoppers see of it. */
import { randomInt, randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { pngFile } from "./support/pictures.ts";
import { newStaff } from "./support/staff.ts";
import { chooseOption } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const catalogueStaff = [
  "products:read",
  "products:write",
  "inventory:read",
  "inventory:write",
] as const;

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const region = (page: Page, name: string): Locator => page.getByRole("region", { name });
const newTitle = (): string => `Sill Vase ${randomUUID().slice(0, 8)}`;

/** A colour that no other picture of the shop has: the same file is kept once. */
const paint = (): [number, number, number] => [randomInt(256), randomInt(256), randomInt(256)];

async function addOption(page: Page, name: string, values: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Add an option" }).click();
  await page
    .getByRole("textbox", { name: /^Option \d$/ })
    .last()
    .fill(name);
  const field = page.getByLabel(/^Values of option \d$/).last();
  for (const value of values) {
    await field.fill(value);
    await field.press("Enter");
  }
}

/** One value for all variants, or for those that are ticked. */
async function setForMany(page: Page, field: string, value: string): Promise<void> {
  await page.getByLabel("Set for many").selectOption(field);
  await page.getByLabel("To", { exact: true }).fill(value);
  await page.getByRole("button", { name: /^Apply to/ }).click();
}

const variant = (page: Page, name: string): Locator =>
  page.getByRole("list", { name: "Variants" }).getByRole("group", { name, exact: true });

test("a product with twelve variants, pictures, two currencies and two warehouses is built and bought", {
  tag: "@core",
}, async ({ page, shop }) => {
  // A whole afternoon of somebody's work.
  test.slow();
  const title = newTitle();
  await shop.signIn(page, await newStaff(shop, catalogueStaff));
  await page.goto("/staff");
  await page.getByRole("navigation").getByRole("link", { name: "Products" }).click();
  await page.getByRole("link", { name: "New product" }).click();
  await expect(heading(page)).toHaveText("New product");

  await page.getByLabel("Title", { exact: true }).fill(title);
  await page
    .getByLabel("Description (optional)", { exact: true })
    .fill("<p>Holds <b>one</b> stem.</p>");
  await page.getByLabel("Status").selectOption("Active");
  await page.getByLabel("Category").selectOption({ label: "Kitchen & table › Mugs & cups" });
  await page.getByLabel("Brand").fill("Halden Pottery");

  const files = page.waitForEvent("filechooser");
  await page.getByText("Upload pictures").click();
  await (await files).setFiles([pngFile("front.png", ...paint()), pngFile("back.png", ...paint())]);
  await page.getByLabel("Description of picture 2").fill("From behind");
  await page.getByLabel("Description of picture 1").fill("From the front");
  await page.getByRole("button", { name: "Move picture 2 up" }).click();
  await expect(page.getByLabel("Description of picture 1")).toHaveValue("From behind");

  await addOption(page, "Colour", ["Clay", "Sage", "Chalk", "Indigo"]);
  await addOption(page, "Size", ["Small", "Medium", "Large"]);
  const rows = page.getByRole("list", { name: "Variants" }).getByRole("listitem");
  await expect(rows).toHaveCount(12);
  const skus = `V${randomInt(1e9)}`;
  await page.getByLabel("SKUs begin with").fill(skus);
  await page.getByRole("button", { name: "Fill in missing SKUs" }).click();
  await expect(variant(page, "Sage / Large").getByLabel("SKU")).toHaveValue(`${skus}-SAGE-LARGE`);

  await setForMany(page, "Price EUR", "24");
  await setForMany(page, "Price USD", "26.50");
  for (const colour of ["Clay", "Sage", "Chalk", "Indigo"]) {
    await page.getByLabel(`Choose ${colour} / Large`).check();
  }
  await setForMany(page, "Price EUR", "31,90");
  await page.getByLabel("Set for many").selectOption("Picture");
  await page.getByLabel("To", { exact: true }).selectOption("2. From the front");
  await page.getByRole("button", { name: "Apply to 4 selected" }).click();
  await page.getByRole("button", { name: "Make the product" }).click();

  await expect(heading(page)).toHaveText(title);
  await expect(page.getByText("In the shop", { exact: true })).toBeVisible();
  const stock = region(page, "Stock");
  await stock.getByLabel("Clay / Small in Main warehouse").fill("5");
  await stock.getByRole("button", { name: "First one for all in Main warehouse" }).click();
  await stock.getByLabel("Clay / Small in Northern warehouse").fill("2");
  await stock.getByRole("button", { name: "First one for all in Northern warehouse" }).click();
  await stock.getByRole("button", { name: "Save 24 changed" }).click();
  await expect(page.getByText("24 numbers are saved.")).toBeVisible();
  await expect(stock.getByRole("row", { name: /^Sage \/ Large/ })).toContainText("7");

  await page.getByRole("link", { name: "See it in the shop" }).click();
  await expect(heading(page)).toHaveText(title);
  await expect(page.getByText("Holds one stem.")).toBeVisible();
  await chooseOption(page, "Colour", "Sage");
  await chooseOption(page, "Size", "Large");
  await expect(page.getByRole("main")).toContainText("€31.90");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("dialog", { name: "Your cart" })).toContainText("is in your cart");

  const { pathname } = new URL(page.url());
  const { variants } = await shop.api.call<{
    variants: { price: { amount: number }; stock: { available: number } }[];
  }>(`/api/v1/products/${pathname.split("/").at(-1)}/?currency=USD`);
  expect(variants).toHaveLength(12);
  expect(new Set(variants.map(({ price }) => price.amount))).toEqual(new Set([2650]));
  expect(variants.every(({ stock }) => stock.available === 7)).toBe(true);
});
