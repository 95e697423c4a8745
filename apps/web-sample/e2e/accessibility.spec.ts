/** The shop for everybody: each page judged by axe. */
import { expectNoBarriers, expectToFit } from "./support/axe.ts";
import { buyAs } from "./support/purchases.ts";
import { owner } from "./support/staff.ts";
import { addToCart, confirmedOrder, fillAddress, payButton } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const pages = [
  ["/", "Souk"],
  ["/c/kitchen-and-table", "Kitchen & table · Souk"],
  ["/c/mugs-and-cups?attributes=colour:Chalk&min_rating=4", "Mugs & cups · Souk"],
  ["/collections/front-window", "In the front window · Souk"],
  ["/p/tide-mug", "Tide Mug · Souk"],
  ["/search?q=linen", "Search: linen · Souk"],
  ["/search?q=zzqx", "Search: zzqx · Souk"],
  ["/cart", "Your cart · Souk"],
  ["/checkout", "Checkout · Souk"],
  ["/sign-in", "Sign in · Souk"],
  ["/register", "Create an account · Souk"],
  ["/forgot-password", "Forgotten your password? · Souk"],
  ["/check-your-mail", "Check your mail · Souk"],
  ["/verify-email/nothing", "This link is spent · Souk"],
  ["/stock-alerts/unsubscribe/nothing", "Wait for nothing more? · Souk"],
  ["/orders/S-1", "Sign in to see this order · Souk"],
  ["/no/such/page", "Not found · Souk"],
] as const;

/** Those whose layout differs most on a small screen. */
const alsoOnPhones: readonly string[] = ["/", "/c/kitchen-and-table", "/p/tide-mug", "/register"];

const accountPages = [
  ["/account", "Your account · Souk"],
  ["/account/orders", "Your orders · Souk"],
  ["/account/reviews", "Your reviews · Souk"],
  ["/account/waiting", "Waiting for · Souk"],
  ["/account/addresses", "Your addresses · Souk"],
  ["/account/profile", "Your profile · Souk"],
  ["/account/security", "Security · Souk"],
  ["/account/privacy", "Privacy · Souk"],
] as const;

/** Of the staff, for the catalogue. */
const cataloguePages = [
  ["/staff/products", "All products · Souk"],
  ["/staff/products/new", "New product · Souk"],
  ["/staff/categories", "All categories · Souk"],
  ["/staff/collections", "All collections · Souk"],
  ["/staff/product-types", "Product types · Souk"],
  ["/staff/brands", "All brands · Souk"],
] as const;

const staffPages = [
  ["/staff/reviews", "All reviews · Souk"],
  ["/staff/inventory", "Stock levels · Souk"],
  ["/staff/inventory/transfers", "Transfers · Souk"],
  ["/staff/inventory/transfers/new", "New transfer · Souk"],
  ["/staff/inventory/holds", "Holds · Souk"],
  ["/staff/inventory/bundles", "Bundles · Souk"],
  ["/staff/inventory/waiting", "Waited for · Souk"],
  ["/staff/inventory/warehouses", "Warehouses · Souk"],
  ["/staff/prices", "Price lists · Souk"],
  ["/staff/prices/history", "Price history · Souk"],
  ["/staff/prices/groups", "Customer groups · Souk"],
  ["/staff/imports", "Imports and exports · Souk"],
  ["/staff/settings", "Store settings · Souk"],
] as const;

test.describe("without barriers and under a title of its own", () => {
  for (const [path, title] of pages) {
    const tag = alsoOnPhones.includes(path) ? "@phone" : [];
    test(`is ${path}`, { tag }, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveTitle(title);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectNoBarriers(page);
    });
  }

  test("are the pages of an account", async ({ page, shop }) => {
    // Axe takes some four seconds a page, and there are a dozen: more than the usual time.
    test.slow();
    const customer = await shop.newCustomer();
    await shop.api.saveAddress(customer);
    await shop.signIn(page, customer);
    for (const [path, title] of accountPages) {
      await page.goto(path);
      await expect(page).toHaveTitle(title);
      await expectNoBarriers(page);
    }
    await page.goto("/account/addresses");
    await page.getByRole("button", { name: "Add an address" }).click();
    await page.getByRole("button", { name: "Save the address" }).click();
    await expect(page.getByText("This field may not be blank.").first()).toBeVisible();
    await expectNoBarriers(page);
  });

  test("are the lists of whoever keeps the catalogue", { tag: "@phone" }, async ({
    page,
    shop,
  }) => {
    // Axe takes some seconds a page: six large ones may need more than the usual time.
    test.slow();
    await shop.signIn(page, owner);
    for (const [path, title] of cataloguePages) {
      await page.goto(path);
      await expect(page).toHaveTitle(title);
      await expectNoBarriers(page);
      await expectToFit(page);
    }
  });

  test("are what they open in those lists", { tag: "@phone" }, async ({ page, shop }) => {
    // A product with all its fields is the largest page there is: axe alone takes long over it.
    test.slow();
    await shop.signIn(page, owner);
    await page.goto("/staff/categories");
    await page
      .getByRole("main")
      .getByRole("button", { name: /^Lighting \d/ })
      .click();
    await expect(page.getByRole("button", { name: "Move to…" })).toBeVisible();
    await expectNoBarriers(page);
    await page.goto("/staff/products?q=tide+mug");
    await page.getByRole("link", { name: "Tide Mug", exact: true }).click();
    await expect(page).toHaveTitle("Product: Tide Mug · Souk");
    await expect(page.getByRole("table", { name: "Stock by variant and warehouse" })).toBeVisible();
    await page.getByRole("button", { name: "More about Indigo / Small" }).click();
    await expectNoBarriers(page);
    await expectToFit(page);
    await page.goto("/staff/collections");
    await page.getByRole("link", { name: "Just in" }).click();
    await expect(page.getByText(/^\d+ products? now$/)).toBeVisible();
    await expectNoBarriers(page);
  });

  test("are the cart and each step of the checkout", { tag: "@phone" }, async ({ page, shop }) => {
    // Axe judges seven states of one purchase, which cannot be parted: each needs the one before.
    test.slow();
    await shop.signIn(page, await shop.newCustomer());
    await addToCart(page, "corso-cup-and-saucer");
    await expectNoBarriers(page);
    await page.goto("/cart");
    await expect(page.getByRole("link", { name: "Go to checkout" })).toBeVisible();
    await expectNoBarriers(page);

    await page.goto("/checkout");
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(page.getByText("This field may not be blank.").first()).toBeVisible();
    await expectNoBarriers(page);
    await fillAddress(page);
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(page.getByRole("radio", { name: /^Standard/ })).toBeVisible();
    await expectNoBarriers(page);
    await page.getByRole("button", { name: "Continue to payment" }).click();
    await expect(payButton(page)).toBeVisible();
    await expectNoBarriers(page);
    await payButton(page).click();
    const number = await confirmedOrder(page);
    await expectNoBarriers(page);
    await page.goto(`/account/orders/${number}`);
    await expect(page).toHaveTitle(`Order ${number} · Souk`);
    await expectNoBarriers(page);
  });

  test("are a picture at large, and the drawer where a review is written", {
    tag: "@phone",
  }, async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    const { id } = await shop.api.variant("tide-mug", "MUG-TIDE-IND-S");
    await buyAs(shop, customer, id);
    await shop.signIn(page, customer);
    await page.goto("/p/tide-mug");
    await page.getByRole("button", { name: /^Enlarge/ }).click();
    await expect(page.getByRole("dialog", { name: "Pictures of Tide Mug" })).toBeVisible();
    await expectNoBarriers(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Write a review" }).click();
    const drawer = page.getByRole("dialog", { name: "Write a review" });
    await drawer.getByRole("button", { name: "Send the review" }).click();
    await expect(drawer.getByText("Choose how many stars")).toBeVisible();
    await expectNoBarriers(page);
  });

  test("are the pages of the staff's daily work", { tag: "@phone" }, async ({ page, shop }) => {
    // A dozen pages, each looked at whole.
    test.setTimeout(180_000);
    await shop.signIn(page, owner);
    for (const [path, title] of staffPages) {
      await page.goto(path);
      await expect(page).toHaveTitle(title);
      await expectNoBarriers(page);
      await expectToFit(page);
    }
    await page.goto("/staff/inventory?q=TEA-QUIET");
    await page.getByRole("link", { name: "Quiet Hours Infusion" }).first().click();
    await expect(page.getByRole("heading", { name: "Movements" })).toBeVisible();
    await expectNoBarriers(page);
    await page.getByRole("button", { name: "Receive" }).click();
    await page.getByRole("button", { name: "Receive the units" }).click();
    await expect(page.getByText("Use a whole number.")).toBeVisible();
    await expectNoBarriers(page);
    await page.goto("/staff/reviews?view=published");
    await page.getByRole("list", { name: "Reviews" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { name: "What was written" })).toBeVisible();
    await expectNoBarriers(page);
    await page.goto("/staff/prices");
    await page.getByRole("link", { name: "Wholesale" }).click();
    await expect(page.getByRole("heading", { name: "Prices", exact: true })).toBeVisible();
    await expectNoBarriers(page);
  });

  test("are the drawers of a phone", { tag: "@only-phone" }, async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("dialog", { name: "Departments" })).toBeVisible();
    await expectNoBarriers(page);
    await page.goto("/c/clothing");
    await page.getByRole("button", { name: "Filters" }).click();
    await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
    await expectNoBarriers(page);
  });
});

test("no two pages have the same title", () => {
  const shown = [...pages, ...accountPages, ...cataloguePages, ...staffPages];
  const titles = shown.map(([, title]) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
