/** Files on a slow line: how far they have come is seen, and they can be stopped. */
import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { makeProduct } from "./support/catalogue.ts";
import { noisyPng } from "./support/pictures.ts";
import { owner } from "./support/staff.ts";
import { expect, test } from "./support/test.ts";

/** Bytes a second that leave the browser; null: as many as it can. */
async function throttle(page: Page, bytes: number | null): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytes ?? -1,
  });
}

/** It has begun, and it has not ended. */
async function expectToMove(bar: Locator): Promise<void> {
  const share = () =>
    bar.evaluate((shown) => (shown instanceof HTMLProgressElement ? shown.position : -1));
  await expect.poll(share, "some bytes have gone").toBeGreaterThan(0.1);
  expect(await share()).toBeLessThan(1);
}

test("a file of products that is stopped on its way leaves nothing, and can be sent again", async ({
  page,
  shop,
}) => {
  const slug = `stopped-${randomUUID().slice(0, 8)}`;
  const name = `${slug}.csv`;
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `${slug}-${i},A mug with a long name,cheap`,
  );
  const file = {
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(`Handle,Title,Variant Price\n${rows.join("\n")}\n`),
  };
  await shop.signIn(page, owner);
  await page.goto("/staff/imports");
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await throttle(page, 200_000);
  await page.getByRole("button", { name: "Start the import" }).click();
  await expectToMove(page.getByRole("progressbar", { name: `${name} is sent` }));
  await page.getByRole("button", { name: `Stop ${name}` }).click();
  await expect(page.getByRole("alert")).toHaveText("Stopped: nothing has been imported.");
  await expect(page.getByRole("progressbar")).toHaveCount(0);

  await throttle(page, null);
  const small = Buffer.from(`Handle,Title,Variant Price\n${slug},A mug,12.50\n`);
  await page.getByLabel("File", { exact: true }).setInputFiles({ ...file, buffer: small });
  await page.getByRole("button", { name: "Start the import" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  // Another test's import may be worked off before it.
  await expect(page.getByText("Finished", { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "All imports" }).click();
  const jobs = page.getByRole("table", { name: "Imports" });
  await expect(jobs.getByRole("row", { name })).toHaveCount(1);
});

test("pictures show how far they are; one of them is stopped, and the other arrives", async ({
  page,
  shop,
}) => {
  const { id } = await makeProduct(shop);
  await shop.signIn(page, owner);
  await page.goto(`/staff/products/${id}`);
  await throttle(page, 200_000);
  const files = page.waitForEvent("filechooser");
  await page.getByText("Upload pictures").click();
  await (await files).setFiles([noisyPng("stopped.png", 600), noisyPng("sent.png", 200)]);
  await expectToMove(page.getByRole("progressbar", { name: "stopped.png is sent" }));
  await page.getByRole("button", { name: "Stop stopped.png" }).click();
  await expect(page.getByRole("progressbar", { name: "sent.png is sent" })).toBeVisible();
  await expect(page.getByLabel("Description of picture 1")).toBeVisible();
  await expect(page.getByRole("list", { name: "Uploads" })).toHaveCount(0);
  await expect(page.getByLabel("Description of picture 2")).toHaveCount(0);
});
