/** The contract's words about reviews, as people say them. */
import type {
  RejectionReason,
  ReportReason,
  ReviewSort,
  ReviewStatus,
} from "@souk/client/contracts/reviews";

export const sortLabels: Readonly<Record<ReviewSort, string>> = {
  newest: "Newest",
  helpful: "Most helpful",
  rating_high: "Most stars",
  rating_low: "Fewest stars",
};

export const reportLabels: Readonly<Record<ReportReason, string>> = {
  offensive: "It hurts or insults",
  spam: "It is an advertisement",
  personal_data: "It tells private things of somebody",
  off_topic: "It is about something else",
  other: "Something else",
};

export const statusLabels: Readonly<Record<ReviewStatus, string>> = {
  pending: "Waits for a look by the shop",
  published: "Published",
  rejected: "Not published",
};

export const rejectionLabels: Readonly<Record<RejectionReason, string>> = {
  offensive: "Its words hurt others.",
  spam: "It reads like an advertisement.",
  personal_data: "It tells of a person what is nobody else's business.",
  off_topic: "It is about something else.",
  not_about_product: "It is about the delivery or the shop, not about the product.",
  illegal: "The law does not allow it.",
  other: "It does not keep to the rules of the shop.",
};

export const countedReviews = (count: number): string =>
  count === 1 ? "1 review" : `${count} reviews`;
