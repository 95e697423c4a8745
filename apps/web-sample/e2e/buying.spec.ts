/** From looking around to an order that is paid, and everything that may come between. */
import { address, newPerson } from "./support/api.ts";
import {
  addToCart,
  chooseCard,
  chooseOption,
  confirmedOrder,
  dueNow,
  goToPayment,
  payButton,
  signInByForm,
  step,
  written,
} from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

test.describe("buying", { tag: "@core" }, () => {
  test("a guest walks from the home page to a paid order", async ({ page, shop }) => {
    const mug = await shop.api.variant("tide-mug", "MUG-TIDE-SAG-S");
    const { email } = newPerson();

    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Kitchen & table" }).click();
    await page.getByRole("main").getByRole("link", { name: "Mugs & cups" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mugs & cups");

    const filters = page.getByRole("complementary", { name: "Filters" });
    await filters.getByRole("checkbox", { name: "Halden Pottery" }).check();
    await expect(page).toHaveURL(/vendor=Halden/);
    await page.getByLabel("Sort by").selectOption("Price, high to low");
    const cards = page.getByRole("main").getByRole("article");
    await expect(cards.first()).toContainText("Meadow Pitcher");
    await expect(cards.filter({ hasText: "Studio Marrow" })).toHaveCount(0);

    await cards.filter({ hasText: "Tide Mug" }).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tide Mug");
    await chooseOption(page, "Colour", "Chalk");
    await expect(page.getByText("Sold out", { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Sold out" })).toBeDisabled();
    await chooseOption(page, "Colour", "Sage");
    await expect(page.getByText("In stock", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "One more" }).click();
    await page.getByRole("button", { name: "Add to cart" }).click();

    const drawer = page.getByRole("dialog", { name: "Your cart (2)" });
    await expect(drawer).toContainText("Tide Mug is in your cart.");
    await drawer.getByRole("link", { name: "View the cart" }).click();
    const lines = page.getByRole("list", { name: "In your cart" });
    await expect(lines).toContainText("Sage, Small");
    await lines.getByRole("button", { name: "One less" }).click();
    await expect(page.getByRole("link", { name: "Cart, 1 item" })).toBeVisible();
    await page.getByRole("link", { name: "Go to checkout" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Checkout");

    await goToPayment(page, email);
    await expect(step(page, "Contact and address")).toContainText(address.line1);
    const total = await dueNow(page);
    await payButton(page).click();

    const number = await confirmedOrder(page);
    const summary = step(page, "Summary");
    await expect(summary.getByText(written(mug.price), { exact: true })).toBeVisible();
    await expect(summary.getByText(total, { exact: true })).toBeVisible();
    await expect(page.getByRole("list", { name: "What was bought" })).toContainText("Quantity 1");
    await expect(page.getByRole("link", { name: "Cart, empty" })).toBeVisible();
    await shop.mailedLink(email, `/orders/${number}`);

    await page.reload();
    await expect(page.getByText(`Order ${number} is placed`)).toBeVisible();
  });

  test("a customer pays and finds the order in the account", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.api.saveAddress(customer);
    await shop.signIn(page, customer);

    const drawer = await addToCart(page, "ember-espresso-set");
    await drawer.getByRole("link", { name: "Go to checkout" }).click();
    await expect(page.getByRole("radio", { name: "Amina Berrada" })).toBeChecked();
    await page.getByRole("button", { name: "Continue to delivery" }).click();
    await page.getByRole("radio", { name: /^Express/ }).check();
    await page.getByRole("button", { name: "Continue to payment" }).click();
    const total = await dueNow(page);
    await payButton(page).click();
    const number = await confirmedOrder(page);

    await page.getByRole("link", { name: "Your orders" }).click();
    const row = page.getByRole("main").getByRole("listitem").filter({ hasText: number });
    await expect(row).toContainText("1 item");
    await expect(row).toContainText("Paid");
    await expect(row).toContainText(total);
    await row.getByRole("link", { name: number }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
    await expect(page.getByRole("main")).toContainText("Ember Espresso Set");
    await expect(page.getByRole("main")).toContainText("Express");
    await expect(step(page, "Summary")).toContainText(total);
  });

  test("what a guest has chosen joins the cart of the account", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    const teapot = await shop.api.variant("kestrel-teapot", "POT-KEST-CHA");
    await shop.api.putIntoCart(customer, teapot.id);

    await addToCart(page, "meadow-pitcher");
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: "Sign in" }).first().click();
    await signInByForm(page, customer);
    await page.getByRole("link", { name: "Cart, 2 items" }).click();
    const lines = page.getByRole("list", { name: "In your cart" });
    await expect(lines).toContainText("Meadow Pitcher");
    await expect(lines).toContainText("Kestrel Teapot");
  });

  test("a guest comes back to an order by the link in the mail", async ({
    page,
    browser,
    shop,
  }) => {
    const { email } = newPerson();
    await addToCart(page, "meadow-pitcher");
    await goToPayment(page, email);
    await payButton(page).click();
    const number = await confirmedOrder(page);
    const link = await shop.mailedLink(email, `/orders/${number}`);

    const elsewhere = await browser.newContext();
    const stranger = await elsewhere.newPage();
    await stranger.goto(`${shop.url}/orders/${number}`);
    await expect(
      stranger.getByRole("heading", { name: "Sign in to see this order" }),
    ).toBeVisible();
    const reader = await elsewhere.newPage();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`Order ${number}`);
    await expect(reader.getByRole("main")).toContainText("Meadow Pitcher");
    await expect(reader).toHaveURL(`${shop.url}/orders/${number}`);
    await elsewhere.close();
  });

  test("a declined card charges nothing, and another one pays", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await addToCart(page, "quay-beakers");
    await goToPayment(page);

    await chooseCard(page, "A card that is declined");
    await payButton(page).click();
    const refusal = page.getByRole("alert");
    await expect(refusal).toContainText("Your card was declined. You have not been charged.");
    expect((await shop.api.orders(customer)).items).toEqual([]);

    await chooseCard(page, "A card that is accepted");
    await payButton(page).click();
    const number = await confirmedOrder(page);
    const { items } = await shop.api.orders(customer);
    expect(items.map((order) => order.number)).toEqual([number]);
  });

  test("what was sold meanwhile is said before anything is charged", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await page.goto("/p/lighthouse-mug");
    await chooseOption(page, "Colour", "Mustard");
    await expect(page.getByText(/^Only \d left$/)).toBeVisible();
    await page.getByRole("button", { name: "Add to cart" }).click();
    await expect(page.getByRole("dialog")).toContainText("Lighthouse Mug is in your cart.");
    await goToPayment(page);

    const { id, stock } = await shop.api.variant("lighthouse-mug", "MUG-LIGHT-MUS");
    await shop.api.buy(id, stock.available);
    await payButton(page).click();

    const warning = page.getByRole("alert").filter({ hasText: "Something in your cart" });
    await expect(warning).toContainText("Lighthouse Mug");
    await expect(payButton(page)).toBeDisabled();
    expect((await shop.api.orders(customer)).items).toEqual([]);

    await warning.getByRole("link", { name: "Change the cart" }).click();
    await expect(page.getByText("Put the marked lines right first.")).toBeVisible();
    await page.getByRole("button", { name: /^Remove Lighthouse Mug/ }).click();
    await expect(page.getByRole("heading", { name: "Nothing in it yet" })).toBeVisible();
  });
});
