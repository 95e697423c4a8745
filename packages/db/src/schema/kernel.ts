/** What every domain stands on: the event log and the memory of idempotent calls. */
import { column } from "../column.ts";
import { defineTable, oneOfCheck } from "../table.ts";
import { storesTable } from "./stores.ts";

/**
 * The outbox. Rows are written with the change they tell of; the sequencer numbers them afterwards,
 * so `position` has no gap and no reader can pass by a row that commits late.
 */
export const eventsTable = defineTable(
  "events",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    position: column.minorUnits(),
    type: column.text().notNull(),
    /** What it is about: an order, a user. */
    subjectId: column.text().notNull(),
    payload: column.json<object>().notNull(),
    occurredAt: column.timestamp().notNull(),
  },
  {
    indexes: {
      position_unique: { on: ["storeId", "position"], unique: true },
      unnumbered: { on: ["storeId", "id"], where: "position is null" },
      subject: { on: ["storeId", "subjectId", "id"] },
    },
  },
);

/** How far each consumer has read; the consumer `sequencer` holds the head of the log. */
export const eventCursorsTable = defineTable(
  "event_cursors",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    consumer: column.text().notNull(),
    position: column.minorUnits().notNull(),
    /** The node that reads right now, and until when it may: one node serves a consumer at a time. */
    leaseHolder: column.text(),
    leaseUntil: column.timestamp(),
    /** Failures in a row at the event behind `position`. */
    failures: column
      .integer()
      .notNull()
      .init(() => 0),
    retryAt: column.timestamp(),
    updatedAt: column.updatedAt(),
  },
  { indexes: { consumer_unique: { on: ["storeId", "consumer"], unique: true } } },
);

export const idempotencyStatuses = ["running", "completed"] as const;

export const idempotencyRecordsTable = defineTable(
  "idempotency_records",
  {
    id: column.id(),
    storeId: column
      .uuid()
      .notNull()
      .references(() => storesTable),
    /** Who asked: a user or a guest's cart. */
    caller: column.text().notNull(),
    operation: column.text().notNull(),
    key: column.text().notNull(),
    /** SHA-256 of the canonical input. */
    requestHash: column.text().notNull(),
    status: column
      .oneOf(idempotencyStatuses)
      .notNull()
      .init(() => "running"),
    /** What the call is making, so that whoever finishes it can answer it. */
    subjectId: column.text().notNull(),
    response: column.json<object>(),
    createdAt: column.createdAt(),
    expiresAt: column.timestamp().notNull(),
  },
  {
    indexes: {
      key_unique: { on: ["storeId", "caller", "operation", "key"], unique: true },
      subject: { on: ["storeId", "subjectId"] },
      expiry: { on: ["expiresAt"] },
    },
    checks: {
      status_known: oneOfCheck("status", idempotencyStatuses),
      completed_has_response: "status <> 'completed' or response is not null",
    },
  },
);

export const events = eventsTable.pg;
export const eventCursors = eventCursorsTable.pg;
export const idempotencyRecords = idempotencyRecordsTable.pg;
