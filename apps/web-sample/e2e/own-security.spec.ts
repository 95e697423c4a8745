/** What customers do for their own safety: another password, other devices, who was here. */
import type { Locator, Page } from "@playwright/test";
import { signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const region = (page: Page, name: string): Locator => page.getByRole("region", { name });
const NEW = "three quiet olive trees";

async function fillPasswords(page: Page, old: string, chosen: string): Promise<void> {
  await page.getByLabel("Your password", { exact: true }).fill(old);
  await page.getByLabel("New password", { exact: true }).fill(chosen);
  await page.getByLabel("New password again").fill(chosen);
  await page.getByRole("button", { name: "Change the password" }).click();
}

test("another password signs all other devices out, and is asked for from then on", {
  tag: ["@core", "@phone"],
}, async ({ page, browser, shop }) => {
  // On two devices.
  test.slow();
  const customer = await shop.newCustomer();
  const elsewhere = await browser.newContext({ baseURL: shop.url });
  const other = await elsewhere.newPage();
  await shop.signIn(other, customer);
  await shop.signIn(page, customer);
  await page.goto("/account/security");
  await fillPasswords(page, "not the password", NEW);
  await expect(page.getByLabel("Your password", { exact: true })).toHaveAccessibleDescription(
    /not your/,
  );
  await fillPasswords(page, customer.password, "password123");
  await expect(page.getByLabel("New password", { exact: true })).toHaveAccessibleDescription(
    /too common/,
  );
  await fillPasswords(page, customer.password, NEW);
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await expect(region(page, "Signed in on").getByRole("listitem")).toHaveCount(1);
  await expect(region(page, "Recent sign-ins").getByText("Wrong password").first()).toBeVisible();

  await other.goto("/account");
  await expect(heading(other)).toHaveText("Sign in");
  await signInByForm(other, customer);
  await expect(other.getByRole("alert")).toContainText("Invalid email or password");
  await signInByForm(other, { ...customer, password: NEW });
  await expect(heading(other)).toHaveText("Hello, Amina");
  await elsewhere.close();
});

test("a device is signed out from another one, then all of them at once", async ({
  page,
  browser,
  shop,
}) => {
  // On three devices.
  test.slow();
  const customer = await shop.newCustomer();
  const signedIn = async (program: string): Promise<Page> => {
    const userAgent = `Mozilla/5.0 (X11; Linux) ${program}`;
    const context = await browser.newContext({ baseURL: shop.url, userAgent });
    const device = await context.newPage();
    await shop.signIn(device, customer);
    return device;
  };
  const first = await signedIn("Firefox/130.0");
  const second = await signedIn("Chrome/130.0 Safari/537.36");
  await shop.signIn(page, customer);
  await page.goto("/account/security");
  const devices = region(page, "Signed in on").getByRole("listitem");
  // With the one that followed the mailed link.
  await expect(devices).toHaveCount(4);
  await expect(devices.filter({ hasText: "This device" })).toHaveCount(1);
  await devices.filter({ hasText: "Firefox" }).getByRole("button").click();
  await expect(page.getByText("The device is signed out.")).toBeVisible();
  await expect(devices).toHaveCount(3);
  await first.goto("/account");
  await expect(heading(first)).toHaveText("Sign in");

  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await expect(devices).toHaveCount(1);
  await second.goto("/account");
  await expect(heading(second)).toHaveText("Sign in");
  await page.reload();
  await expect(heading(page)).toHaveText("Security");
  for (const device of [first, second]) await device.context().close();
});

test("a forgotten password is replaced by a mailed link, which works once", {
  tag: "@core",
}, async ({ page, shop }) => {
  const customer = await shop.newCustomer();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: /Forgot/ }).click();
  await expect(heading(page)).toHaveText("Forgotten your password?");
  await page.getByLabel("E-mail").fill(customer.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText(/an email with a link is on its way/)).toBeVisible();
  const link = await shop.mailedLink(customer.email, "/reset-password/");
  const choose = async () => {
    await page.goto(link);
    await page.getByLabel("New password", { exact: true }).fill(NEW);
    await page.getByLabel("New password again").fill(NEW);
    await page.getByRole("button", { name: "Save the password" }).click();
  };
  await choose();
  await expect(heading(page)).toHaveText("Sign in");
  await signInByForm(page, { ...customer, password: NEW });
  await expect(heading(page)).toHaveText("Hello, Amina");
  await choose();
  await expect(page.getByRole("alert")).toContainText("This link is spent");
});
