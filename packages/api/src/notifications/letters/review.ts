/** Word to the author of a review of what has become of it. */
import type { Context } from "../../kernel/context.ts";
import type { ReviewForMail } from "../../reviews/service/index.ts";
import { html } from "./html.ts";
import { button, type Letter, letter, paragraph } from "./letter.ts";

const reasons: Readonly<Record<NonNullable<ReviewForMail["rejectionReason"]>, string>> = {
  offensive: "Its words hurt others.",
  spam: "It reads like an advertisement.",
  personal_data: "It tells of a person what is nobody else's business.",
  off_topic: "It is about something else.",
  not_about_product: "It is about the delivery or the shop, not about the product.",
  illegal: "The law does not allow it.",
  other: "It does not keep to the rules of the shop.",
};

const productLink = ({ ports }: Context, { productSlug }: ReviewForMail): string =>
  `${ports.storefrontUrl}/products/${encodeURIComponent(productSlug)}`;

export function reviewPublishedLetter(ctx: Context, review: ReviewForMail): Letter {
  const { name: storeName } = ctx.store;
  const link = productLink(ctx, review);
  const intro = `Your review of ${review.productTitle} is published. Thank you for it.`;
  return letter({
    to: review.to,
    storeName,
    subject: `Your review of ${review.productTitle} is published`,
    heading: "Your review is published",
    text: [intro, link],
    body: html`${paragraph(intro)}${button("See it", link)}`,
  });
}

export function reviewRejectedLetter(ctx: Context, review: ReviewForMail): Letter {
  const { name: storeName } = ctx.store;
  const link = `${ctx.ports.storefrontUrl}/account/reviews`;
  const intro = `Your review of ${review.productTitle} was not published.`;
  const why = [reasons[review.rejectionReason ?? "other"], review.rejectionNote].filter(Boolean);
  const change = "You can change what you wrote; it is then looked at again.";
  return letter({
    to: review.to,
    storeName,
    subject: `Your review of ${review.productTitle} was not published`,
    heading: "Your review was not published",
    text: [intro, ...why, change, link],
    body: html`${paragraph(intro)}${why.map(paragraph)}${paragraph(change)}${button("Change it", link)}`,
  });
}

export function reviewRepliedLetter(ctx: Context, review: ReviewForMail): Letter {
  const { name: storeName } = ctx.store;
  const link = productLink(ctx, review);
  const intro = `${storeName} has answered your review of ${review.productTitle}:`;
  return letter({
    to: review.to,
    storeName,
    subject: `${storeName} has answered your review`,
    heading: "An answer to your review",
    text: [intro, review.reply, link],
    body: html`${paragraph(intro)}${paragraph(review.reply)}${button("See it", link)}`,
  });
}
