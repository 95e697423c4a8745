/** Ways to a product: words, shelves, filters; and what stands where there is nothing. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./support/axe.ts";
import { headersOf, owner } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

const cardsOf = (page: Page) => page.getByRole("main").getByRole("article");

/** Beside the products on a desk, in a drawer on a phone. */
async function openFilters(page: Page) {
  const beside = page.getByRole("complementary", { name: "Filters" });
  const button = page.getByRole("button", { name: "Filters" });
  await expect(beside.or(button).first()).toBeVisible();
  if (await beside.isVisible()) return beside;
  await button.click();
  return page.getByRole("dialog", { name: "Filters" });
}

async function closeFilters(page: Page): Promise<void> {
  const drawer = page.getByRole("dialog", { name: "Filters" });
  if (await drawer.isVisible()) await drawer.getByRole("button", { name: /^Show \d+/ }).click();
}

test.describe("search", () => {
  test("finds products by words from any page", { tag: "@phone" }, async ({ page }) => {
    await page.goto("/cart");
    const box = page.getByRole("combobox", { name: "Search the shop" });
    await box.fill("teapot");
    await box.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=teapot$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("“teapot”");
    const found = cardsOf(page).filter({ hasText: "Kestrel Teapot" });
    await expect(found.getByRole("link", { name: "Kestrel Teapot" })).toBeVisible();
    await expect(found.getByRole("heading").locator("mark")).toHaveText("Teapot");
    await expect(box).toHaveValue("teapot");
  });

  test("completes what is being typed, misspelt too", { tag: "@phone" }, async ({ page }) => {
    await page.goto("/cart");
    const box = page.getByRole("combobox", { name: "Search the shop" });
    await box.fill("lantren");
    const list = page.getByRole("listbox", { name: "Suggestions" });
    await expect(page.getByText("Showing what fits lantern")).toBeVisible();
    await expect(list.getByRole("option").first()).toBeVisible();
    await box.press("ArrowDown");
    const chosen = list.getByRole("option", { selected: true });
    await expect(chosen).toHaveCount(1);
    await expect(box).toHaveAttribute(
      "aria-activedescendant",
      (await chosen.getAttribute("id")) ?? "",
    );
    await box.press("Escape");
    await expect(list).toBeHidden();
    await box.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=lantren$/);
    await expect(page.getByText("Showing results for lantern")).toBeVisible();
    await box.fill("kestr");
    await list.getByRole("option", { name: /Kestrel Teapot/ }).click();
    await expect(page).toHaveURL(/\/p\/kestrel-teapot$/);
  });

  test("says when nothing was found, and what to do", async ({ page }) => {
    await page.goto("/search?q=zzqx");
    await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
    await expect(page.getByRole("link", { name: "See everything" })).toBeVisible();
    await expect(cardsOf(page)).toHaveCount(0);
  });

  test("shows more on request, each product once", async ({ page }) => {
    await page.goto("/search");
    await expect(cardsOf(page)).toHaveCount(24);
    await expect(page.getByText(/^You have seen 24 of \d+$/)).toBeVisible();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(cardsOf(page)).toHaveCount(48);
    const titles = await cardsOf(page).getByRole("heading").allInnerTexts();
    expect(new Set(titles).size).toBe(48);
  });

  test("keeps words as they are, even when they look like HTML", async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("<img src=x");
    await expect(page.getByRole("main").locator("img[src='x']")).toHaveCount(0);
  });
});

test.describe("filters", () => {
  test("stay in the address, survive a reload and the way back", {
    tag: "@phone",
  }, async ({ page }) => {
    await page.goto("/c/lighting");
    await expect(cardsOf(page).first()).toBeVisible();
    const before = await cardsOf(page).count();

    const filters = await openFilters(page);
    await filters.getByRole("checkbox", { name: /^In stock/ }).check();
    await filters.getByLabel(/^To/).fill("60");
    await filters.getByRole("button", { name: "Set the price" }).click();
    await expect(page).toHaveURL(/in_stock=true/);
    await expect(page).toHaveURL(/max_price=6000/);
    await closeFilters(page);
    const active = page.getByRole("list", { name: "Active filters" });
    await expect(active).toContainText("Up to €60.00");
    await expect(cardsOf(page)).not.toHaveCount(before);
    const narrowed = await cardsOf(page).count();
    expect(narrowed).toBeGreaterThan(0);

    await page.reload();
    await expect(active).toContainText("In stock");
    await expect(cardsOf(page)).toHaveCount(narrowed);

    await cardsOf(page).first().getByRole("link").click();
    await expect(page).toHaveURL(/\/p\//);
    await page.goBack();
    await expect(active).toContainText("Up to €60.00");
    await expect(cardsOf(page)).toHaveCount(narrowed);

    await active.getByRole("button", { name: "Clear all" }).click();
    await expect(cardsOf(page)).toHaveCount(before);
    await expect(page).toHaveURL(/\/c\/lighting$/);

    // Each step back takes one choice back.
    await page.goBack();
    await expect(active).toContainText("Up to €60.00");
    await page.goBack();
    await expect(active).not.toContainText("Up to €60.00");
    await expect(active).toContainText("In stock");
    await page.goBack();
    await expect(cardsOf(page)).toHaveCount(before);
  });

  test("count what they would leave", async ({ page }) => {
    await page.goto("/c/clothing");
    const filters = page.getByRole("complementary", { name: "Filters" });
    const makers = filters.getByRole("group", { name: "Maker" });
    const maker = makers.locator("label").filter({ hasText: "Maison Orle" });
    const count = Number(/\d+$/.exec((await maker.textContent()) ?? "")?.[0]);
    await maker.getByRole("checkbox").check();
    await expect(cardsOf(page)).toHaveCount(count);
    await expect(page.getByText(`${count} products`, { exact: true }).first()).toBeVisible();
  });

  test("refuse a price range that makes no sense", async ({ page }) => {
    await page.goto("/c/lighting");
    const range = page.getByRole("form", { name: "Price range" });
    await range.getByLabel(/^From/).fill("90");
    await range.getByLabel(/^To/).fill("10");
    await range.getByRole("button", { name: "Set the price" }).click();
    await expect(range.getByRole("alert")).toContainText("the smaller one first");
    await expect(page).toHaveURL(/\/c\/lighting$/);
  });

  test("drop what an address should not carry", async ({ page }) => {
    await page.goto("/c/lighting?sort=evil&min_price=-5&in_stock=maybe");
    await expect(cardsOf(page).first()).toBeVisible();
    await expect(page.getByLabel("Sort by")).toHaveValue("newest");
  });
});

test.describe("the way through the shop", () => {
  test("leads down by the departments and up by the breadcrumbs", async ({ page }) => {
    await page.goto("/");
    const departments = page.getByRole("navigation", { name: "Departments" });
    await departments.getByText("Wear & carry", { exact: true }).click();
    await departments.getByRole("link", { name: "Bags & travel" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bags & travel");
    await cardsOf(page).first().getByRole("link").click();
    const trail = page.getByRole("navigation", { name: "Breadcrumb" });
    await trail.getByRole("link", { name: "Bags & travel" }).click();
    await expect(trail.locator("[aria-current=page]")).toHaveText("Bags & travel");
    await trail.getByRole("link", { name: "Wear & carry" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wear & carry");
  });

  test("has a page of all departments, once they are more than the menus hold", async ({
    page,
    shop,
  }) => {
    const headers = await headersOf(shop, owner);
    const names = [1, 2].map((n) => `Annex ${n} ${randomUUID().slice(0, 8)}`);
    for (const name of names) await shop.api.post("/api/v1/admin/categories/", { name }, headers);
    await page.goto("/");
    const departments = page.getByRole("navigation", { name: "Departments" });
    await expect(departments.getByRole("listitem").filter({ hasText: names[1] ?? "" })).toHaveCount(
      0,
    );
    await departments.getByRole("link", { name: "All departments" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("All departments");
    await expectNoBarriers(page);
    await page.getByRole("link", { name: names[1] ?? "" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[1] ?? "");
  });

  test("goes through the menu on a phone", { tag: "@only-phone" }, async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Menu" }).click();
    const menu = page.getByRole("dialog", { name: "Departments" });
    await menu.getByRole("link", { name: "Bath & body" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bath & body");
    await expect(menu).toBeHidden();
  });

  const nowhere = [
    ["page", "/no/such/page"],
    ["category", "/c/no-such-category"],
    ["collection", "/collections/no-such-collection"],
    ["product", "/p/no-such-product"],
  ] as const;
  for (const [what, path] of nowhere) {
    test(`ends kindly at a ${what} that is not there`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This stall is empty");
      await expect(page.getByText(`There is no such ${what} here.`)).toBeVisible();
      await expect(page).toHaveTitle("Not found · Souk");
      await page.getByRole("link", { name: "Back to the shop" }).click();
      await expect(page).toHaveURL("/");
    });
  }
});
