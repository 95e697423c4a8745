/** Products put together by staff: picked by hand, or by rules that are tried while they are made. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { makeProduct } from "./support/catalogue.ts";
import { newStaff } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const staff = ["products:read", "products:write"] as const;

async function begin(page: Page, name: string, kind: string): Promise<void> {
  await page.goto("/staff/collections");
  await page.getByRole("button", { name: "New collection" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("How it is filled").selectOption(kind);
  await page.getByRole("button", { name: "Make the collection" }).click();
  await expect(heading(page)).toHaveText(name);
}

test("products are picked by hand and put in order, and shoppers find them so", async ({
  page,
  shop,
}) => {
  const name = `Window ${randomUUID().slice(0, 8)}`;
  const first = await makeProduct(shop);
  const second = await makeProduct(shop);
  await shop.signIn(page, await newStaff(shop, staff));
  await begin(page, name, "By hand");
  for (const { title } of [first, second]) {
    await page.getByLabel("Find a product to add").fill(title);
    await page.getByRole("button", { name: `Add ${title}` }).click();
    await expect(page.getByText(`${title} is in the collection.`)).toBeVisible();
  }
  const picks = page.getByRole("list", { name: "Picked products" }).getByRole("listitem");
  await expect(picks).toContainText([first.title, second.title]);
  await page.getByRole("button", { name: `Move ${second.title} up` }).click();
  await expect(picks).toContainText([second.title, first.title]);
  await picks.nth(1).locator("[draggable]").dragTo(picks.nth(0));
  await expect(picks).toContainText([first.title, second.title]);

  await page.getByLabel("Shoppers see it").check();
  await page.getByRole("button", { name: "Save the collection" }).click();
  await expect(page.getByText(`${name} is saved.`)).toBeVisible();
  const slug = await page.getByLabel("Slug (optional)").inputValue();
  const found = await shop.api.call<{ items: { title: string }[] }>(
    `/api/v1/products/?collection=${slug}`,
  );
  expect(found.items.map(({ title }) => title)).toEqual([first.title, second.title]);
});

test("rules are tried while they are made, and told what they lack", async ({ page, shop }) => {
  const tag = `t${randomUUID().slice(0, 8)}`;
  const cheap = await makeProduct(shop, { tags: [tag], variants: [{ price: 900 }] });
  const dear = await makeProduct(shop, { tags: [tag], variants: [{ price: 9900 }] });
  await shop.signIn(page, await newStaff(shop, staff));
  await begin(page, `By ${tag}`, "By rules");
  const preview = page.getByRole("region", { name: "What they find now" });
  await expect(preview).toContainText(/\d+ products now/);
  await page.getByLabel("Rule 1 looks at").selectOption("Tag");
  await page.getByRole("button", { name: "Save the collection" }).click();
  await expect(page.getByRole("group", { name: "Rule 1" })).toContainText(
    "Say what it is compared with.",
  );
  await page.getByLabel("Values of rule 1").fill(tag);
  await page.getByLabel("Values of rule 1").press("Enter");
  await expect(preview).toContainText("2 products now");
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Rule 2 looks at").selectOption("Price");
  await page.getByLabel("How rule 2 compares").selectOption("is at most");
  await page.getByLabel("Value of rule 2").fill("10");
  await expect(preview).toContainText("1 product now");
  await expect(preview).toContainText(cheap.title);
  await expect(preview).not.toContainText(dear.title);
  await page.getByRole("button", { name: "Save the collection" }).click();
  await expect(page.getByText(`By ${tag} is saved.`)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Value of rule 2")).toHaveValue("10.00");
  await expect(preview).toContainText("1 product now");
});

test("a type gets an attribute, and its products a field for it", async ({ page, shop }) => {
  const type = `Clock ${randomUUID().slice(0, 8)}`;
  const code = `ticks_${randomUUID().slice(0, 8)}`.replace(/_(?=\d)/, "_n");
  await shop.signIn(page, await newStaff(shop, staff));
  await page.goto("/staff/product-types");
  await page.getByLabel("New type").fill(type);
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("heading", { name: `Attributes of ${type}` })).toBeVisible();
  await page.getByRole("button", { name: "Add an attribute" }).click();
  const form = page.getByRole("form", { name: "Attribute" });
  await form.getByLabel("Name", { exact: true }).fill("Sound");
  await form.getByLabel("Code").fill(code);
  await form.getByLabel("Its value is").selectOption("One of several choices");
  await form.getByLabel("Choices").fill("Loud, Soft,");
  await form.getByLabel("A product cannot be saved without it").check();
  await form.getByRole("button", { name: "Make the attribute" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: code })).toContainText("Loud, Soft");

  const { id, title } = await makeProduct(shop);
  await page.goto(`/staff/products/${id}`);
  await page.getByLabel("Product type").fill(type);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Sound")).toHaveAccessibleDescription(/.+/);
  await page.getByLabel("Sound").selectOption("Soft");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`${title} is saved.`)).toBeVisible();
});

test("a brand is made, renamed and deleted", async ({ page, shop }) => {
  const name = `Maker ${randomUUID().slice(0, 8)}`;
  await shop.signIn(page, await newStaff(shop, staff));
  await page.goto("/staff/brands");
  await page.getByRole("button", { name: "New brand" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("Name", { exact: true }).fill(name);
  await drawer.getByRole("button", { name: "Make the brand" }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole("searchbox", { name: "Search" }).fill(name);
  await page.getByRole("button", { name: `Edit ${name}` }).click();
  await drawer.getByLabel("Name", { exact: true }).first().fill(`${name} & Sons`);
  await drawer.getByRole("button", { name: "Save the brand" }).click();
  const row = page.getByRole("table", { name: "Brands" }).getByRole("row", { name: "& Sons" });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the brand" }).click();
  await expect(page.getByText("No brand matches.")).toBeVisible();
});
