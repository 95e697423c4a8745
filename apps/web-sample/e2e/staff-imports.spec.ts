/** Staff takes products in from files and gives them out, and sets what holds for the whole shop. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { downloadBy } from "./support/download.ts";
import { newStaff, owner } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

const importStaff = [
  "products:read",
  "products:write",
  "inventory:read",
  "inventory:write",
] as const;

/** So many that there is time to stop. */
const RECORDS = 1500;

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

/** As the page counts them. */
const expectResult = async (page: Page, label: string, count: number): Promise<void> => {
  const term = page.getByRole("term").filter({ hasText: label });
  await expect(term.locator("xpath=following-sibling::dd[1]")).toHaveText(String(count));
};

/** One is worked off at a time: another test's may be before it. */
const finished = (page: Page): Promise<void> =>
  expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 30_000 });

test("a file is tried, its problems are told, and then it is imported and given out", {
  tag: "@core",
}, async ({ page, shop }) => {
  const handle = `import-${randomUUID().slice(0, 8)}`;
  const csv = `Handle,Title,Variant Price\n${handle},A mug,12.50\n${handle}-2,A bowl,cheap\n`;
  await shop.signIn(page, await newStaff(shop, importStaff));
  await page.goto("/staff/imports");
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByText("Send a file.")).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles(fileOf(`${handle}.csv`, csv));
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${handle}.csv`);
  await finished(page);
  await expectResult(page, "New", 1);
  await expectResult(page, "Refused", 1);
  const problem = page.getByRole("table", { name: "Problems" }).getByRole("row").last();
  await expect(problem).toContainText("Variant Price");
  await expect(problem.getByRole("rowheader")).toHaveText("3");
  const problems = await downloadBy(page.getByRole("button", { name: "Download them" }));
  expect(problems.text).toMatch(/^Row,Column,Problem\n3,"Variant Price",".+"\n$/);

  await page.getByRole("button", { name: "Import it now" }).click();
  await expect(page.getByRole("heading", { name: "What came of it" })).toBeVisible();
  await finished(page);
  await expectResult(page, "New", 1);
  await page.getByRole("link", { name: "All imports" }).click();
  const jobs = page.getByRole("table", { name: "Imports" });
  await expect(jobs.getByRole("row", { name: `${handle}.csv` })).toHaveCount(2);
  const file = await downloadBy(page.getByRole("button", { name: "Shopify CSV" }));
  expect(file.name).toBe("products.csv");
  expect(file.text).toContain(handle);
  expect(file.text).not.toContain(`${handle}-2`);
});

test("an import is stopped, goes on where it was, and can be followed by the import of what was tried", async ({
  page,
  shop,
}) => {
  const handle = `resumed-${randomUUID().slice(0, 8)}`;
  const rows = Array.from({ length: RECORDS }, (_, i) => `${handle}-${i},A mug,12.50`);
  const csv = `Handle,Title,Variant Price\n${rows.join("\n")}\n`;
  await shop.signIn(page, owner);
  await page.goto("/staff/imports");
  await page.getByLabel("File", { exact: true }).setInputFiles(fileOf(`${handle}.csv`, csv));
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${handle}.csv`);
  await expect(page.getByText(`of ${RECORDS} records`)).toBeVisible();
  await page.getByRole("button", { name: "Stop the import" }).click();
  await expect(page.getByText("Canceled", { exact: true })).toBeVisible();
  await expect(page.getByText(`${RECORDS} of ${RECORDS} records`)).toHaveCount(0);
  await page.getByRole("button", { name: "Go on with the import" }).click();
  await finished(page);
  await expectResult(page, "New", RECORDS);
  await expectResult(page, "As they were", 0);
  await page.reload();
  await expect(page.getByRole("button", { name: "Import it now" })).toBeVisible();
});

test("somebody else's JSON comes in by a mapping", async ({ page, shop }) => {
  const name = `Scarf ${randomUUID().slice(0, 8)}`;
  await shop.signIn(page, await newStaff(shop, importStaff));
  await page.goto("/staff/imports");
  const text = JSON.stringify([{ name, cost: 18 }]);
  await page.getByLabel("File", { exact: true }).setInputFiles(fileOf("scarves.json", text));
  await page.getByLabel("Format").selectOption("Other JSON, by a mapping");
  const mapping = page.getByRole("textbox", { name: "Mapping" });
  const example = await mapping.inputValue();
  await mapping.fill("name = title");
  await page.getByLabel("Dry run").uncheck();
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(mapping).toHaveAccessibleDescription(/^This is not JSON/);
  await mapping.fill('{"product": {"title": "name", "slug": 3}}');
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(mapping).toHaveAccessibleDescription(
    /product\.slug must be a path.*product\.price is missing\./,
  );
  await mapping.fill(example);
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("scarves.json");
  await finished(page);
  await expectResult(page, "New", 1);
});

test("a file of which nothing is taken does not look as if it had been", async ({ page, shop }) => {
  const name = `none-${randomUUID().slice(0, 8)}.csv`;
  await shop.signIn(page, await newStaff(shop, importStaff));
  await page.goto("/staff/imports");
  const text = "Handle,Title,Variant Price\na-bowl,A bowl,cheap\n";
  await page.getByLabel("File", { exact: true }).setInputFiles(fileOf(name, text));
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("alert")).toContainText("No row would be taken", { timeout: 30_000 });
  await expect(page.getByText("Finished", { exact: true })).toHaveCount(0);
});

test("who may not set stock is offered no format that may, and is told why", async ({
  page,
  shop,
}) => {
  await shop.signIn(page, await newStaff(shop, ["products:read", "products:write"]));
  await page.goto("/staff/imports");
  await expect(page.getByText("Those need the permission Change stock")).toBeVisible();
  await expect(page.getByLabel("Format").getByRole("option")).toHaveText([
    "Other JSON, by a mapping",
  ]);
  const mapping = page.getByRole("textbox", { name: "Mapping" });
  await mapping.fill('{"product": {"title": "t", "slug": "s", "price": "p", "on_hand": "n"}}');
  await page.getByLabel("File", { exact: true }).setInputFiles(fileOf("a.json", "[]"));
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(mapping).toHaveAccessibleDescription(/needs the permission “Change stock”/);
});

test("a language is added to the settings, and kept", async ({ page, shop }) => {
  await shop.signIn(page, await newStaff(shop, ["settings:read", "settings:write"]));
  await page.goto("/staff/settings");
  const languages = page.getByLabel("Other languages");
  const before = await languages.inputValue();
  await languages.fill(`${before} Klingon!`);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("alert")).toContainText("Use a BCP 47 tag");
  await languages.fill(`${before} pt-BR`);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.reload();
  await expect(languages).toHaveValue(`${before} pt-BR`);
  await languages.fill(before);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.getByLabel("Other currencies").fill("EUR");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("alert")).toContainText("the store's own currency");
});
