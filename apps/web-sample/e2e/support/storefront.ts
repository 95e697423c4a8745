/** What people do in the shop, in the shop's own words. */
import { expect, type Locator, type Page } from "@playwright/test";
import { address, type Money } from "./api.ts";

/** As the shop writes it for the suites' locale. */
export function written({ amount, currency }: Money): string {
  return new Intl.NumberFormat("en-GB", { style: "currency", currency }).format(amount / 100);
}

export async function chooseOption(page: Page, option: string, value: string): Promise<void> {
  const group = page.getByRole("group", { name: option });
  await group.locator("label").filter({ hasText: value }).click();
  await expect(group.getByRole("radio", { name: value })).toBeChecked();
}

/** Leaves the drawer open that says so. */
export async function addToCart(page: Page, product: string): Promise<Locator> {
  await page.goto(`/p/${product}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  const drawer = page.getByRole("dialog", { name: "Your cart" });
  await expect(drawer).toContainText("is in your cart");
  return drawer;
}

export const step = (page: Page, name: string): Locator => page.getByRole("region", { name });

export async function fillAddress(form: Page | Locator): Promise<void> {
  await form.getByLabel("First name").fill(address.first_name);
  await form.getByLabel("Last name").fill(address.last_name);
  await form.getByLabel("Street and number").fill(address.line1);
  await form.getByLabel("Postal code").fill(address.postal_code);
  await form.getByLabel("City").fill(address.city);
  await form.getByLabel("Country").selectOption(address.country_code);
}

/** From the first step of the checkout to the one where one pays. */
export async function goToPayment(page: Page, email?: string): Promise<void> {
  await page.goto("/checkout");
  if (email !== undefined) await page.getByLabel("E-mail").fill(email);
  await fillAddress(page);
  await page.getByRole("button", { name: "Continue to delivery" }).click();
  await page.getByRole("button", { name: "Continue to payment" }).click();
  await expect(payButton(page)).toBeEnabled();
}

export const payButton = (page: Page): Locator => page.getByRole("button", { name: /^Pay / });

/** The sum that the button names. */
export async function dueNow(page: Page): Promise<string> {
  return (await payButton(page).textContent())?.replace("Pay ", "") ?? "";
}

export async function chooseCard(page: Page, label: string): Promise<void> {
  await page.getByRole("radio", { name: label, exact: true }).check();
}

/** The number on the confirmation. */
export async function confirmedOrder(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: /^Thank you/ })).toBeVisible();
  const sentence = await page.getByText(/^Order \S+ is placed$/).textContent();
  return sentence?.split(" ")[1] ?? "";
}

export async function signInByForm(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  // The page before may have a field of the same name.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in", exact: true }).click();
}
