/** The shelves of the shop as staff arranges them: by the mouse, by keys, by name. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { makeCategory, makeProduct } from "./support/catalogue.ts";
import { newStaff } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

/** What stands below a category, in order. */
const below = (page: Page, name: string): Locator =>
  page.getByRole("list", { name: `In ${name}`, exact: true }).locator(":scope > li");

const shelf = (page: Page, name: string): Locator =>
  page.getByRole("main").getByRole("button", { name: new RegExp(`^${name} \\d+ product`) });

/** Names that no other test has. */
const names = (...words: readonly string[]): readonly string[] => {
  const mark = randomUUID().slice(0, 6);
  return words.map((word) => `${word} ${mark}`);
};

test("a department is made, filled by steps of the keyboard, and seen in the shop", async ({
  page,
  shop,
}) => {
  const [top = "", first = "", second = ""] = names("Atelier", "Brushes", "Canvases");
  await shop.signIn(page, await newStaff(shop, ["products:read", "products:write"]));
  await page.goto("/staff/categories");
  await page.getByRole("button", { name: "New department" }).click();
  await page.getByLabel("Name", { exact: true }).fill(top);
  await page.getByRole("button", { name: "Make the category" }).click();
  for (const name of [first, second]) {
    await shelf(page, top).click();
    await page.getByRole("button", { name: "Add below it" }).click();
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Make the category" }).click();
    await expect(shelf(page, name)).toBeVisible();
  }
  await expect(below(page, top)).toContainText([first, second]);

  await shelf(page, second).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(below(page, top)).toContainText([second, first]);
  await expect(shelf(page, second)).toBeFocused();
  await shelf(page, first).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(below(page, second)).toContainText([first]);
  // The focus goes with what is moved.
  await expect(shelf(page, first)).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(below(page, top)).toContainText([second, first]);

  await shelf(page, second).click();
  await page.getByRole("region", { name: second }).getByLabel("Slug (optional)").fill("");
  await page
    .getByRole("region", { name: second })
    .getByLabel("Name", { exact: true })
    .fill(`${second} and easels`);
  await page.getByRole("button", { name: "Save the category" }).click();
  await expect(page.getByText(`${second} and easels is saved.`)).toBeVisible();
  await page.goto(`/c/${top.toLowerCase().replace(" ", "-")}`);
  await expect(heading(page)).toHaveText(top);
});

test("a category is dragged into another, and moved to a third by its name", async ({
  page,
  shop,
}) => {
  const [left = "", right = "", moving = ""] = names("Left", "Right", "Moving");
  const { id } = await makeCategory(shop, left);
  await makeCategory(shop, right);
  await makeCategory(shop, moving, id);
  await shop.signIn(page, await newStaff(shop, ["products:read", "products:write"]));
  await page.goto("/staff/categories");
  const row = (name: string): Locator => page.locator("[data-category]").filter({ hasText: name });
  await row(moving).locator("[draggable]").dragTo(row(right));
  await expect(page.getByText(`${moving} is moved.`)).toBeVisible();
  await expect(below(page, right)).toContainText([moving]);

  await shelf(page, moving).click();
  await page.getByRole("button", { name: "Move to…" }).click();
  const dialog = page.getByRole("dialog", { name: `Move ${moving}` });
  await dialog.getByLabel("Below which category").selectOption(left);
  await dialog.getByRole("button", { name: "Move it there" }).click();
  await expect(below(page, left)).toContainText([moving]);
});

test("a category with products and children is deleted, and they go where they are sent", async ({
  page,
  shop,
}) => {
  const [old = "", child = "", home = ""] = names("Old", "Child", "Home");
  const { id, slug } = await makeCategory(shop, old);
  await makeCategory(shop, child, id);
  const { slug: homeSlug } = await makeCategory(shop, home);
  const { title } = await makeProduct(shop, { category: slug });
  await shop.signIn(page, await newStaff(shop, ["products:read", "products:write"]));
  await page.goto(`/staff/categories?id=${id}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: `Delete ${old}?` });
  await dialog.getByLabel("Where its 1 product go").selectOption(home);
  await dialog.getByLabel("Where the 1 category below it go").selectOption(home);
  await dialog.getByRole("button", { name: "Delete the category" }).click();
  await expect(page.getByText(`${old} is deleted.`)).toBeVisible();
  await expect(below(page, home)).toContainText([child]);
  await page.goto(`/c/${homeSlug}`);
  await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
});

test("on a phone what is chosen in the tree comes into sight, and so does what is begun", async ({
  page,
  shop,
}) => {
  await page.setViewportSize({ width: 375, height: 812 });
  const [name = ""] = names("Pocket");
  await makeCategory(shop, name);
  await shop.signIn(page, await newStaff(shop, ["products:read", "products:write"]));
  await page.goto("/staff/categories");
  await shelf(page, name).click();
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeInViewport();
  await page.getByRole("button", { name: "Add below it" }).click();
  const field = page.getByLabel("Name", { exact: true });
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
});
