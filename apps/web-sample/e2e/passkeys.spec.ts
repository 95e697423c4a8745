/** Passkeys: made, used in place of a password and beside it, and removed. */
import type { Locator, Page } from "@playwright/test";
import { plugIn } from "./support/authenticator.ts";
import { expectNoBarriers } from "./support/axe.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";
import { letProofsAge } from "./support/time.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const passkeys = (page: Page): Locator => page.getByRole("region", { name: "Passkeys" });

const shownCodes = (page: Page): Locator => page.getByRole("list", { name: "Recovery codes" });

async function makePasskey(page: Page, name: string): Promise<void> {
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(passkeys(page).getByRole("listitem").filter({ hasText: name })).toBeVisible();
}

/** The account's first: answers the codes that came with it. */
async function addPasskey(page: Page, name: string): Promise<readonly string[]> {
  await makePasskey(page, name);
  await expect(shownCodes(page).getByRole("listitem")).toHaveCount(10);
  const codes = await shownCodes(page).getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(shownCodes(page)).toHaveCount(0);
  return codes;
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
}

const signInByPasskey = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Sign in with a passkey" }).click();

test.describe("a passkey", () => {
  test("signs in without a password, until it is removed", {
    tag: "@core",
  }, async ({ page, shop }) => {
    await plugIn(page);
    await shop.signIn(page, await shop.newCustomer());
    await addPasskey(page, "My laptop");
    await expect(passkeys(page)).toContainText("Not used yet");

    await signOut(page);
    await page.goto("/sign-in?redirect=/account/security");
    await signInByPasskey(page);
    await expect(heading(page)).toHaveText("Security");
    await expect(passkeys(page)).toContainText("Last used");

    await passkeys(page).getByRole("button", { name: "Rename My laptop" }).click();
    await passkeys(page).getByLabel("Name", { exact: true }).fill("My old laptop");
    await passkeys(page).getByRole("button", { name: "Save the name" }).click();
    await expect(passkeys(page).getByText("My old laptop").first()).toBeVisible();

    await passkeys(page).getByRole("button", { name: "Remove My old laptop" }).click();
    await passkeys(page).getByRole("button", { name: "Yes, remove it" }).click();
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(0);

    await signOut(page);
    await page.goto("/sign-in");
    await signInByPasskey(page);
    await expect(page.getByRole("alert")).toContainText(/passkey/i);
    await expect(heading(page)).toHaveText("Sign in");
  });

  test("is the second step of who has one", async ({ page, shop }) => {
    await plugIn(page);
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await addPasskey(page, "My phone");
    await signOut(page);
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await expect(heading(page)).toHaveText("One more step");
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await expect(heading(page)).toHaveText("Hello, Amina");
  });

  test("that is lost leaves a way back: the codes that came with the first one", async ({
    page,
    shop,
  }) => {
    await plugIn(page);
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    const [code = ""] = await addPasskey(page, "My phone");
    await expect(page.getByText("10 recovery codes are left")).toBeVisible();

    await signOut(page);
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await page.getByLabel("Recovery code").fill(code);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(heading(page)).toHaveText("Hello, Amina");
  });

  test("says that it is you", async ({ page, shop }) => {
    await plugIn(page);
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await addPasskey(page, "My phone");
    letProofsAge(customer.email);
    await passkeys(page).getByRole("button", { name: "Remove My phone" }).click();
    await passkeys(page).getByRole("button", { name: "Yes, remove it" }).click();
    await page
      .getByRole("dialog", { name: "Is it you?" })
      .getByRole("button", { name: "Use a passkey" })
      .click();
    await expect(passkeys(page).getByRole("listitem")).toHaveCount(0);
  });

  test("in the wrong hands opens nothing, and says so in plain words", async ({ page, shop }) => {
    const authenticator = await plugIn(page);
    await shop.signIn(page, await shop.newCustomer());
    await addPasskey(page, "My phone");
    await signOut(page);
    await authenticator.recognise(false);
    await page.goto("/sign-in");
    await signInByPasskey(page);
    await expect(page.getByRole("alert")).toContainText("No passkey was used");
    await expect(heading(page)).toHaveText("Sign in");
  });
});

test("the list of passkeys is without barriers", { tag: "@phone" }, async ({ page, shop }) => {
  await plugIn(page);
  await shop.signIn(page, await shop.newCustomer());
  await makePasskey(page, "My phone");
  await expect(shownCodes(page)).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expectNoBarriers(page);
  await passkeys(page).getByRole("button", { name: "Rename My phone" }).click();
  await expectNoBarriers(page);
  await passkeys(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(passkeys(page).getByText("This field may not be blank.")).toBeVisible();
  await expectNoBarriers(page);
});
