/** The security dashboard is live in all of its parts: nobody reloads it here. */
import { lockOut, newStaff, securityStaff, signsIn } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

test("the security dashboard follows what happens in its numbers, its chart and its events", async ({
  page,
  shop,
}) => {
  const customer = await shop.newCustomer();
  await shop.signIn(page, await newStaff(shop, securityStaff));
  await page.goto("/staff/security?family=sign_in");
  await page.getByText("Show as a table").click();
  const tile = async (name: string): Promise<number> => {
    const tiles = page.locator("dl > div");
    const named = tiles.filter({ has: page.getByText(name, { exact: true }) }).first();
    return Number((await named.locator("dd").first().textContent())?.replace(/\D/g, ""));
  };
  const charted = async (): Promise<number> => {
    const table = page.getByRole("table", { name: "Sign-ins over time" });
    const cells = await table.locator("tbody td").allTextContents();
    return cells.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0);
  };
  await expect.poll(charted).toBeGreaterThan(0);
  // Not the sessions: other tests sign people out meanwhile.
  const before = {
    failures: await tile("Failures"),
    refused: await tile("Refused"),
    charted: await charted(),
  };

  expect(await signsIn(shop, customer)).toBe(200);
  await lockOut(shop, customer);
  const events = page.getByRole("region", { name: "Security events" }).getByRole("listitem");
  const theirs = events.filter({ hasText: customer.email });
  await expect(theirs.filter({ hasText: "Was refused by a limit" }).first()).toBeVisible();
  await expect.poll(() => tile("Failures")).toBeGreaterThanOrEqual(before.failures + 3);
  await expect.poll(() => tile("Refused")).toBeGreaterThan(before.refused);
  await expect.poll(charted).toBeGreaterThanOrEqual(before.charted + 5);
});
