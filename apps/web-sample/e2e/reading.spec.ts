/** The catalogue in other money and another language, while the cart keeps its own. */
import { expect, test } from "./support/test.ts";

test("prices are read in other money on every page, and paid in the shop's own", {
  tag: ["@core", "@phone"],
}, async ({ page }) => {
  await page.goto("/c/mugs-and-cups?min_price=100&max_price=9900");
  const mug = page.getByRole("article").filter({ hasText: "Tide Mug" });
  await expect(mug).toContainText("€24.00");
  await page.getByLabel("Prices in").selectOption("USD");
  await expect(mug).toContainText("US$26.50");
  // Amounts of other money filter no more.
  await expect(page).toHaveURL("/c/mugs-and-cups");

  await page.goto("/p/tide-mug");
  await expect(page.getByText("US$26.50").first()).toBeVisible();
  await expect(page.getByText("You pay in EUR at the checkout.")).toBeVisible();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await expect(page.getByRole("dialog", { name: /^Your cart/ })).toContainText("€24.00");
  await page.keyboard.press("Escape");
  await page.getByLabel("Prices in").selectOption("EUR");
  await expect(page.getByText("You pay in EUR at the checkout.")).toBeHidden();
});

test("names and stories are read in another language, on the next page too", async ({ page }) => {
  await page.goto("/c/mugs-and-cups");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mugs & cups");
  await page.getByLabel("Catalogue in").selectOption("fr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mugs & tasses");
  await page.getByRole("link", { name: "Mug Marée" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mug Marée");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mug Marée");
  await expect(page.getByLabel("Catalogue in")).toHaveValue("fr");
});

test("what the shop no longer sells in is forgotten", async ({ page }) => {
  await page.goto("/cart");
  await page.evaluate(() => localStorage.setItem("souk-reading", '{"currency":"MAD"}'));
  await page.goto("/p/tide-mug");
  await expect(page.getByText("€24.00").first()).toBeVisible();
});
