/** A product from all sides: its pictures, its stock, its facts; and word when it is back. */
import type { Page } from "@playwright/test";
import { newPerson } from "./support/api.ts";
import { asOwner, newProduct, type StockedProduct } from "./support/stocked.ts";
import { chooseOption } from "./support/storefront.ts";
import { expect, type Shop, test } from "./support/test.ts";

const section = (page: Page) => page.getByRole("region", { name: "When it is back" });

/** Of two sizes, the larger is sold out. */
const soldOut = (shop: Shop): Promise<StockedProduct> =>
  newProduct(shop, {
    options: [{ name: "Size", values: ["Small", "Large"] }],
    variants: [
      { values: ["Small"], on_hand: 3 },
      { values: ["Large"], on_hand: 0 },
    ],
  });

async function restock(shop: Shop, { variants }: StockedProduct): Promise<void> {
  const variantId = variants[1]?.id;
  await asOwner(shop, "POST", "inventory/receive/", {
    ...{ variant_id: variantId, quantity: 5, note: "A new batch" },
  });
}

const wish = (shop: Shop, { variants }: StockedProduct, email: string): Promise<unknown> =>
  shop.api.post("/api/v1/stock-alerts/", { variant_id: variants[1]?.id, email });

test.describe("the pictures", () => {
  test("follow the variant, and open for a closer look", { tag: "@phone" }, async ({ page }) => {
    await page.goto("/p/tide-mug");
    const enlarge = page.getByRole("button", { name: /^Enlarge/ });
    await expect(enlarge).toHaveAccessibleName("Enlarge: Tide Mug in indigo");
    await chooseOption(page, "Colour", "Terracotta");
    await expect(enlarge).toHaveAccessibleName("Enlarge: Tide Mug in terracotta");

    await enlarge.click();
    const dialog = page.getByRole("dialog", { name: "Pictures of Tide Mug" });
    const picture = dialog.getByRole("img");
    await expect(picture).toHaveAccessibleName("Tide Mug in terracotta");
    const fitted = (await picture.boundingBox())?.width ?? 0;
    await page.keyboard.press("+");
    await expect(dialog.getByRole("button", { name: "Fit to the screen" })).toBeVisible();
    expect((await picture.boundingBox())?.width ?? 0).toBeGreaterThan(fitted * 1.9);
    await dialog.getByRole("button", { name: "Fit to the screen" }).click();
    await page.keyboard.press("ArrowLeft");
    await expect(picture).toHaveAccessibleName("Tide Mug in indigo");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(enlarge).toBeFocused();
    await expect(enlarge).toHaveAccessibleName("Enlarge: Tide Mug in indigo");
  });
});

test.describe("what is told", () => {
  test("names the stock of each choice, and a pre-order's day", async ({ page, shop }) => {
    const made = await soldOut(shop);
    await page.goto(`/p/${made.slug}`);
    const large = page.getByRole("group", { name: "Size" }).locator("label").nth(1);
    await expect(large).toContainText("Sold out");
    await expect(page.getByText("Only 3 left")).toBeVisible();
    const quantity = page.getByRole("textbox", { name: "Quantity" });
    await quantity.fill("7");
    await quantity.press("Enter");
    await expect(quantity).toHaveValue("3");
    await expect(page.getByText("At most 3 can be had.")).toBeVisible();
    await page.getByRole("button", { name: "One less" }).click();
    await expect(page.getByText("At most 3 can be had.")).toHaveCount(0);
    await chooseOption(page, "Size", "Large");
    await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();

    await page.goto("/p/headland-kite");
    await chooseOption(page, "Colour", "Navy");
    await expect(page.getByText(/^Pre-order, ships from \d/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Pre-order" })).toBeEnabled();
  });

  test("has facts, neighbours, and the lowest price beside a reduction", async ({ page }) => {
    await page.goto("/p/tide-mug");
    const main = page.getByRole("main");
    const fact = (name: string) => main.getByText(name, { exact: true }).locator("xpath=..");
    await expect(fact("Capacity")).toHaveText("Capacity280 ml");
    await expect(fact("Handmade")).toHaveText("HandmadeYes");
    await expect(fact("Made in")).toHaveText("Made inNorway");
    await expect(page.getByRole("region", { name: "Goes well with it" })).toBeVisible();
    await main.getByRole("link", { name: "Halden Pottery" }).click();
    await expect(page).toHaveURL(/\/search\?brand=halden-pottery$/);
    await page.goto("/p/headland-kite");
    await expect(page.getByText("Lowest price in the 30 days before: €42.00")).toBeVisible();
  });
});

test.describe("word when it is back", () => {
  test("comes to a guest once, and stops on request", {
    tag: ["@core", "@phone"],
  }, async ({ page, shop }) => {
    const [made, other] = [await soldOut(shop), await soldOut(shop)];
    const [email, neighbour] = [newPerson().email, newPerson().email];
    await page.goto(`/p/${made.slug}`);
    await chooseOption(page, "Size", "Large");
    const tell = section(page).getByRole("button", { name: "Tell me when it is back" });
    await tell.click();
    const address = section(page).getByLabel("E-mail");
    await expect(address).toHaveAttribute("aria-invalid", "true");
    await address.fill(email);
    await tell.click();
    await expect(section(page).getByText("We will write to you once")).toBeVisible();
    for (const waiting of [email, neighbour]) await wish(shop, other, waiting);

    await restock(shop, made);
    const link = await shop.mailedLink(email, `/products/${made.slug}`);
    await page.goto(new URL(link).pathname);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(made.title);

    const end = await shop.mailedLink(email, "/stock-alerts/unsubscribe/");
    await page.goto(new URL(end).pathname);
    await page.getByRole("button", { name: "Stop writing to me" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No more of these mails");
    await restock(shop, other);
    // Whoever still waits is told, and nobody else.
    await shop.mailedLink(neighbour, `/products/${other.slug}`);
    const told = await shop.api.linksMailedTo(email);
    expect(told.filter((known) => known.includes(other.slug))).toEqual([]);
  });

  test("is promised to an account, which lists and ends its wishes", async ({ page, shop }) => {
    const made = await soldOut(shop);
    await shop.signIn(page, await shop.newCustomer());
    await page.goto(`/p/${made.slug}`);
    await chooseOption(page, "Size", "Large");
    await section(page).getByRole("button", { name: "Tell me when it is back" }).click();
    await expect(section(page).getByText("We will write to you once when")).toBeVisible();
    await page.goto("/account/waiting");
    await expect(page.getByRole("link", { name: made.title })).toBeVisible();
    await page.getByRole("button", { name: /^Wait no more/ }).click();
    await expect(page.getByRole("heading", { name: "You wait for nothing" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "You wait for nothing" })).toBeVisible();
  });
});
