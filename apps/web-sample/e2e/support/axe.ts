/** Barriers that axe can find: none that it calls serious or critical is accepted. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing moves or loads any more. */
async function untilSettled(page: Page): Promise<void> {
  await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

export async function expectNoBarriers(page: Page): Promise<void> {
  await untilSettled(page);
  // Without frames nothing has to be gathered in a page of its own, which takes long to open.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const barriers = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(" ")) }));
  expect(barriers, `barriers at ${page.url()}`).toEqual([]);
}

/** Nobody has to scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const spare = await page.evaluate(
    () => document.documentElement.clientWidth - document.documentElement.scrollWidth,
  );
  expect(spare, page.url()).toBeGreaterThanOrEqual(0);
}
