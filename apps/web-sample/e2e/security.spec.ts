/** What a browser, and whoever gets a script into it, can and cannot see. */
import type { Page } from "@playwright/test";
import { addToCart, goToPayment, signInByForm } from "./support/storefront.ts";
import { expect, test } from "./support/test.ts";
import { watch } from "./support/watch.ts";

const SESSION_COOKIE = "souk_session";

const storedText = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

test.describe("a session", () => {
  test("is a cookie that no script can read", async ({ page, context, shop }) => {
    const customer = await shop.newCustomer();
    await addToCart(page, "freckle-mug");
    await page.goto("/sign-in");
    await signInByForm(page, customer);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hello, Amina");

    const cookie = (await context.cookies()).find(({ name }) => name === SESSION_COOKIE);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect(await page.evaluate(() => document.cookie)).not.toContain(SESSION_COOKIE);
    const stored = await storedText(page);
    expect(stored).not.toContain(cookie?.value);
    expect(stored).not.toMatch(/eyJ|refresh|access/i);
    expect(stored).not.toContain(customer.password);
  });

  test("ends for good when one signs out", async ({ page, context, shop }) => {
    await shop.signIn(page, await shop.newCustomer());
    await page.goto("/account");
    const before = await context.cookies();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
    expect(await context.cookies()).toEqual([]);

    await context.addCookies(before);
    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });

  test("cannot be guessed: wrong passwords have to wait", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/sign-in");
    const refusal = page.getByRole("alert");
    await expect(async () => {
      await signInByForm(page, { ...customer, password: "not the password" });
      await expect(refusal).toContainText("Too many attempts", { timeout: 1_000 });
    }).toPass();
    await signInByForm(page, customer);
    await expect(refusal).toContainText("Too many attempts");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  });

  test("of another customer opens none of their orders", async ({ page, shop }) => {
    const owner = await shop.newCustomer();
    await shop.signIn(page, owner);
    await addToCart(page, "freckle-mug");
    await goToPayment(page);
    await page.getByRole("button", { name: /^Pay / }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you, Amina.");
    const number = (await shop.api.orders(owner)).items[0]?.number;

    await shop.signIn(page, await shop.newCustomer());
    await page.goto(`/account/orders/${number}`);
    await expect(page.getByText("There is no such order here.")).toBeVisible();
  });
});

test.describe("the content security policy", () => {
  test("stands on every page, and trusts this shop only", async ({ request }) => {
    for (const path of ["/", "/p/tide-mug", "/account", "/no/such/page"]) {
      const answer = await request.get(path, { headers: { Accept: "text/html" } });
      const policy = answer.headers()["content-security-policy"] ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("script-src 'self';");
      expect(policy, path).toContain("frame-ancestors 'none'");
      // Pictures may lie elsewhere.
      expect(policy.replace(/img-src [^;]*;/, ""), path).not.toMatch(/unsafe|\*|https?:/);
    }
  });

  test("is not violated by the shop itself", async ({ page, shop }) => {
    const watched = watch(page);
    await shop.signIn(page, await shop.newCustomer());
    for (const path of ["/", "/c/clothing", "/p/tide-mug", "/register", "/account/profile"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await addToCart(page, "freckle-mug");
    await goToPayment(page);
    expect(watched.policyViolations).toEqual([]);
  });

  test("keeps a script that got into the page from running", async ({ page }) => {
    const watched = watch(page);
    await page.goto("/");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
    });
    expect(watched.policyViolations).toHaveLength(1);
    await expect(page).not.toHaveTitle("taken over");
  });
});
