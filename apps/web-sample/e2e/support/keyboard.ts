/** A visitor without a mouse. */
import { expect, type Locator, type Page } from "@playwright/test";

const MAX_STOPS = 80;

/** Whether the focused element, its label or its overlay is drawn with an outline or a ring. */
function focusIsDrawn(): boolean {
  const focused = document.activeElement;
  // After the last element the focus passes through the browser's own bars.
  if (focused === null || focused === document.body) return true;
  const label = focused.closest("label");
  const styles = [
    getComputedStyle(focused),
    getComputedStyle(focused, "::after"),
    ...(label === null ? [] : [getComputedStyle(label)]),
  ];
  return styles.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none",
  );
}

/** Tab by tab, as people do; every stop on the way has to be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const drawn = await page.evaluate(focusIsDrawn);
    const where = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    expect(drawn, drawn ? "" : `the focus cannot be seen on ${await where()}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${target}.`);
}

export async function tabToAndPress(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function tabToAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
