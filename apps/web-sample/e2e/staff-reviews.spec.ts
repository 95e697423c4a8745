/** Staff judges what buyers say: publishes, rejects with a reason, answers, looks at reports. */
import type { Locator, Page } from "@playwright/test";
import { writeReview } from "./support/reviews.ts";
import { newStaff } from "./support/staff.ts";
import { expect, type Shop, test } from "./support/test.ts";

const reviewStaff = ["reviews:read", "reviews:write", "users:read", "orders:read"] as const;

const mug = {
  product: "freckle-mug",
  sku: "MUG-FRECK-SKY",
  body: "It keeps tea warm.\nAnd <b>looks</b> good.",
} as const;

const item = (page: Page, title: string): Locator =>
  page.getByRole("list", { name: "Reviews" }).getByRole("listitem").filter({ hasText: title });

interface Published {
  readonly items: readonly {
    readonly id: string;
    readonly reply: { readonly body: string } | null;
  }[];
}

/** As shoppers are told of it. */
async function shown(shop: Shop, id: string) {
  const { items } = await shop.api.call<Published>(
    `/api/v1/products/${mug.product}/reviews/?limit=100`,
  );
  return items.find((review) => review.id === id);
}

test("a review waits, is published by a key, and leaves the queue", {
  tag: "@core",
}, async ({ page, shop }) => {
  const review = await writeReview(shop, mug);
  await shop.signIn(page, await newStaff(shop, reviewStaff));
  await page.goto("/staff/reviews");
  await expect(item(page, review.title)).toContainText("And <b>looks</b> good.");
  expect(await shown(shop, review.id)).toBeUndefined();
  await item(page, review.title).getByRole("link").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(item(page, review.title).getByRole("link")).toBeFocused();
  await page.keyboard.press("p");
  await expect(page.getByText("The review is published.")).toBeVisible();
  await expect(item(page, review.title)).toHaveCount(0);
  expect(await shown(shop, review.id)).toBeDefined();
  await page.getByRole("link", { name: "Published" }).click();
  await expect(page).toHaveURL(/view=published/);
  await expect(item(page, review.title)).toBeVisible();
});

test("a rejection needs its reason, which the author reads", async ({ page, shop }) => {
  const review = await writeReview(shop, mug);
  await shop.signIn(page, await newStaff(shop, reviewStaff));
  await page.goto("/staff/reviews");
  await item(page, review.title).getByRole("link").focus();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Reject this review?" });
  await dialog.getByRole("button", { name: "Reject the review" }).click();
  await expect(dialog.getByText("Choose a reason.")).toBeVisible();
  await dialog.getByLabel("Reason").selectOption("Not about the product");
  await dialog.getByLabel("What to tell the author").fill("This is about the post.");
  await dialog.getByRole("button", { name: "Reject the review" }).click();
  await expect(item(page, review.title)).toHaveCount(0);
  const { items } = await shop.api.call<{ items: readonly { rejection_note: string }[] }>(
    "/api/v1/reviews/mine/",
    { headers: { Authorization: `Bearer ${review.author.access}` } },
  );
  expect(items[0]?.rejection_note).toBe("This is about the post.");
});

test("one review tells its purchase, and takes an answer, another, and none", {
  tag: "@core",
}, async ({ page, shop }) => {
  const review = await writeReview(shop, mug);
  await shop.signIn(page, await newStaff(shop, reviewStaff));
  await page.goto(`/staff/reviews/${review.id}`);
  await expect(page.getByRole("link", { name: review.order })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("textbox", { name: "Answer" }).fill("Thank you.\nCome again.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  const answer = page.getByRole("region", { name: "The shop’s answer" });
  await expect(answer.getByText("Come again.")).toBeVisible();
  expect((await shown(shop, review.id))?.reply?.body).toBe("Thank you.\nCome again.");
  await answer.getByRole("button", { name: "Edit" }).click();
  await answer.getByRole("textbox").fill("Thank you, Amina.");
  await answer.getByRole("button", { name: "Save the answer" }).click();
  await page.reload();
  await expect(answer.getByText("Thank you, Amina.")).toBeVisible();
  await answer.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove the answer" }).click();
  await expect(answer.getByRole("textbox")).toBeVisible();
  expect((await shown(shop, review.id))?.reply).toBeNull();
});

test("a report is told with its reason, and closed", async ({ page, shop }) => {
  const review = await writeReview(shop, mug);
  await shop.signIn(page, await newStaff(shop, reviewStaff));
  await page.goto(`/staff/reviews/${review.id}`);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("The review is published.")).toBeVisible();
  const reader = await shop.newCustomer();
  await fetch(`${shop.url}/api/v1/reviews/${review.id}/report/`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${reader.access}` },
    body: JSON.stringify({ reason: "spam", note: "It names another shop." }),
  });
  await page.goto("/staff/reviews?view=reported");
  await item(page, review.title).getByRole("link").click();
  const reports = page.getByRole("region", { name: "Reports" });
  await expect(reports).toContainText("It names another shop.");
  await reports.getByRole("button", { name: "Close without a verdict" }).click();
  await expect(reports.getByText("Closed", { exact: true })).toBeVisible();
  expect(await shown(shop, review.id)).toBeDefined();
});

test("whoever may only read has nothing to press", async ({ page, shop }) => {
  const review = await writeReview(shop, mug);
  await shop.signIn(page, await newStaff(shop, ["reviews:read"]));
  await page.goto("/staff/reviews");
  await expect(item(page, review.title)).toBeVisible();
  await expect(item(page, review.title).getByRole("button")).toHaveCount(0);
  await page.goto(`/staff/reviews/${review.id}`);
  await expect(page.getByText("None yet.")).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Staff" });
  await expect(navigation.getByRole("link", { name: "Reviews" })).toContainText(/[1-9]\d* to look/);
  await expect(page.getByRole("button", { name: "Publish" })).toHaveCount(0);
});
