/** Reviews: read and weighed by everybody, written by those who bought. */
import type { Locator, Page } from "@playwright/test";
import type { Customer } from "./support/api.ts";
import { buyAs } from "./support/purchases.ts";
import { asOwner, newProduct, type StockedProduct } from "./support/stocked.ts";
import { expect, type Shop, test } from "./support/test.ts";

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const section = (page: Page): Locator => page.getByRole("region", { name: "What buyers say" });
const reviewsOf = (page: Page): Locator => section(page).getByRole("article");

interface Bought {
  readonly product: StockedProduct;
  readonly customer: Customer;
  readonly order: string;
}

async function bought(shop: Shop): Promise<Bought> {
  const product = await newProduct(shop);
  const customer = await shop.newCustomer();
  const order = await buyAs(shop, customer, product.variants[0]?.id ?? "");
  return { product, customer, order };
}

/** The one review that waits of a product. */
async function judge(shop: Shop, { id }: StockedProduct, verdict: string, body: object = {}) {
  const { items } = await asOwner<{ items: { id: string }[] }>(
    shop,
    "GET",
    `reviews/?product_id=${id}`,
  );
  await asOwner(shop, "POST", `reviews/${items[0]?.id}/${verdict}/`, body);
}

test.describe("what buyers say", () => {
  test("is summed up by bars that filter, sorted, and shown with the shop's answer", {
    tag: ["@core", "@phone"],
  }, async ({ page }) => {
    await page.goto("/p/tide-mug");
    await page.getByRole("link", { name: /reviews$/ }).click();
    await expect(section(page)).toBeInViewport();
    await expect(reviewsOf(page)).toHaveCount(4);
    const bar = section(page).getByRole("button", { name: /^3 stars/ });
    await bar.click();
    await expect(bar).toHaveAttribute("aria-pressed", "true");
    await expect(reviewsOf(page)).toHaveCount(1);
    await expect(reviewsOf(page)).toContainText("Souk answers");
    await bar.click();
    await section(page).getByLabel("Sort reviews by").selectOption("rating_low");
    await expect(reviewsOf(page).first()).toContainText("One chip on arrival");
    await section(page).getByLabel("With pictures").check();
    await expect(section(page)).toContainText("No review is like that.");
    await section(page).getByRole("button", { name: "Show all of them" }).click();
    await expect(reviewsOf(page)).toHaveCount(4);
  });

  test("is weighed and reported by those who are signed in", async ({ page, shop }) => {
    const customer = await shop.newCustomer();
    await page.goto("/p/chanterelle-lamp");
    const first = reviewsOf(page).first();
    await first.getByRole("button", { name: /^Helpful/ }).click();
    await expect(page).toHaveURL(/\/sign-in\?redirect=/);
    await shop.signIn(page, customer);

    await page.goto("/p/chanterelle-lamp");
    const helpful = first.getByRole("button", { name: /^Helpful/ });
    const before = Number(/\d+/.exec((await helpful.textContent()) ?? "")?.[0]);
    await helpful.click();
    await expect(helpful).toHaveText(`Helpful${before + 1}`);
    await page.reload();
    await expect(helpful).toHaveText(`Helpful${before + 1}`);
    await expect(helpful).toHaveAttribute("aria-pressed", "true");
    await helpful.click();
    await expect(helpful).toHaveText(`Helpful${before}`);

    await first.getByRole("button", { name: "Report this review" }).click();
    const dialog = page.getByRole("dialog", { name: "Report this review" });
    await dialog.getByRole("button", { name: "Report it" }).click();
    await expect(dialog.getByText("Choose a reason.")).toBeVisible();
    await dialog.getByLabel("What is wrong with it?").selectOption("off_topic");
    await dialog.getByRole("button", { name: "Report it" }).click();
    await expect(page.getByText("The shop will look at it.")).toBeVisible();
    await first.getByRole("button", { name: "Report this review" }).click();
    await dialog.getByLabel("What is wrong with it?").selectOption("spam");
    await dialog.getByRole("button", { name: "Report it" }).click();
    await expect(dialog.getByText("You have reported this review already.")).toBeVisible();
  });
});

test.describe("a review", () => {
  test("is written on the product's page, pictures and all, and then published", {
    tag: ["@core", "@phone"],
  }, async ({ page, shop }) => {
    const { product, customer } = await bought(shop);
    await page.goto(`/p/${product.slug}`);
    await expect(section(page)).toContainText("Nobody has said anything about it yet.");
    await expect(section(page).getByRole("button", { name: "Write a review" })).toBeHidden();
    await shop.signIn(page, customer);
    await page.reload();
    await section(page).getByRole("button", { name: "Write a review" }).click();
    const drawer = page.getByRole("dialog", { name: "Write a review" });
    await drawer.getByRole("button", { name: "Send the review" }).click();
    await expect(drawer.getByText("Choose how many stars it deserves.")).toBeVisible();
    await drawer.getByRole("radio", { name: "1 star, Poor" }).focus();
    await page.keyboard.press("Space");
    for (const _ of [2, 3, 4]) await page.keyboard.press("ArrowRight");
    await expect(drawer.getByRole("radio", { name: "4 stars, Very good" })).toBeChecked();
    await drawer.getByLabel("In a few words").fill("Well made");
    await drawer.getByLabel("Your review").fill("It <b>works</b>.\nEvery day.");
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await section(page).getByRole("button", { name: "Write a review" }).click();
    await expect(drawer.getByLabel("Your review")).toHaveValue("It <b>works</b>.\nEvery day.");
    await expect(drawer.getByRole("radio", { name: "4 stars, Very good" })).toBeChecked();
    const chosen = { name: "mine.png", mimeType: "image/png", buffer: PIXEL };
    await drawer.getByLabel("Add pictures").setInputFiles([chosen]);
    await expect(drawer.getByRole("button", { name: "Take out picture 1" })).toBeVisible();
    const text = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
    await drawer.getByLabel("Add pictures").setInputFiles([text]);
    await expect(drawer.getByRole("alert")).toContainText("notes.png:");
    await drawer.getByRole("button", { name: "Send the review" }).click();
    await expect(page.getByText("The shop looks at it before it is published.")).toBeVisible();
    await expect(section(page)).toContainText("Nobody has said anything about it yet.");

    await judge(shop, product, "publish");
    await page.reload();
    const review = reviewsOf(page);
    await expect(review).toHaveCount(1);
    await expect(review).toContainText("It <b>works</b>.");
    await expect(review).toContainText("Bought here");
    await expect(review).toContainText("Amina B.");
    await review.getByRole("button", { name: /^Enlarge/ }).click();
    await expect(page.getByRole("dialog", { name: /^Pictures of the review/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(section(page).getByRole("button", { name: "Write a review" })).toBeHidden();
  });

  test("is written from an order, refused with a reason, changed, and deleted", async ({
    page,
    shop,
  }) => {
    const { product, customer, order } = await bought(shop);
    await shop.signIn(page, customer);
    await page.goto("/account/reviews");
    await expect(page.getByRole("heading", { name: "What do you think of it?" })).toBeVisible();
    await page.goto(`/account/orders/${order}`);
    await page.getByRole("button", { name: `Write a review of ${product.title}` }).click();
    const drawer = page.getByRole("dialog", { name: "Write a review" });
    await drawer.getByRole("radio", { name: "2 stars, Fair" }).check({ force: true });
    await drawer.getByLabel("Your review").fill("The parcel came late.");
    await drawer.getByRole("button", { name: "Send the review" }).click();
    await expect(page.getByText("The shop looks at it before it is published.")).toBeVisible();
    await expect(
      page.getByRole("button", { name: `Write a review of ${product.title}` }),
    ).toBeHidden();

    await page.goto("/account/reviews");
    const own = page.getByRole("article", { name: `Your review of ${product.title}` });
    await expect(own).toContainText("Waits for a look by the shop");
    await judge(shop, product, "reject", { reason: "not_about_product", note: "Tell us of it." });
    await page.reload();
    await expect(own).toContainText("Not published");
    await expect(own).toContainText("not about the product. Tell us of it.");

    await own.getByRole("button", { name: /^Change/ }).click();
    const change = page.getByRole("dialog", { name: "Change the review" });
    await expect(change.getByLabel("Your review")).toHaveValue("The parcel came late.");
    await expect(change.getByRole("radio", { name: "2 stars, Fair" })).toBeChecked();
    await change.getByLabel("Your review").fill("It is a little small.");
    await change.getByRole("button", { name: "Save the review" }).click();
    await expect(own).toContainText("Waits for a look by the shop");
    await expect(own).toContainText("It is a little small.");

    await own.getByRole("button", { name: /^Delete/ }).press("Enter");
    await page.getByRole("button", { name: "Yes, delete it" }).click();
    await expect(page.getByRole("heading", { name: "No reviews yet" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What do you think of it?" })).toBeVisible();
  });
});
