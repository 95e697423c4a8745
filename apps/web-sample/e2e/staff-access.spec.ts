/** Who may do what in the staff console: roles, members, API keys. */
import type { Browser, Locator, Page } from "@playwright/test";
import type { Customer } from "./support/api.ts";
import { newRoleName, newStaff, owner } from "./support/staff.ts";
import { signInByForm } from "./support/storefront.ts";
import { expect, type Shop, test } from "./support/test.ts";
import { letProofsAge } from "./support/time.ts";

const heading = (page: Page): Locator => page.getByRole("heading", { level: 1 });
const navigation = (page: Page): Locator => page.getByRole("navigation", { name: "Staff" });

/** Another browser, of somebody else. */
async function pageOf(browser: Browser, shop: Shop, person: Customer): Promise<Page> {
  const context = await browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  await shop.signIn(page, person);
  return page;
}

async function makeRole(page: Page, name: string, permissions: readonly string[]): Promise<void> {
  await page.goto("/staff/team");
  await page.getByRole("button", { name: "New role" }).click();
  const drawer = page.getByRole("dialog", { name: "New role" });
  await drawer.getByRole("textbox", { name: "Name" }).fill(name);
  for (const permission of permissions) await drawer.getByLabel(permission).check();
  await drawer.getByRole("button", { name: "Make the role" }).click();
}

test.describe("a role", () => {
  test("is made by the owner, and permits its member exactly what it says", {
    tag: "@core",
  }, async ({ page, browser, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/staff/team");
    await signInByForm(page, owner);
    await expect(heading(page)).toHaveText("Team and roles");
    const role = newRoleName();
    await makeRole(page, role, ["See customers", "See orders"]);
    const roles = page.getByRole("list", { name: "Roles" });
    await expect(roles.getByRole("heading", { name: role })).toContainText("Nobody yet");

    await page.getByRole("button", { name: "Grant a role" }).click();
    const dialog = page.getByRole("dialog", { name: "Grant a role" });
    await dialog.getByLabel("E-mail").fill(customer.email);
    await dialog.getByRole("combobox", { name: "Role" }).selectOption({ label: role });
    await dialog.getByRole("button", { name: "Grant the role" }).click();
    const members = page.getByRole("table", { name: "Members" });
    await expect(members.getByRole("row", { name: customer.email })).toContainText(role);

    const theirs = await pageOf(browser, shop, customer);
    await theirs.goto("/account");
    await theirs
      .getByRole("navigation", { name: "Account" })
      .getByRole("link", { name: "Staff" })
      .click();
    await expect(heading(theirs)).toHaveText("Hello, Amina");
    await expect(navigation(theirs).getByRole("link")).toHaveText(["Overview", "Users", "Orders"]);
    await theirs.goto(`/staff/users?q=${customer.email}`);
    await theirs
      .getByRole("row", { name: customer.email })
      .getByRole("link", { name: "Amina Berrada" })
      .click();
    await expect(theirs.getByRole("heading", { name: "Profile" })).toBeVisible();
    await expect(theirs.getByRole("button", { name: "Disable" })).toHaveCount(0);
    for (const path of ["security", "team", "api-keys", "audit"]) {
      await theirs.goto(`/staff/${path}`);
      await expect(heading(theirs)).toHaveText("Your roles do not permit this");
    }

    await page.getByRole("button", { name: `Withdraw ${role} from ${customer.email}` }).click();
    await page.getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(members.getByRole("row", { name: customer.email })).toHaveCount(0);
    await theirs.goto("/staff");
    await expect(heading(theirs)).toHaveText("These pages are for staff");
    await theirs.context().close();
  });

  test("gives nobody more than its maker holds", async ({ page, shop }) => {
    await shop.signIn(page, await newStaff(shop, ["staff:read", "staff:write", "orders:read"]));
    await page.goto("/staff/team");
    const roles = page.getByRole("list", { name: "Roles" });
    await expect(roles.getByText("Cannot be changed")).toHaveCount(1);
    await page.getByRole("button", { name: "New role" }).click();
    const drawer = page.getByRole("dialog", { name: "New role" });
    await expect(drawer.getByLabel("See orders")).toBeEnabled();
    await expect(drawer.getByLabel("Export and erase")).toBeDisabled();
    await expect(drawer.getByLabel("Export and erase")).toHaveAccessibleName(
      /You do not hold this, so you cannot give it/,
    );
    await drawer.getByLabel("Change the team").check();
    await expect(drawer.getByLabel("See the team")).toBeChecked();
    await expect(drawer.getByLabel("See the team")).toBeDisabled();
    await expect(drawer.getByLabel("See the team")).toHaveAccessibleName(
      /Comes with “Change the team”/,
    );
  });

  test("is changed and deleted once one has shown who one is", async ({ page, shop }) => {
    const member = await newStaff(shop, ["staff:read", "staff:write", "orders:read"]);
    await shop.signIn(page, member);
    letProofsAge(member.email);
    const role = newRoleName();
    await makeRole(page, role, ["See orders"]);
    const question = page.getByRole("dialog", { name: "Is it you?" });
    await question.getByLabel("Your password").fill(member.password);
    await question.getByRole("button", { name: "Continue" }).click();
    await expect(question).toBeHidden();

    await page.getByRole("button", { name: `Edit ${role}` }).click();
    const drawer = page.getByRole("dialog", { name: `Edit ${role}` });
    await expect(drawer.getByLabel("See orders")).toBeChecked();
    await drawer.getByLabel("Description").fill("Looks, and does not touch");
    await drawer.getByRole("button", { name: "Save the role" }).click();
    await expect(page.getByText("Looks, and does not touch")).toBeVisible();

    await page.getByRole("button", { name: `Delete ${role}` }).click();
    await page.getByRole("button", { name: "Delete the role" }).click();
    await expect(page.getByRole("button", { name: `Delete ${role}` })).toHaveCount(0);
  });
});

test.describe("the staff console", () => {
  test("turns customers away, and is not in their menu", async ({ page, shop }) => {
    await shop.signIn(page, await shop.newCustomer());
    await page.goto("/staff/users");
    await expect(heading(page)).toHaveText("These pages are for staff");
    await page.goto("/account");
    await expect(heading(page)).toHaveText("Hello, Amina");
    const menu = page.getByRole("navigation", { name: "Account" });
    await expect(menu.getByRole("link", { name: "Security" })).toBeVisible();
    await expect(menu.getByRole("link", { name: "Staff" })).toHaveCount(0);
  });

  test("is not downloaded by those who shop", async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await page.goto("/p/tide-mug");
    await expect(heading(page)).toHaveText("Tide Mug");
    expect(scripts.filter((url) => /staff|audit|api-keys/.test(url))).toEqual([]);
  });
});

test.describe("an API key", () => {
  test("is shown once, does what it holds, and nothing once it is revoked", {
    tag: "@core",
  }, async ({ page, shop }) => {
    await shop.signIn(
      page,
      await newStaff(shop, ["api_keys:read", "api_keys:write", "orders:read", "users:read"]),
    );
    await page.goto("/staff/api-keys");
    await page.getByRole("button", { name: "New API key" }).click();
    const drawer = page.getByRole("dialog", { name: "New API key" });
    const name = newRoleName();
    await drawer.getByLabel("Name", { exact: true }).fill(name);
    await drawer.getByRole("button", { name: "Make the key" }).click();
    await expect(drawer.getByRole("alert")).toHaveText("Choose at least one.");
    await drawer.getByLabel("See orders").check();
    await drawer.getByRole("button", { name: "Make the key" }).click();
    const key = (await drawer.getByTestId("api-key").textContent()) ?? "";
    await drawer.getByRole("button", { name: "I have stored it" }).click();
    await expect(page.getByText(key)).toHaveCount(0);

    const ask = async (path: string): Promise<number> => {
      const headers = { Authorization: `Bearer ${key}` };
      return (await fetch(`${shop.url}/api/v1/admin/${path}/`, { headers })).status;
    };
    expect(await ask("orders")).toBe(200);
    expect(await ask("users")).toBe(403);

    await page.getByRole("button", { name: `Revoke ${name}` }).click();
    await page.getByRole("button", { name: "Revoke the key" }).click();
    const row = page.getByRole("row", { name });
    await expect(row).toContainText("Revoked");
    expect(await ask("orders")).toBe(401);
  });
});
