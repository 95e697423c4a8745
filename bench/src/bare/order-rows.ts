/** The rows of a paid order: each write that Souk makes for one, with the same columns. */
import { inserting } from "./driver.ts";

export const insertIdempotency = inserting(
  "idempotency_records",
  ...(["id", "store_id", "caller", "operation", "key", "request_hash"] as const),
  ...(["status", "subject_id", "created_at", "expires_at"] as const),
);

export const insertPayment = inserting(
  "payments",
  ...(["id", "store_id", "cart_id", "gateway", "amount", "currency"] as const),
  ...(["status", "order_draft", "created_at", "updated_at"] as const),
);

export const insertPaymentEvent = inserting(
  "payment_events",
  ...(["id", "store_id", "payment_id", "type", "amount", "currency"] as const),
  ...(["reference", "created_at"] as const),
);

export const insertReservation = inserting(
  "stock_reservations",
  ...(["id", "store_id", "level_id", "payment_id", "quantity"] as const),
  ...(["status", "created_at", "updated_at"] as const),
);

export const insertMovement = inserting(
  "stock_movements",
  ...(["id", "store_id", "level_id", "type", "on_hand_delta"] as const),
  ...(["reserved_delta", "allocated_delta", "reference", "created_at"] as const),
);

export const insertCharge = inserting(
  "test_gateway_charges",
  ...(["id", "store_id", "status", "reference", "method"] as const),
  ...(["message", "amount", "currency", "created_at"] as const),
);

export const insertOrder = inserting(
  "orders",
  ...(["id", "store_id", "number", "cart_id", "email", "access_token_hash", "status"] as const),
  ...(["payment_status", "fulfillment_status", "currency", "prices_include_tax"] as const),
  ...(["subtotal", "discount", "shipping", "tax", "total", "item_count"] as const),
  ...(["shipping_address", "billing_address", "shipping_method_code"] as const),
  ...(["shipping_method_name", "shipping_min_days", "shipping_max_days"] as const),
  ...(["placed_at", "updated_at"] as const),
);

export const insertOrderLine = inserting(
  "order_lines",
  ...(["id", "store_id", "order_id", "position", "product_id", "variant_id"] as const),
  ...(["product_slug", "title", "variant_title", "sku", "options", "picture_url"] as const),
  ...(["picture_alt", "quantity", "unit_price", "tax", "total"] as const),
);

export const insertEvent = inserting(
  "events",
  ...(["id", "store_id", "type", "subject_id", "payload", "occurred_at"] as const),
);

export const MOVE_CART = `update carts set status = ?, updated_at = ?
  where store_id = ? and id = ? and status = ?`;

const left = "on_hand + backorder_limit - reserved - allocated";

/** The whole quantity from the first location that has it. */
export const RESERVE = `update stock_levels set reserved = reserved + ?, updated_at = ?
  where store_id = ? and variant_id = ? and id = (
    select stock_levels.id from stock_levels
    inner join stock_locations on stock_locations.id = stock_levels.location_id
    where stock_levels.store_id = ? and variant_id = ? and ${left} >= ?
    order by stock_locations.position asc, stock_levels.id asc limit 1)
  and ${left} >= ? returning id`;

export const END_RESERVATIONS = `update stock_reservations set status = 'allocated', updated_at = ?
  where store_id = ? and payment_id = ? and status = 'held'`;

export const ALLOCATE = `update stock_levels
  set reserved = reserved - ?, allocated = allocated + ?, updated_at = ?
  where store_id = ? and id = ?`;

export const NEXT_NUMBER = `update store_counters set value = value + 1
  where store_id = ? and name = 'order_number' returning value`;

export const CAPTURE = `update payments
  set order_id = ?, status = 'captured', reference = ?, method = ?, updated_at = ?
  where store_id = ? and id = ? and status = 'pending'`;

export const COMPLETE = `update idempotency_records set status = 'completed', response = ?
  where store_id = ? and subject_id = ?`;
