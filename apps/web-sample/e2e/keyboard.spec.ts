/** The shop for everybody: walked through without a mouse. */
import { newPerson } from "./support/api.ts";
import { tabTo, tabToAndPress, tabToAndType } from "./support/keyboard.ts";
import { addToCart, confirmedOrder, goToPayment, payButton } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

test.describe("the keyboard alone", () => {
  test("skips the header, and begins each page at its content", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await tabToAndPress(page, page.getByRole("link", { name: "Browse the souk" }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Everything in the souk");
    await expect(page.getByRole("main")).toBeFocused();
  });

  test("opens a department's menu, and closes it", async ({ page }) => {
    await page.goto("/");
    const departments = page.getByRole("navigation", { name: "Departments" });
    const summary = departments.getByText("Home & living", { exact: true });
    await tabToAndPress(page, summary);
    const lighting = departments.getByRole("link", { name: "Lighting" });
    await expect(lighting).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(lighting).toBeHidden();
    await expect(summary).toBeFocused();
    await page.keyboard.press("Enter");
    await tabToAndPress(page, lighting);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lighting");
  });

  test("buys a mug", async ({ page }) => {
    // A whole purchase, one key at a time: far more steps than any other test has.
    test.slow();
    await page.goto("/");
    await tabToAndType(page, page.getByRole("combobox", { name: "Search the shop" }), "tide mug");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await tabToAndPress(page, page.getByRole("link", { name: "Tide Mug", exact: true }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tide Mug");
    await expect(page.getByRole("main")).toBeFocused();

    await tabTo(page, page.getByRole("radio", { name: "Indigo" }));
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Terracotta" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "Terracotta" })).toBeFocused();
    const add = page.getByRole("button", { name: "Add to cart" });
    await tabToAndPress(page, add);
    const drawer = page.getByRole("dialog", { name: "Your cart" });
    await expect(drawer).toContainText("Tide Mug is in your cart.");
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(add).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Your cart (2)" })).toBeVisible();
    await tabToAndPress(page, drawer.getByRole("link", { name: "Go to checkout" }));

    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Checkout");
    await expect(page.getByRole("main")).toBeFocused();
    await tabToAndType(page, page.getByLabel("E-mail"), newPerson().email);
    await tabToAndType(page, page.getByLabel("First name"), "Amina");
    await tabToAndType(page, page.getByLabel("Last name"), "Berrada");
    await tabToAndType(page, page.getByLabel("Street and number"), "12 rue des Tanneurs");
    await tabToAndType(page, page.getByLabel("Postal code"), "69002");
    await tabToAndType(page, page.getByLabel("City"), "Lyon");
    await tabToAndType(page, page.getByLabel("Country"), "France");
    await tabToAndPress(page, page.getByRole("button", { name: "Continue to delivery" }));
    await expect(page.getByRole("heading", { name: "Delivery" })).toBeFocused();
    await tabToAndPress(page, page.getByRole("button", { name: "Continue to payment" }));
    await expect(page.getByRole("heading", { name: "Payment" })).toBeFocused();
    await tabToAndPress(page, payButton(page));
    await confirmedOrder(page);
  });

  test("is led to the first mistake of a form", async ({ page }) => {
    await addToCart(page, "rinse-tumblers");
    await goToPayment(page, newPerson().email);
    await page.getByRole("button", { name: "Change contact and address" }).click();
    await page.getByLabel("City").clear();
    await page.getByLabel("Phone").fill("12");
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await expect(page.getByLabel("City")).toBeFocused();
    await expect(page.getByLabel("City")).toHaveAccessibleDescription(/may not be blank/);
  });
});
