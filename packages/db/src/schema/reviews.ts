/** What buyers say of products. Aggregates stand on the products themselves. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { usersTable } from "./accounts.ts";
import { assetsTable } from "./assets.ts";
import { productsTable } from "./catalog.ts";
import { orderLinesTable } from "./sales.ts";
import { storesTable } from "./stores.ts";

export const reviewStatuses = ["pending", "published", "rejected"] as const;
export const rejectionReasons = [
  "offensive",
  "spam",
  "personal_data",
  "off_topic",
  "not_about_product",
  "illegal",
  "other",
] as const;

export const reviewsTable = defineTable(
  "reviews",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    productId: column
      .uuid()
      .notNull()
      .references(() => productsTable, "cascade"),
    /** What was bought, which makes it a verified purchase; null for an imported one. */
    orderLineId: column.uuid().references(() => orderLinesTable),
    /** As it was sold, such as "Small / Red". */
    variantTitle: column.text().notNull(),
    /** Null: imported, or the person was erased. */
    userId: column.uuid().references(() => usersTable, "set null"),
    /** Shown with it; "" where the person was erased. */
    authorName: column.text().notNull(),
    /** Whole stars. */
    rating: column.integer().notNull(),
    title: column.text().notNull(),
    body: column.text().notNull(),
    /** BCP 47; "" when unknown. */
    locale: column.text().notNull(),
    status: column.oneOf(reviewStatuses).notNull(),
    rejectionReason: column.oneOf(rejectionReasons),
    rejectionNote: column.text().notNull(),
    moderatedBy: column.uuid(),
    moderatedAt: column.timestamp(),
    /** The shop's answer; "" for none. */
    reply: column.text().notNull(),
    repliedAt: column.timestamp(),
    helpfulCount: column
      .integer()
      .notNull()
      .init(() => 0),
    unhelpfulCount: column
      .integer()
      .notNull()
      .init(() => 0),
    pictureCount: column
      .integer()
      .notNull()
      .init(() => 0),
    /** Reports that nobody has looked at yet. */
    openReports: column
      .integer()
      .notNull()
      .init(() => 0),
    /** Names an imported one, so that importing again changes nothing. */
    importKey: column.text(),
    writtenAt: column.timestamp().notNull(),
    updatedAt: column.updatedAt(),
  },
  {
    indexes: {
      order_line_unique: {
        on: ["storeId", "orderLineId"],
        unique: true,
        where: "order_line_id is not null",
      },
      import_unique: {
        on: ["storeId", "importKey"],
        unique: true,
        where: "import_key is not null",
      },
      newest: { on: ["storeId", "productId", "writtenAt", "id"], where: "status = 'published'" },
      rating: {
        on: ["storeId", "productId", "rating", "writtenAt", "id"],
        where: "status = 'published'",
      },
      helpful: {
        on: ["storeId", "productId", "helpfulCount", "id"],
        where: "status = 'published'",
      },
      pictured: {
        on: ["storeId", "productId", "writtenAt", "id"],
        where: "status = 'published' and picture_count > 0",
      },
      verified: {
        on: ["storeId", "productId", "writtenAt", "id"],
        where: "status = 'published' and order_line_id is not null",
      },
      // What staff lists, by age.
      age: { on: ["storeId", "id"], unique: true },
      product: { on: ["storeId", "productId", "id"] },
      stars: { on: ["storeId", "rating", "id"] },
      queue: { on: ["storeId", "status", "id"] },
      reported: { on: ["storeId", "id"], where: "open_reports > 0" },
      user: { on: ["storeId", "userId", "id"] },
    },
    checks: {
      rating_range: "rating between 1 and 5",
      status_known: oneOfCheck("status", reviewStatuses),
      reason_known: oneOfCheck("rejection_reason", rejectionReasons),
      rejected_has_reason: "status <> 'rejected' or rejection_reason is not null",
      counts_positive: "helpful_count >= 0 and unhelpful_count >= 0 and open_reports >= 0",
    },
  },
);

export const reviewPicturesTable = defineTable(
  "review_pictures",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    reviewId: column
      .uuid()
      .notNull()
      .references(() => reviewsTable, "cascade"),
    assetId: column
      .uuid()
      .notNull()
      .references(() => assetsTable),
    position: column.integer().notNull(),
  },
  {
    indexes: {
      asset_unique: { on: ["storeId", "assetId"], unique: true },
      review: { on: ["storeId", "reviewId", "position"] },
    },
  },
);

/** One a person and review. */
export const reviewVotesTable = defineTable(
  "review_votes",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    reviewId: column
      .uuid()
      .notNull()
      .references(() => reviewsTable, "cascade"),
    userId: column
      .uuid()
      .notNull()
      .references(() => usersTable, "cascade"),
    isHelpful: column.boolean().notNull(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      vote_unique: { on: ["reviewId", "userId"], unique: true },
      user: { on: ["storeId", "userId"] },
    },
  },
);

export const reportReasons = ["offensive", "spam", "personal_data", "off_topic", "other"] as const;

export const reviewReportsTable = defineTable(
  "review_reports",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    reviewId: column
      .uuid()
      .notNull()
      .references(() => reviewsTable, "cascade"),
    userId: column
      .uuid()
      .notNull()
      .references(() => usersTable, "cascade"),
    reason: column.oneOf(reportReasons).notNull(),
    note: column.text().notNull(),
    /** When staff looked at it. */
    closedAt: column.timestamp(),
    createdAt: column.createdAt(),
  },
  {
    indexes: {
      report_unique: { on: ["reviewId", "userId"], unique: true },
      open: { on: ["storeId", "reviewId"], where: "closed_at is null" },
      user: { on: ["storeId", "userId"] },
    },
    checks: { reason_known: oneOfCheck("reason", reportReasons) },
  },
);

export const reviews = reviewsTable.pg;
export const reviewPictures = reviewPicturesTable.pg;
export const reviewVotes = reviewVotesTable.pg;
export const reviewReports = reviewReportsTable.pg;
