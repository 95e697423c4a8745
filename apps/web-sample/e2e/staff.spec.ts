/** What staff sees and does: the security dashboard, users, orders, the audit trail. */
import type { Locator, Page } from "@playwright/test";
import { type Customer, PASSWORD } from "./support/api.ts";
import { expectNoBarriers, expectToFit } from "./support/axe.ts";
import { downloadBy } from "./support/download.ts";
import { lockOut, newStaff, owner, securityStaff, signsIn } from "./support/staff.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const region = (page: Page, name: string): Locator => page.getByRole("region", { name });

const userRow = (page: Page, { email }: Customer): Locator =>
  page.getByRole("table", { name: "Accounts" }).getByRole("row", { name: email });

test.describe("the security dashboard", () => {
  test("shows a lock as it happens, and lifts it", { tag: "@core" }, async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, await newStaff(shop, securityStaff));
    await page.goto(`/staff/security?account=${encodeURIComponent(customer.email)}`);
    const attempts = region(page, "Sign-in attempts");
    // The one by the link that was mailed to them.
    await expect(attempts.getByRole("rowheader")).toHaveCount(1);
    await expect(page.getByText("Live", { exact: true })).toBeVisible();

    await lockOut(shop, customer);
    expect(await signsIn(shop, customer)).toBe(429);
    const lock = region(page, "Locks").getByRole("row", { name: customer.email });
    await expect(lock).toContainText(/1?\d:\d\d/);
    await expect(attempts.getByRole("cell", { name: "Wrong password" }).first()).toBeVisible();
    await expect(attempts.getByRole("cell", { name: "Refused by a limit" }).first()).toBeVisible();

    await lock.getByRole("button", { name: `Unlock ${customer.email}` }).click();
    await expect(lock).toHaveCount(0);
    expect(await signsIn(shop, customer)).toBe(200);
  });

  test("stands still while it is paused", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.clock.install();
    await shop.signIn(page, await newStaff(shop, securityStaff));
    await page.goto(`/staff/security?account=${encodeURIComponent(customer.email)}`);
    const attempts = region(page, "Sign-in attempts");
    await expect(attempts.getByRole("rowheader")).toHaveCount(1);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Paused", { exact: true })).toBeVisible();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await lockOut(shop, customer);
    await page.clock.runFor(20_000);
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "Go live" }).click();
    await page.clock.runFor(6_000);
    await expect(attempts.getByRole("cell", { name: "Wrong password" }).first()).toBeVisible();
  });

  test("lets the keyboard walk through its chart", async ({ page, shop }) => {
    const customer = await newStaff(shop, ["security:read"]);
    await shop.signIn(page, customer);
    await page.goto("/staff/security");
    const chart = page.getByRole("group", { name: "Sign-ins over time" });
    const bars = chart.getByRole("img");
    await bars.last().focus();
    await expect(bars.last()).toHaveAccessibleName(/\d+ succeeded, \d+ failed, \d+ refused$/);
    await page.keyboard.press("ArrowLeft");
    await expect(bars.nth(-2)).toBeFocused();
    const week = page.getByRole("link", { name: "7 days" });
    await week.click();
    await expect(week).toHaveAttribute("aria-current");
    await expect(page).toHaveURL(/span=7d/);
    await page.getByText("Show as a table").click();
    const table = page.getByRole("table", { name: "Sign-ins over time" });
    await expect(table.getByRole("rowheader")).toHaveCount(await bars.count());
  });

  test("is narrowed down by result, reason, account and address", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    const client = await lockOut(shop, customer);
    await shop.signIn(page, await newStaff(shop, securityStaff));
    await page.goto("/staff/security");
    const attempts = region(page, "Sign-in attempts");
    await attempts.getByLabel("Account").fill(customer.email);
    await expect(attempts.getByRole("rowheader")).toHaveCount(5);
    await attempts.getByLabel("Result").selectOption("Succeeded");
    await expect(attempts.getByRole("rowheader")).toHaveCount(1);
    await attempts.getByLabel("Result").selectOption("Failed");
    await attempts.getByLabel("Reason").selectOption("Wrong password");
    await expect(attempts.getByRole("rowheader")).toHaveCount(3);
    await attempts.getByLabel("IP address").fill("10.255.0.9");
    await expect(attempts).toContainText("No attempt matches.");
    await attempts.getByLabel("IP address").fill(client);
    await expect(attempts.getByRole("rowheader")).toHaveCount(3);
    await page.reload();
    await expect(attempts.getByLabel("Reason")).toHaveValue("wrong_password");
    await expect(attempts.getByRole("rowheader")).toHaveCount(3);
  });

  test("asks nobody for what they lack themselves", async ({ page, shop }) => {
    await shop.signIn(page, await newStaff(shop, securityStaff));
    await page.goto("/staff/security");
    const policy = page.getByRole("switch", { name: "Staff need a second factor" });
    await policy.click();
    const refusal = region(page, "Sign-in policy").getByRole("alert");
    await expect(refusal).toContainText("Set up a second factor of your own first.");
    await expect(refusal.getByRole("link")).toHaveAttribute("href", "/account/security");
    await expect(policy).not.toBeChecked();
  });
});

test.describe("a user", () => {
  test("is disabled and signed out, and can come back once enabled", {
    tag: "@core",
  }, async ({ page, browser, shop }) => {
    const customer = await shop.newCustomer();
    const context = await browser.newContext({ baseURL: shop.url });
    const theirs = await context.newPage();
    await shop.signIn(theirs, customer);
    await shop.signIn(page, await newStaff(shop, ["users:read", "users:write", "audit:read"]));

    await page.goto("/staff/users");
    await page.getByLabel("Search").fill(customer.email);
    await expect(page).toHaveURL(/q=amina/);
    await userRow(page, customer).getByRole("link").click();
    await expect(region(page, "Signed in on").getByRole("button").first()).toBeVisible();
    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await page.getByLabel("Reason").fill("Asked for it by phone");
    await page.getByRole("button", { name: "Disable the account" }).click();
    await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
    await expect(region(page, "Signed in on")).toContainText("Nowhere at the moment.");

    await theirs.goto("/account");
    await signInByForm(theirs, customer);
    await expect(theirs.getByRole("alert")).toContainText("not active");
    await page.goto("/staff/audit?action=user");
    await page.getByText("Disabled an account").first().click();
    await expect(page.getByText("Asked for it by phone")).toBeVisible();

    await page.goto(`/staff/users?q=${encodeURIComponent(customer.email)}`);
    await userRow(page, customer).getByRole("link").click();
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    await page.getByRole("button", { name: "Enable the account" }).click();
    await expect(page.getByText("Active", { exact: true })).toBeVisible();
    await signInByForm(theirs, customer);
    await expect(heading(theirs)).toHaveText("Hello, Amina");
    await context.close();
  });

  test("is signed out of one device, then everywhere", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    expect(await signsIn(shop, customer)).toBe(200);
    await shop.signIn(page, await newStaff(shop, ["users:read", "users:write"]));
    await page.goto(`/staff/users?q=${encodeURIComponent(customer.email)}`);
    await userRow(page, customer).getByRole("link").click();
    const sessions = region(page, "Signed in on").getByRole("rowheader");
    // One began with the mailed link, one by the password.
    await expect(sessions).toHaveCount(2);
    await page
      .getByRole("row", { name: /Sign out/ })
      .first()
      .getByRole("button")
      .click();
    await expect(page.getByText("That device is signed out.")).toBeVisible();
    await expect(sessions).toHaveCount(1);
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(region(page, "Signed in on")).toContainText("Nowhere at the moment.");
  });

  test("is given all that is held of them, and is erased", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await shop.signIn(page, await newStaff(shop, ["users:read", "users:privacy"]));
    await page.goto(`/staff/users?q=${encodeURIComponent(customer.email)}`);
    await userRow(page, customer).getByRole("link").click();
    const file = await downloadBy(page.getByRole("button", { name: "Export personal data" }));
    expect(file.text).toContain(customer.email);

    await page.getByRole("button", { name: "Erase" }).click();
    const dialog = page.getByRole("dialog", { name: "Erase Amina's data?" });
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByLabel(/to confirm$/).fill(customer.email);
    await dialog.getByRole("button", { name: "Erase for good" }).click();
    await expect(heading(page)).toHaveText("Users");
    expect(await signsIn(shop, customer)).toBe(400);
  });
});

test.describe("the audit trail", () => {
  test("tells who did what, and proves that it is whole", {
    tag: "@core",
  }, async ({ page, shop }) => {
    const member = await newStaff(shop, ["audit:read"]);
    await shop.signIn(page, member);
    await page.goto("/staff/audit?action=role");
    const granted = page.getByText("Granted a role").first();
    await granted.click();
    await page.getByRole("button", { name: `Only what ${owner.email} did` }).click();
    await expect(page).toHaveURL(/actor=/);
    await page.getByRole("button", { name: "Verify the chain" }).click();
    await expect(page.getByText("The chain is unbroken")).toBeVisible();
    await expect(page.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  });
});

test.describe("an order", () => {
  test("is found by its customer's address, and read", async ({ page, shop }) => {
    const { email } = await shop.newCustomer();
    const { variants } = await shop.api.call<{ variants: readonly { id: string }[] }>(
      "/api/v1/products/freckle-mug/",
    );
    await shop.api.buy(variants[0]?.id ?? "", 1, email);
    await shop.signIn(page, await newStaff(shop, ["orders:read"]));
    await page.goto("/staff/orders");
    await page.getByLabel("Search").fill(email);
    const row = page.getByRole("table", { name: "Orders" }).getByRole("row", { name: email });
    await row.getByRole("link", { name: /^S-\d+$/ }).click();
    await expect(heading(page)).toHaveText(/^Order S-\d+$/);
    await expect(page.getByRole("list", { name: "What was bought" })).toBeVisible();
  });
});

const pages = [
  ["/staff", "Staff · Souk"],
  ["/staff/security", "Security dashboard · Souk"],
  ["/staff/users", "Users · Souk"],
  ["/staff/orders", "All orders · Souk"],
  ["/staff/team", "Team and roles · Souk"],
  ["/staff/api-keys", "API keys · Souk"],
  ["/staff/audit", "Audit trail · Souk"],
] as const;

test("no staff page has barriers, or is wider than its screen", {
  tag: "@phone",
}, async ({ page, shop }) => {
  // Seven pages, each looked at whole.
  test.slow();
  await shop.signIn(page, owner);
  for (const [path, title] of pages) {
    await page.goto(path);
    await expect(page).toHaveTitle(title);
    await expectNoBarriers(page);
    await expectToFit(page);
  }
  await page.goto("/staff/team");
  await page.getByRole("button", { name: "New role" }).click();
  await expectNoBarriers(page);
});

test("a phone has the whole console in its menu", { tag: "@only-phone" }, async ({
  page,
  shop,
}) => {
  await shop.signIn(page, owner);
  await page.goto("/staff");
  await page.getByRole("button", { name: "Staff menu" }).click();
  const menu = page.getByRole("dialog", { name: "Souk staff" });
  await expectNoBarriers(page);
  await menu.getByRole("link", { name: "Users" }).click();
  await expect(heading(page)).toHaveText("Users");
  await expect(menu).toBeHidden();
  await expect(
    page.getByRole("list", { name: "Accounts" }).getByRole("listitem").first(),
  ).toBeVisible();
});

test("whoever is signed out comes back to where they wanted to be", async ({ page, shop }) => {
  const member = await newStaff(shop, ["orders:read"]);
  await page.goto("/staff/orders?status=placed");
  await signInByForm(page, { email: member.email, password: PASSWORD });
  await expect(heading(page)).toHaveText("Orders");
  await expect(page).toHaveURL(/\/staff\/orders\?status=placed$/);
});
