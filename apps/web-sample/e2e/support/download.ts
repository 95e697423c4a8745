/** A file that the shop hands over at a press. */
import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";

export async function downloadBy(button: Locator): Promise<{ name: string; text: string }> {
  const arrival = button.page().waitForEvent("download");
  await button.click();
  const file = await arrival;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
