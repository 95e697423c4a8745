/** Statuses and reasons of reviews, in words. */
import type { RejectionReason, ReportReason, ReviewStatus } from "@souk/client/contracts/reviews";
import type { Tone } from "../ui/badge.tsx";

export const statusWords: Readonly<Record<ReviewStatus, string>> = {
  pending: "Waiting",
  published: "Published",
  rejected: "Rejected",
};

export const statusTones: Readonly<Record<ReviewStatus, Tone>> = {
  pending: "waiting",
  published: "good",
  rejected: "plain",
};

export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  offensive: "Offensive",
  spam: "Spam or advertising",
  personal_data: "Tells personal data",
  off_topic: "Off topic",
  not_about_product: "Not about the product",
  illegal: "Against the law",
  other: "Another reason",
};

export const reportWords: Readonly<Record<ReportReason, string>> = {
  offensive: "Offensive",
  spam: "Spam or advertising",
  personal_data: "Tells personal data",
  off_topic: "Off topic",
  other: "Another reason",
};

export const reportsText = (count: number): string =>
  count === 1 ? "1 open report" : `${count} open reports`;
