/** A password that is not enough: codes of an app, recovery codes, and "is it you?". */
import type { Locator, Page } from "@playwright/test";
import type { Customer } from "./support/api.ts";
import { codeOf } from "./support/authenticator.ts";
import { expectNoBarriers } from "./support/axe.ts";
import { downloadBy } from "./support/download.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";
import { letProofsAge } from "./support/time.ts";

interface App {
  readonly secret: string;
  /** The code that switched it on. */
  readonly spent: string;
  readonly codes: readonly string[];
}

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const question = (page: Page): Locator => page.getByRole("dialog", { name: "Is it you?" });
const signIn = (page: Page): Promise<void> =>
  page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();

async function beginSetUp(page: Page): Promise<string> {
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  return (await page.getByRole("code").textContent()) ?? "";
}

/** With the code of half a minute ago: each works once, and the tests go on with those of now. */
async function setUpApp(page: Page): Promise<App> {
  const secret = await beginSetUp(page);
  const spent = codeOf(secret, -1);
  await page.getByLabel("Code from your app").fill(spent);
  await page.getByRole("button", { name: "Switch it on" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const codes = await list.getByRole("listitem").allTextContents();
  await page.getByRole("button", { name: "I have saved them" }).click();
  await expect(page.getByText("Authenticator app is on")).toBeVisible();
  return { secret, spent, codes };
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
}

async function toSecondStep(page: Page, customer: Customer): Promise<void> {
  await page.goto("/sign-in");
  await signInByForm(page, customer);
  await expect(heading(page)).toHaveText("One more step");
}

async function tryRecoveryCode(page: Page, code: string): Promise<void> {
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(code);
  await signIn(page);
}

test.describe("an authenticator app", () => {
  test("guards the account, and recovery codes stand in for it", {
    tag: "@core",
  }, async ({ page, shop }) => {
    // One goes in four times.
    test.slow();
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    const { secret, spent, codes } = await setUpApp(page);
    await expect(page.getByText("10 recovery codes are left")).toBeVisible();

    await signOut(page);
    await toSecondStep(page, customer);
    const field = page.getByLabel("Code from your app");
    await expect(field).toBeFocused();
    await expect(field).toHaveAttribute("autocomplete", "one-time-code");
    await field.fill("12");
    await signIn(page);
    await expect(field).toHaveAccessibleDescription("Enter the 6 digits that the app shows.");
    await field.fill(spent);
    await signIn(page);
    await expect(field).toHaveAccessibleDescription(/was used already/);
    await field.fill(codeOf(secret).replace(/^.{3}/, "$& "));
    await signIn(page);
    await expect(heading(page)).toHaveText("Hello, Amina");

    await signOut(page);
    await toSecondStep(page, customer);
    await tryRecoveryCode(page, codes[0]?.toUpperCase() ?? "");
    await expect(heading(page)).toHaveText("Hello, Amina");
    await page.goto("/account/security");
    await expect(page.getByText("9 recovery codes are left")).toBeVisible();
    await expect(page.getByText("Right password, wrong code").first()).toBeVisible();

    await signOut(page);
    await toSecondStep(page, customer);
    await tryRecoveryCode(page, codes[0] ?? "");
    await expect(page.getByLabel("Recovery code")).toHaveAccessibleDescription(/was used already/);
    await page.goto("/account");
    await expect(heading(page)).toHaveText("Sign in");
  });

  test("hands its recovery codes over once, as a file", async ({ page, shop }) => {
    await shop.signIn(page, await shop.newCustomer());
    const { codes } = await setUpApp(page);
    await page.getByRole("button", { name: "Make new codes" }).click();
    await page.getByRole("button", { name: "Yes, the old ones stop working" }).click();
    const list = page.getByRole("list", { name: "Recovery codes" });
    await expect(list.getByRole("listitem")).toHaveCount(10);
    const renewed = await list.getByRole("listitem").allTextContents();
    expect(renewed).not.toContain(codes[0]);

    const { text } = await downloadBy(page.getByRole("button", { name: "Download" }));
    expect(text).toContain(renewed.join("\n"));
    await page.reload();
    await expect(page.getByText("10 recovery codes are left")).toBeVisible();
    await expect(page.getByText(renewed[0] ?? "")).toHaveCount(0);
  });

  test("is in force only after its first code", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await beginSetUp(page);
    await page.getByLabel("Code from your app").fill("000000");
    await page.getByRole("button", { name: "Switch it on" }).click();
    await expect(page.getByLabel("Code from your app")).toHaveAccessibleDescription(/not the code/);
    await signOut(page);
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await expect(heading(page)).toHaveText("Hello, Amina");
  });
});

test.describe("is it you?", () => {
  test("is asked when the proof has grown old", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    await page.goto("/account/security");
    const setUp = page.getByRole("button", { name: "Set up an authenticator app" });
    const password = question(page).getByLabel("Your password");
    const proceed = question(page).getByRole("button", { name: "Continue" });

    letProofsAge(customer.email);
    await setUp.click();
    await expect(password).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(question(page)).toBeHidden();
    await expect(page.getByRole("code")).toHaveCount(0);

    await setUp.click();
    await password.fill("not the password");
    await proceed.click();
    await expect(password).toHaveAccessibleDescription("This is not your password.");
    await password.fill(customer.password);
    await proceed.click();
    await expect(page.getByRole("code")).toBeVisible();
    await expect(question(page)).toBeHidden();
  });

  test("wants a code too, where one guards the account", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, customer);
    const { secret } = await setUpApp(page);
    letProofsAge(customer.email);
    await page.getByRole("button", { name: "Switch off" }).click();
    await page.getByRole("button", { name: "Yes, switch it off" }).click();
    await question(page).getByLabel("Your password").fill(customer.password);
    await question(page).getByRole("button", { name: "Continue" }).click();
    const code = question(page).getByLabel("Code from your app");
    await expect(code).toHaveAccessibleDescription("Enter the 6 digits that the app shows.");
    await code.fill(codeOf(secret));
    await question(page).getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("button", { name: "Set up an authenticator app" })).toBeVisible();

    await signOut(page);
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await expect(heading(page)).toHaveText("Hello, Amina");
  });
});

test("each of its steps is without barriers", { tag: "@phone" }, async ({ page, shop }) => {
  // Axe judges seven pages.
  test.slow();
  const customer = await shop.newCustomer();
  await shop.signIn(page, customer);
  await page.goto("/account/security");
  await expectNoBarriers(page);
  letProofsAge(customer.email);
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await question(page).getByRole("button", { name: "Continue" }).click();
  await expect(question(page).getByText("This field may not be blank.")).toBeVisible();
  await expectNoBarriers(page);
  await question(page).getByLabel("Your password").fill(customer.password);
  await question(page).getByRole("button", { name: "Continue" }).click();
  const secret = (await page.getByRole("code").textContent()) ?? "";
  await expectNoBarriers(page);
  await page.getByLabel("Code from your app").fill(codeOf(secret));
  await page.getByRole("button", { name: "Switch it on" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole("button", { name: "I have saved them" }).click();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expectNoBarriers(page);
  await signOut(page);
  await toSecondStep(page, customer);
  await expect(page).toHaveTitle("One more step · Souk");
  await expectNoBarriers(page);
});
