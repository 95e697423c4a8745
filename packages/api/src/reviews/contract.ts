/** Reviews as shoppers read them and buyers write them. What is written is text: markup stays visible. */
import * as z from "zod";
import { Id, OptionalText, PageInput, pageOf, Timestamp } from "../kernel/contract.ts";
import { Picture, ProductRef, Rating } from "../products/contract.ts";

export const MAX_TITLE = 120;
export const MAX_BODY = 5000;
export const MAX_DISPLAY_NAME = 60;
export const MAX_PICTURES = 5;
export const MAX_NOTE = 1000;
export const MAX_REPLY = 3000;

/** Text of several lines: line breaks and tabs belong to it, other control characters never do. */
const plainLines = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, "\n"))
  .trim()
  .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "Control characters are not allowed.");

const tooLong = (max: number): string => `Use at most ${max} characters.`;

export const Lines = (max: number) =>
  plainLines.min(1, "This field may not be blank.").max(max, tooLong(max));

export const OptionalLines = (max: number) => plainLines.max(max, tooLong(max));

export const Stars = z
  .int("Use a whole number.")
  .min(1, "Must be at least 1.")
  .max(5, "Must be at most 5.");

export const ReviewStatus = z.enum(["pending", "published", "rejected"]);
export type ReviewStatus = z.infer<typeof ReviewStatus>;

export const RejectionReason = z.enum([
  "offensive",
  "spam",
  "personal_data",
  "off_topic",
  "not_about_product",
  "illegal",
  "other",
]);
export type RejectionReason = z.infer<typeof RejectionReason>;

export const Vote = z.enum(["helpful", "unhelpful"]);
export type Vote = z.infer<typeof Vote>;

export const ReviewPicture = z
  .object({
    id: Id,
    url: z.string(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    sources: Picture.shape.sources,
  })
  .meta({ id: "ReviewPicture" });
export type ReviewPicture = z.infer<typeof ReviewPicture>;

export const ReviewReply = z
  .object({ body: z.string(), replied_at: Timestamp })
  .meta({ id: "ReviewReply", description: "The shop's answer" });
export type ReviewReply = z.infer<typeof ReviewReply>;

const written = {
  id: Id,
  rating: z.int().describe("Whole stars, 1 to 5"),
  title: z.string().describe("Plain text; empty for none"),
  body: z.string().describe("Plain text of several lines; empty where its author was erased"),
  locale: z.string().describe("BCP 47; empty when not known"),
  author_name: z.string().describe("Empty where nobody is named, or its author was erased"),
  verified_purchase: z.boolean().describe("Whoever wrote it bought the product here"),
  variant_title: z.string().describe('As it was sold, such as "Small / Red"'),
  pictures: z.array(ReviewPicture),
  reply: ReviewReply.nullable(),
  helpful_count: z.int(),
  unhelpful_count: z.int(),
  written_at: Timestamp,
};

export const Review = z
  .object({
    ...written,
    my_vote: Vote.nullable().describe("The caller's own; null for none, and without sign-in"),
  })
  .meta({ id: "Review" });
export type Review = z.infer<typeof Review>;

export const ReviewPage = pageOf(Review);
export type ReviewPage = z.infer<typeof ReviewPage>;

export const ReviewSort = z.enum(["newest", "helpful", "rating_high", "rating_low"]);
export type ReviewSort = z.infer<typeof ReviewSort>;

export const ListReviewsInput = z.strictObject({
  ...PageInput.shape,
  id: ProductRef.shape.id,
  sort: ReviewSort.default("newest").describe(
    "`rating_low` is the reverse of `rating_high`, which has the newest first among equals",
  ),
  rating: z.array(Stars).max(5).optional().describe("Any of these numbers of stars"),
  with_pictures: z.boolean().optional().describe("Only those with pictures"),
  verified: z.boolean().optional().describe("Only those of verified purchases"),
});
export type ListReviewsInput = z.infer<typeof ListReviewsInput>;

export const Histogram = z
  .object({ "1": z.int(), "2": z.int(), "3": z.int(), "4": z.int(), "5": z.int() })
  .meta({ id: "RatingHistogram", description: "Stars to the number of reviews that give them" });
export type Histogram = z.infer<typeof Histogram>;

export const ReviewSummary = z
  .object({ product_id: Id, ...Rating.shape, histogram: Histogram })
  .meta({ id: "ReviewSummary" });
export type ReviewSummary = z.infer<typeof ReviewSummary>;

const ReviewedProduct = z.object({ id: Id, slug: z.string(), title: z.string() });

export const OwnReview = z
  .object({
    ...written,
    product: ReviewedProduct,
    order_line_id: Id.nullable(),
    status: ReviewStatus,
    rejection_reason: RejectionReason.nullable(),
    rejection_note: z.string(),
    updated_at: Timestamp,
  })
  .meta({ id: "OwnReview" });
export type OwnReview = z.infer<typeof OwnReview>;

export const OwnReviewPage = pageOf(OwnReview);
export type OwnReviewPage = z.infer<typeof OwnReviewPage>;

export const ListOwnReviewsInput = z.strictObject(PageInput.shape);
export type ListOwnReviewsInput = z.infer<typeof ListOwnReviewsInput>;

export const ReviewableLine = z
  .object({
    order_line_id: Id,
    order_number: z.string(),
    placed_at: Timestamp,
    product: ReviewedProduct,
    variant_title: z.string(),
    picture: Picture.nullable(),
  })
  .meta({ id: "ReviewableLine" });
export type ReviewableLine = z.infer<typeof ReviewableLine>;

export const ReviewableLinePage = pageOf(ReviewableLine);
export type ReviewableLinePage = z.infer<typeof ReviewableLinePage>;

export const ListReviewableInput = z.strictObject({
  ...PageInput.shape,
  product_id: Id.optional().describe("Only lines of this product"),
});
export type ListReviewableInput = z.infer<typeof ListReviewableInput>;

const words = {
  rating: Stars,
  title: OptionalText(MAX_TITLE),
  body: Lines(MAX_BODY),
  display_name: OptionalText(MAX_DISPLAY_NAME).describe(
    "Shown as its author; first name and initial of the last name when empty",
  ),
  locale: z
    .string()
    .regex(/^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3})?$/, "Use a BCP 47 tag, such as fr or pt-BR.")
    .describe("The language it is written in, BCP 47"),
  picture_ids: z
    .array(Id)
    .max(MAX_PICTURES, `Use at most ${MAX_PICTURES} pictures.`)
    .describe("Pictures that the caller uploaded for reviews, in the order to show"),
};

export const CreateReviewInput = z.strictObject({
  order_line_id: Id,
  rating: words.rating,
  title: words.title.default(""),
  body: words.body,
  display_name: words.display_name.default(""),
  locale: words.locale.default(""),
  picture_ids: words.picture_ids.default([]),
});
export type CreateReviewInput = z.infer<typeof CreateReviewInput>;

export const ReviewRef = z.strictObject({ id: Id });
export type ReviewRef = z.infer<typeof ReviewRef>;

export const UpdateReviewInput = z.strictObject({
  ...ReviewRef.shape,
  ...z.object(words).partial().shape,
});
export type UpdateReviewInput = z.infer<typeof UpdateReviewInput>;

export const VoteInput = z.strictObject({
  ...ReviewRef.shape,
  vote: z.enum([...Vote.options, "none"]).describe("`none` takes it back"),
});
export type VoteInput = z.infer<typeof VoteInput>;

export const Votes = z
  .object({ helpful_count: z.int(), unhelpful_count: z.int(), my_vote: Vote.nullable() })
  .meta({ id: "ReviewVotes" });
export type Votes = z.infer<typeof Votes>;

export const ReportReason = z.enum(["offensive", "spam", "personal_data", "off_topic", "other"]);
export type ReportReason = z.infer<typeof ReportReason>;

export const ReportReviewInput = z.strictObject({
  ...ReviewRef.shape,
  reason: ReportReason,
  note: OptionalLines(MAX_NOTE).default(""),
});
export type ReportReviewInput = z.infer<typeof ReportReviewInput>;
