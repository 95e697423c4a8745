/** When the network, the server or the visitor's own finger misbehaves. */
import type { Page } from "@playwright/test";
import { newPerson } from "./support/api.ts";
import {
  addToCart,
  confirmedOrder,
  goToPayment,
  payButton,
  signInByForm,
} from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";
import { watch } from "./support/watch.ts";

const API = "**/trpc/**";

/** Holds every answer of the API back until it is told to let go. */
async function holdTheApi(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(API, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

test.describe("when the shop cannot be reached", () => {
  const places = [
    ["/c/lighting", "Lighting"],
    ["/p/tide-mug", "Tide Mug"],
    ["/search?q=mug", "“mug”"],
    ["/cart", "Your cart"],
  ] as const;
  for (const [path, heading] of places) {
    test(`${path} says so, and opens at another try`, async ({ page }) => {
      await page.route(API, (route) => route.abort());
      await page.goto(path);
      const fault = page.getByRole("alert");
      await expect(fault).toContainText("We could not reach the shop.");
      await page.unroute(API);
      await fault.getByRole("button", { name: "Try again" }).click();
      await expect(fault).toBeHidden();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      const departments = page.getByRole("navigation", { name: "Departments" });
      await expect(departments.getByText("Home & living", { exact: true })).toBeVisible();
    });
  }

  test("a form keeps what was typed", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/sign-in");
    await page.route(API, (route) => route.abort());
    await signInByForm(page, customer);
    await expect(page.getByRole("alert")).toContainText("We could not reach the shop.");
    await expect(page.getByLabel("E-mail")).toHaveValue(customer.email);
    await page.unroute(API);
    await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Amina");
  });

  test("a page whose code did not come can be asked for again", async ({ page }) => {
    const code = "**/assets/product-page-*.js";
    await page.goto("/c/mugs-and-cups");
    await page.route(code, (route) => route.abort());
    await page.getByRole("link", { name: "Tide Mug", exact: true }).click();
    const fault = page.getByRole("alert");
    await expect(fault).toContainText("This page did not open");
    await expect(fault).toContainText("Part of this page did not arrive.");
    await expect(page.getByRole("banner")).toBeVisible();
    await page.unroute(code);
    await fault.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tide Mug");
  });

  test("a server that broke is not called a bad connection", async ({ page }) => {
    const data = { code: "INTERNAL_SERVER_ERROR", httpStatus: 500, reason: "internal_error" };
    const fault = { error: { code: -32603, message: "Something went wrong.", data } };
    await page.route(API, (route) => route.fulfill({ status: 500, json: fault }));
    await page.goto("/p/tide-mug");
    await expect(page.getByRole("alert")).toContainText("Something went wrong on our side.");
  });
});

test.describe("while answers are slow", () => {
  const places = [
    ["/", "Products are loading"],
    ["/c/lighting", "The category is loading"],
    ["/p/tide-mug", "The product is loading"],
    ["/cart", "Your cart is loading"],
  ] as const;
  for (const [path, said] of places) {
    test(`${path} shows where things will be`, async ({ page }) => {
      const letGo = await holdTheApi(page);
      await page.goto(path);
      const loading = page.getByRole("status").filter({ hasText: said });
      await expect(loading).toBeVisible();
      await expect(loading.locator(".skeleton").first()).toBeVisible();
      letGo();
      await expect(loading).toHaveCount(0);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });
  }

  test("a second press on the button buys nothing twice", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await addToCart(page, "freckle-mug");
    await goToPayment(page);
    const letGo = await holdTheApi(page);
    await payButton(page).click();
    const busy = page.getByRole("button", { name: "Placing your order" });
    await expect(busy).toHaveAttribute("aria-disabled", "true");
    // A finger does not look whether the button is disabled.
    await busy.click({ force: true });
    await busy.press("Enter");
    letGo();
    await confirmedOrder(page);
    expect((await shop.api.orders(customer)).items).toHaveLength(1);
  });
});

test("an order whose answer was lost is asked for again, not paid again", async ({
  page,
  shop,
}) => {
  const customer = await shop.newCustomer();
  await shop.signIn(page, customer);
  await addToCart(page, "freckle-mug");
  await goToPayment(page);
  await page.route(
    "**/trpc/orders.place**",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await payButton(page).click();
  await expect(page.getByText("You will not be charged twice.")).toBeVisible();
  const number = await confirmedOrder(page);
  const { items } = await shop.api.orders(customer);
  expect(items.map((order) => order.number)).toEqual([number]);
});

test("buying causes no error and asks no other host for anything", async ({ page, shop }) => {
  const watched = watch(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Fresh from the workshop" })).toBeVisible();
  await page.goto("/c/mugs-and-cups");
  await expect(page.getByRole("article").first()).toBeVisible();
  await addToCart(page, "freckle-mug");
  await page.goto("/cart");
  await goToPayment(page, newPerson().email);
  await payButton(page).click();
  await confirmedOrder(page);
  expect(watched.errors).toEqual([]);
  expect(watched.policyViolations).toEqual([]);
  expect([...watched.origins]).toEqual([shop.url]);
});
