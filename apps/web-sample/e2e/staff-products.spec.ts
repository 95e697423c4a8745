/** What staff does with products, by mouse and keyboard alone, and what shoppers see of it. */
import { randomInt } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { makeProduct, newTitle, retitle } from "./support/catalogue.ts";
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

/** Of the product itself, not of its translation. */
const subtitle = (page: Page): Locator =>
  page.getByRole("form", { name: "Product" }).getByLabel("Subtitle (optional)");

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
  // The longest walk there is: 46 seconds were seen on two cores, of the usual 90.
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

test("what the server refuses is told at its cell, and nothing that was typed is lost", async ({
  page,
  shop,
}) => {
  await shop.signIn(page, await newStaff(shop, catalogueStaff));
  await page.goto("/staff/products/new");
  await page.getByLabel("Title", { exact: true }).fill(newTitle());
  await addOption(page, "Size", ["Small", "Large"]);
  await setForMany(page, "Price EUR", "free");
  await page.getByRole("button", { name: "Make the product" }).click();
  const small = variant(page, "Small");
  await expect(small.getByLabel("Price EUR")).toHaveAccessibleDescription(/such as 19.90/);
  await setForMany(page, "Price EUR", "12");
  // Another product's SKU, and a barcode whose last digit does not fit.
  await variant(page, "Large").getByLabel("SKU").fill("TEA-QUIET");
  await page.getByRole("button", { name: "Make the product" }).click();
  await expect(variant(page, "Large").getByLabel("SKU")).toBeFocused();
  await expect(variant(page, "Large").getByLabel("SKU")).toHaveAccessibleDescription(
    "Quiet Hours Infusion (quiet-hours-infusion) has the SKU TEA-QUIET.",
  );
  await variant(page, "Large").getByLabel("SKU").fill("");
  await small.getByRole("button", { name: "More about Small" }).click();
  const more = page.getByRole("group", { name: "More about Small" });
  await more.getByLabel("Barcode").fill("4006381333932");
  await small.getByRole("button", { name: "Less about Small" }).click();
  await page.getByRole("button", { name: "Make the product" }).click();
  await expect(more.getByLabel("Barcode")).toHaveAccessibleDescription(/mistyped/);
  await expect(small.getByLabel("Price EUR")).toHaveValue("12");
});

test("a product is renamed, translated and duplicated, and goes into the bin and back", async ({
  page,
  shop,
}) => {
  const { id, slug, title } = await makeProduct(shop);
  await shop.signIn(page, await newStaff(shop, catalogueStaff));
  await page.goto(`/staff/products/${id}`);
  await page.getByLabel("Slug (optional)").fill(`${slug}-new`);
  await expect(page.getByText(`The old one, /p/${slug}, leads there from then on.`)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${title} is saved.`)).toBeVisible();

  const french = region(page, "Other languages");
  await french.getByLabel("Title (optional)", { exact: true }).fill("Vase de fenêtre");
  await french.getByRole("button", { name: "Save the texts" }).click();
  await expect(page.getByText("The texts in French are saved.")).toBeVisible();
  const read = await shop.api.call<{ title: string }>(`/api/v1/products/${slug}/?locale=fr`);
  expect(read.title).toBe("Vase de fenêtre");

  await page.getByRole("button", { name: "Duplicate" }).click();
  await expect(heading(page)).toHaveText(`${title} (copy)`);
  await page.getByRole("button", { name: "Put into the bin" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put into the bin" }).click();
  await expect(page.getByText("In the bin", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();
});

test("whoever saves over somebody else's changes is asked first", async ({ page, shop }) => {
  const product = await makeProduct(shop);
  await shop.signIn(page, await newStaff(shop, catalogueStaff));
  await page.goto(`/staff/products/${product.id}`);
  await subtitle(page).fill("For one stem");
  const theirs = newTitle();
  await retitle(shop, product, theirs);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Somebody else has saved this product" });
  await dialog.getByRole("button", { name: "Drop mine and show theirs" }).click();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(theirs);

  await subtitle(page).fill("For two stems");
  await page.getByRole("link", { name: "All products" }).click();
  const leaving = page.getByRole("dialog", { name: "Leave without saving?" });
  await leaving.getByRole("button", { name: "Stay" }).click();
  await expect(subtitle(page)).toHaveValue("For two stems");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${theirs} is saved.`)).toBeVisible();
});

test("many products are changed at once, and each refusal stands at its row", async ({
  page,
  shop,
}) => {
  const one = await makeProduct(shop);
  const other = await makeProduct(shop, { title: `${one.title} again` });
  await shop.signIn(page, await newStaff(shop, catalogueStaff));
  await page.goto("/staff/products");
  await page.getByLabel("Search").fill(one.title);
  const table = page.getByRole("table", { name: "Products" });
  await expect(table.getByRole("rowheader")).toHaveCount(2);
  await page.getByLabel("All on this page").check();
  await page.getByLabel("With what is chosen").selectOption("Add tags");
  await page.getByLabel("Tags, with commas between").fill("windowsill");
  await page.getByRole("button", { name: "Apply to 2" }).click();
  await expect(page.getByText("2 changed.")).toBeVisible();

  await page.getByLabel(`Choose ${other.title}`).check();
  await page.getByLabel("With what is chosen").selectOption("Put into the bin");
  await page.getByRole("button", { name: "Apply to 1" }).click();
  await expect(table.getByRole("rowheader")).toHaveCount(1);
  await page.getByLabel("Where").selectOption("In the bin");
  await expect(table.getByRole("row", { name: other.title })).toContainText("In the bin");
  await page.reload();
  await expect(page.getByLabel("Search")).toHaveValue(one.title);
  await expect(table.getByRole("rowheader")).toHaveCount(1);
});
