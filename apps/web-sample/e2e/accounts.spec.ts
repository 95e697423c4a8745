/** Becoming a customer, coming back, leaving, and what an account keeps. */
import type { Page } from "@playwright/test";
import { newPerson } from "./support/api.ts";
import { addToCart, fillAddress, signInByForm, step } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

type Person = ReturnType<typeof newPerson>;

async function fillRegistration(page: Page, person: Person): Promise<void> {
  await page.getByLabel("First name").fill(person.firstName);
  await page.getByLabel("Last name").fill("Berrada");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("User name").fill(person.username);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByLabel("Password again").fill(person.password);
}

const register = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Create the account" }).click();

test.describe("an account", () => {
  test("begins with a form, a mail and its link", { tag: "@core" }, async ({ page, shop }) => {
    const person = newPerson();
    await page.goto("/register");
    await fillRegistration(page, person);
    await register(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
    await expect(page.getByText(person.email)).toBeVisible();
    await expect(page.getByRole("link", { name: "Open its mailbox" })).toBeVisible();

    await page.goto(await shop.mailedLink(person.email, "/verify-email/"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Amina");
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByRole("banner").getByRole("link", { name: "Amina" })).toBeVisible();
  });

  test("is refused field by field until all of them are right", async ({ page, shop }) => {
    const other = await shop.newCustomer();
    const person = newPerson();
    const email = page.getByLabel("E-mail");
    const password = page.getByLabel("Password", { exact: true });
    await page.goto("/register");

    await fillRegistration(page, { ...person, email: "amina@", password: "short" });
    await register(page);
    await expect(email).toHaveAccessibleDescription("Enter a valid email address.");
    await expect(password).toHaveAccessibleDescription(/Use at least 8 characters\./);
    await expect(email).toBeFocused();

    await fillRegistration(page, person);
    await page.getByLabel("Password again").fill("three other words");
    await register(page);
    await expect(email).not.toHaveAttribute("aria-invalid");
    await expect(page.getByLabel("Password again")).toHaveAccessibleDescription(
      "The two passwords do not match.",
    );

    await fillRegistration(page, { ...person, username: other.username });
    await register(page);
    await expect(page.getByLabel("User name")).toHaveAccessibleDescription(
      /A user with that username already exists\./,
    );

    await fillRegistration(page, person);
    await register(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your mail");
  });

  test("opens to the right password only, and closes again", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/sign-in");
    await signInByForm(page, { ...customer, password: "not the password" });
    await expect(page.getByRole("alert")).toContainText(/password/i);

    await signInByForm(page, customer);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Amina");

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });

  test("leads back to where one was asked to sign in", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/account/addresses");
    await expect(page).toHaveURL(/\/sign-in\?redirect=/);
    await signInByForm(page, customer);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your addresses");
  });

  test("leads back to the checkout", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await addToCart(page, "dusk-carafe");
    await page.goto("/checkout");
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await signInByForm(page, customer);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Checkout");
    await expect(step(page, "Your order")).toContainText("Dusk Carafe");
  });

  for (const elsewhere of ["https://evil.example/account", "//evil.example/account"]) {
    test(`never leads to ${elsewhere}`, async ({ page, shop }) => {
      const customer = await shop.newCustomer();
      await page.goto(`/sign-in?redirect=${elsewhere}`);
      await signInByForm(page, customer);
      await expect(page).toHaveURL(`${shop.url}/account`);
      await page.goto(`/sign-in?redirect=${elsewhere}`);
      await expect(page).toHaveURL(`${shop.url}/account`);
    });
  }

  test("shows a link from a mail that was used before as spent", async ({ page, shop }) => {
    const { email } = await shop.newCustomer();
    await page.goto(await shop.mailedLink(email, "/verify-email/"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is spent");
  });

  test("keeps a changed name and phone", async ({ page, shop }) => {
    await shop.signIn(page, await shop.newCustomer());
    await page.goto("/account/profile");
    await page.getByLabel("Phone").fill("12");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByLabel("Phone")).toHaveAccessibleDescription(
      /Use the international form/,
    );

    await page.getByLabel("First name").fill("Yasmine");
    await page.getByLabel("Phone").fill("+33 6 12 34 56 78");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your profile is saved.")).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("First name")).toHaveValue("Yasmine");
    await expect(page.getByLabel("Phone")).toHaveValue("+33612345678");
    await expect(page.getByRole("banner").getByRole("link", { name: "Yasmine" })).toBeVisible();
  });

  test("keeps addresses, one of them first", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.api.saveAddress(customer);
    await shop.signIn(page, customer);
    await page.goto("/account/addresses");
    const card = (street: string) =>
      page.getByRole("main").getByRole("listitem").filter({ hasText: street });
    const drawer = page.getByRole("dialog");
    const save = () => drawer.getByRole("button", { name: "Save the address" }).click();

    await page.getByRole("button", { name: "Add an address" }).click();
    await save();
    await expect(drawer.getByLabel("City")).toHaveAccessibleDescription(/may not be blank/);
    await fillAddress(drawer);
    await drawer.getByLabel("Street and number").fill("5 quai du Port");
    await save();
    await expect(card("5 quai du Port")).toBeVisible();
    await expect(card("12 rue des Tanneurs")).toContainText("Used first");

    await card("5 quai du Port")
      .getByRole("button", { name: /^Use first/ })
      .click();
    await expect(card("5 quai du Port")).toContainText("Used first");
    await expect(card("12 rue des Tanneurs")).not.toContainText("Used first");

    await card("5 quai du Port")
      .getByRole("button", { name: /^Change/ })
      .click();
    await drawer.getByLabel("Street and number").fill("7 quai du Port");
    await save();
    await expect(card("7 quai du Port")).toContainText("Used first");

    await card("12 rue des Tanneurs")
      .getByRole("button", { name: /^Remove/ })
      .click();
    await page.getByRole("button", { name: "Yes, remove it" }).click();
    await expect(card("12 rue des Tanneurs")).toHaveCount(0);
    await page.reload();
    await expect(card("7 quai du Port")).toBeVisible();
    await expect(card("12 rue des Tanneurs")).toHaveCount(0);
  });
});
