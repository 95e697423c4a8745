/** A person's own data: their address, what they allowed, what they take along, and their leaving. */
import type { Locator, Page } from "@playwright/test";
import { newPerson } from "./support/api.ts";
import { expectNoBarriers } from "./support/axe.ts";
import { downloadBy } from "./support/download.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, type Shop, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

async function askForEmail(page: Page, email: string): Promise<void> {
  await page.goto("/account/profile");
  await page.getByLabel("New e-mail").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText(/on its way/)).toBeVisible();
}

async function buyAsGuest(shop: Shop, email: string): Promise<void> {
  const { id } = await shop.api.variant("tide-mug", "MUG-TIDE-SAG-S");
  await shop.api.buy(id, 1, email);
}

test.describe("another e-mail address", () => {
  test("counts once its link is followed", { tag: "@core" }, async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    const { email } = newPerson();
    await shop.signIn(page, customer);
    await askForEmail(page, email);
    await page.reload();
    await expect(page.getByText(customer.email)).toBeVisible();

    await page.goto(await shop.mailedLink(email, "/confirm-email/"));
    await expect(heading(page)).toHaveText("Your address is changed");
    await page.getByRole("main").getByRole("link", { name: "To your profile" }).click();
    await expect(page.getByText(email)).toBeVisible();

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await expect(page.getByRole("alert")).toBeVisible();
    await signInByForm(page, { ...customer, email });
    await expect(heading(page)).toHaveText("Hello, Amina");
  });

  test("asks its owner to sign in first, and knows its way back", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    const { email } = newPerson();
    await shop.signIn(page, customer);
    await askForEmail(page, email);
    await page.context().clearCookies();
    const link = await shop.mailedLink(email, "/confirm-email/");
    await page.goto(link);
    await signInByForm(page, customer);
    await expect(heading(page)).toHaveText("Your address is changed");
    await expectNoBarriers(page);
    await page.goto(link);
    await expect(heading(page)).toHaveText("The address stays as it is");
    await expectNoBarriers(page);
  });
});

test("news come only to who allowed them, and that is written down", async ({ page, shop }) => {
  await page.goto("/register");
  await expect(page.getByRole("checkbox", { name: /^Mail me news/ })).not.toBeChecked();
  await shop.signIn(page, await shop.newCustomer());
  await page.goto("/account/profile");
  const news = page.getByRole("switch", { name: "News and offers by mail" });
  await expect(news).not.toBeChecked();
  await news.click();
  await expect(page.getByText("We may write to you.")).toBeVisible();
  await page.reload();
  await expect(news).toBeChecked();
  await news.click();
  await expect(page.getByText("We will not write any more.")).toBeVisible();
  await expect(news).not.toBeChecked();
  await page.getByText("What you chose, and when").click();
  const history = page.getByRole("region", { name: "What we may write about" });
  await expect(history.getByRole("listitem")).toHaveText([/^Taken back/, /^Allowed/]);
  await expectNoBarriers(page);
});

test("orders of a guest join the account, and the file to take along", {
  tag: "@core",
}, async ({ page, shop }) => {
  const customer = await shop.newCustomer();
  await buyAsGuest(shop, customer.email);
  await shop.signIn(page, customer);
  await page.goto("/account/orders");
  const notice = page.getByRole("region", { name: "Orders placed as a guest" });
  await expect(notice).toContainText("1 order placed as a guest");
  await expectNoBarriers(page);
  await notice.getByRole("button", { name: "Add it" }).click();
  await expect(notice).toBeHidden();
  const number = (await shop.api.orders(customer)).items[0]?.number ?? "";
  await expect(page.getByRole("main").getByRole("link", { name: number })).toBeVisible();

  await page.goto("/account/privacy");
  const file = await downloadBy(page.getByRole("button", { name: "Download my data" }));
  expect(file.name).toMatch(/^souk-my-data-\d{4}-\d\d-\d\d\.json$/);
  const { categories } = JSON.parse(file.text);
  expect(JSON.stringify(categories.orders)).toContain(number);
  expect(file.text).toContain(customer.email);
  expect(file.text).not.toMatch(/argon2|password_hash/i);
});

test("an account is erased for good", { tag: ["@core", "@phone"] }, async ({ page, shop }) => {
  const customer = await shop.newCustomer();
  await shop.signIn(page, customer);
  await page.goto("/account/privacy");
  await expect(page).toHaveTitle("Privacy · Souk");
  await page.getByRole("button", { name: "Erase my account" }).click();
  const confirm = page.getByLabel(`Type ${customer.email} to confirm`);
  await expect(confirm).toBeFocused();
  await confirm.fill("somebody.else@example.com");
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(confirm).toHaveAttribute("aria-invalid", "true");
  await expectNoBarriers(page);

  await confirm.fill(customer.email);
  await page.getByRole("button", { name: "Erase everything now" }).click();
  await expect(page.getByText("Your account is erased.")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/sign-in");
  await signInByForm(page, customer);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(heading(page)).toHaveText("Sign in");
});
