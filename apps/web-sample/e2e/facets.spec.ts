/** Narrowing a list by what its products are, and coming to it by collections and former addresses. */
import type { Locator, Page } from "@playwright/test";
import { asOwner, newName, newProduct } from "./support/stocked.ts";
import { expect, test } from "./support/test.ts";

const cardsOf = (page: Page) => page.getByRole("main").getByRole("article");
const chipsOf = (page: Page) => page.getByRole("list", { name: "Active filters" });

const filtersOf = (page: Page): Locator => page.getByRole("complementary", { name: "Filters" });

/** What stands behind a value. */
async function countAt(group: Locator, value: string): Promise<number> {
  const label = group.locator("label").filter({ hasText: value });
  return Number(/\d+$/.exec((await label.textContent()) ?? "")?.[0]);
}

test.describe("what products are", () => {
  test("narrows by choices, and counts what each would leave", {
    tag: "@core",
  }, async ({ page }) => {
    await page.goto("/c/mugs-and-cups");
    const colours = filtersOf(page).getByRole("group", { name: "Colour" });
    const count = await countAt(colours, "Chalk");
    await colours.getByRole("checkbox", { name: /^Chalk/ }).check();
    await expect(cardsOf(page)).toHaveCount(count);
    await expect(page).toHaveURL(/attributes=colour%3AChalk/);
    await expect(chipsOf(page)).toContainText("Colour: Chalk");

    const materials = filtersOf(page).getByRole("group", { name: "Material" });
    const both = await countAt(materials, "Stoneware");
    await materials.getByRole("checkbox", { name: /^Stoneware/ }).check();
    await expect(cardsOf(page)).toHaveCount(both);

    await page.reload();
    await expect(cardsOf(page)).toHaveCount(both);
    await expect(chipsOf(page)).toContainText("Material: Stoneware");
    await page.getByRole("button", { name: "Remove the filter Colour: Chalk" }).click();
    await expect(page).not.toHaveURL(/colour/);
    await expect(chipsOf(page)).toContainText("Material: Stoneware");
  });

  test("narrows by numbers with their unit, and refuses what is none", async ({ page }) => {
    await page.goto("/c/mugs-and-cups");
    const capacity = filtersOf(page).getByRole("form", { name: "Capacity, from and to" });
    await expect(cardsOf(page).first()).toBeVisible();
    const before = await cardsOf(page).count();
    await capacity.getByLabel("From (ml)").fill("much");
    await capacity.getByRole("button", { name: "Set the capacity" }).click();
    await expect(capacity.getByRole("alert")).toContainText("Enter numbers such as 250");
    await capacity.getByLabel("From (ml)").fill("300");
    await capacity.getByRole("button", { name: "Set the capacity" }).click();
    await expect(chipsOf(page)).toContainText("Capacity from 300 ml");
    await expect(cardsOf(page)).not.toHaveCount(before);
    expect(await cardsOf(page).count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Remove the filter Capacity from 300 ml" }).click();
    await expect(cardsOf(page)).toHaveCount(before);
    await expect(capacity.getByLabel("From (ml)")).toHaveValue("");
  });

  test("narrows by yes or no, by maker and by stars", async ({ page }) => {
    await page.goto("/search");
    const filters = filtersOf(page);
    await filters
      .getByRole("group", { name: "Handmade" })
      .getByRole("checkbox", { name: /^Yes/ })
      .check();
    await expect(chipsOf(page)).toContainText("Handmade: Yes");
    await filters
      .getByRole("group", { name: "Maker" })
      .getByRole("checkbox", { name: /^Halden Pottery/ })
      .check();
    await expect(chipsOf(page)).toContainText("Halden Pottery");
    const ratings = filters.getByRole("group", { name: "Rating" });
    await ratings.getByRole("radio", { name: /^4 stars and up/ }).check();
    await expect(chipsOf(page)).toContainText("4 stars and up");
    await expect(page).toHaveURL(/min_rating=4/);
    await expect(cardsOf(page).filter({ hasText: "Tide Mug" })).toBeVisible();
    for (const vendor of await cardsOf(page).locator("p").first().allInnerTexts()) {
      expect(vendor).toBe("Halden Pottery");
    }
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(page).toHaveURL("/search");
  });

  test("puts the best rated first", async ({ page }) => {
    await page.goto("/c/mugs-and-cups");
    await page.getByLabel("Sort by").selectOption("rating");
    await expect(page).toHaveURL(/sort=rating/);
    const said = cardsOf(page).getByText(/of 5 stars/);
    await expect(said.first()).toBeAttached();
    await expect
      .poll(async () => {
        const stars = (await said.allTextContents()).map((text) => Number.parseFloat(text));
        return stars.every((value, i) => i === 0 || value <= (stars[i - 1] ?? 0));
      })
      .toBe(true);
  });

  test("knows the way on when an address asks for what is gone", async ({ page }) => {
    await page.goto("/c/mugs-and-cups?attributes=wingspan:3");
    await expect(page.getByRole("heading", { name: "This filter is gone" })).toBeVisible();
    await page.getByRole("button", { name: "Leave it out" }).click();
    await expect(cardsOf(page).first()).toBeVisible();
    await expect(page).toHaveURL("/c/mugs-and-cups");
  });
});

test.describe("a collection", () => {
  test("is found on the front page, in the order that staff gave it", {
    tag: "@phone",
  }, async ({ page, shop }) => {
    const slugs = ["kestrel-teapot", "tide-mug", "barnaby-bear"];
    const name = newName("Window");
    const { id, slug } = await asOwner<{ id: string; slug: string }>(shop, "POST", "collections/", {
      ...{ kind: "manual", name, position: 100 },
    });
    const ids: string[] = [];
    for (const known of slugs) {
      ids.push((await shop.api.call<{ id: string }>(`/api/v1/products/${known}/`)).id);
    }
    await asOwner(shop, "POST", `collections/${id}/products/`, { product_ids: ids });

    await page.goto("/");
    await page.getByRole("link", { name: /^In the front window/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("In the front window");
    await expect(page.getByLabel("Sort by")).toHaveValue("manual");

    await page.goto(`/collections/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    const titles = cardsOf(page).getByRole("heading");
    await expect(titles).toHaveText(["Kestrel Teapot", "Tide Mug", "Barnaby Bear"]);
    await page.getByLabel("Sort by").selectOption("title");
    await expect(titles).toHaveText(["Barnaby Bear", "Kestrel Teapot", "Tide Mug"]);
    await page.getByLabel("Sort by").selectOption("manual");
    await expect(titles).toHaveText(["Kestrel Teapot", "Tide Mug", "Barnaby Bear"]);
    await expect(page).toHaveURL(`/collections/${slug}`);
  });
});

test.describe("a former address", () => {
  test("of a collection leads to the present one, filters and all", async ({ page, shop }) => {
    const { id, slug } = await asOwner<{ id: string; slug: string }>(shop, "POST", "collections/", {
      ...{ kind: "manual", name: newName("Old"), position: 100 },
    });
    await asOwner(shop, "PATCH", `collections/${id}/`, { slug: `${slug}-new` });
    await page.goto(`/collections/${slug}?sort=title`);
    await expect(page).toHaveURL(`/collections/${slug}-new?sort=title`);
  });

  test("of a category leads to the present one", async ({ page, shop }) => {
    const made = await asOwner<{ id: string; slug: string }>(shop, "POST", "categories/", {
      ...{ name: newName("Shelf"), parent_id: null },
    });
    await asOwner(shop, "PATCH", `categories/${made.id}/`, { slug: `${made.slug}-new` });
    await page.goto(`/c/${made.slug}`);
    await expect(page).toHaveURL(`/c/${made.slug}-new`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("of a product leads to the present one, as its id and its long name do", async ({
    page,
    shop,
  }) => {
    const made = await newProduct(shop);
    const { id, slug, title, version, variants } = made;
    const [variant] = variants;
    await asOwner(shop, "PUT", `products/${id}/`, {
      ...{ title, version, slug: `${slug}-new`, status: "active" },
      variants: [{ id: variant?.id, price: 2000, sku: variant?.sku }],
    });
    await page.goto(`/p/${slug}?variant=${variant?.id}`);
    await expect(page).toHaveURL(`/p/${slug}-new?variant=${variant?.id}`);
    await page.goto(`/p/${id}`);
    await expect(page).toHaveURL(`/p/${slug}-new`);
    await page.goto(`/products/${slug}`);
    await expect(page).toHaveURL(`/p/${slug}-new`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });
});
