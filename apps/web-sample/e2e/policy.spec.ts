/**
 * The policy that staff needs a second factor. It holds for everybody who works in the shop, so this
 * runs when all other suites are done with it.
 */
import type { Locator, Page } from "@playwright/test";
import { codeOf, plugIn } from "./support/authenticator.ts";
import { expectNoBarriers } from "./support/axe.ts";
import { newStaff } from "./support/staff.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });

async function addPasskey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByLabel("Name", { exact: true }).fill("My key");
  await page.getByRole("button", { name: "Make the passkey" }).click();
  await expect(page.getByRole("region", { name: "Passkeys" })).toContainText("My key");
}

test("staff without a second factor is asked to set one up, and then gets in", async ({
  page,
  browser,
  shop,
}) => {
  test.slow();
  const [boss, member] = [
    await newStaff(shop, ["security:read", "security:write"]),
    await newStaff(shop, ["orders:read"]),
  ];
  const context = await browser.newContext({ baseURL: shop.url });
  const theirs = await context.newPage();
  await shop.signIn(theirs, member);
  await theirs.goto("/staff/orders");
  await expect(heading(theirs)).toHaveText("Orders");

  await plugIn(page);
  await shop.signIn(page, boss);
  await page.goto("/account/security");
  await addPasskey(page);
  await page.goto("/staff/security");
  const policy = page.getByRole("switch", { name: "Staff need a second factor" });
  await policy.click();
  await expect(page.getByText("Staff need a second factor now.")).toBeVisible();
  await expect(policy).toBeChecked();

  await test.step("the next page is refused, and leads to the setting", async () => {
    await theirs.reload();
    await expect(heading(theirs)).toHaveText("Set up a second factor first");
    await expect(theirs.getByRole("table")).toHaveCount(0);
    await expectNoBarriers(theirs);
    await theirs.getByRole("link", { name: "Go to your security settings" }).click();
    await expect(heading(theirs)).toHaveText("Security");
  });

  await test.step("an app is enough, also at the next sign-in", async () => {
    await theirs.getByRole("button", { name: "Set up an authenticator app" }).click();
    const secret = (await theirs.getByRole("code").textContent()) ?? "";
    await theirs.getByLabel("Code from your app").fill(codeOf(secret, -1));
    await theirs.getByRole("button", { name: "Switch it on" }).click();
    await theirs.getByRole("button", { name: "I have saved them" }).click();
    await theirs.goto("/staff/orders");
    await expect(heading(theirs)).toHaveText("Orders");

    await context.clearCookies();
    await theirs.goto("/staff/orders");
    await signInByForm(theirs, member);
    await theirs.getByLabel("Code from your app").fill(codeOf(secret));
    await theirs.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(heading(theirs)).toHaveText("Orders");
  });

  await policy.click();
  await expect(page.getByText("Staff may sign in by password alone.")).toBeVisible();
  await context.close();
});
