CREATE TABLE "stores" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"prices_include_tax" boolean NOT NULL,
	"tax_rate_basis_points" integer NOT NULL,
	"shipping_countries" jsonb NOT NULL,
	"order_number_prefix" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stores_tax_rate_range" CHECK (tax_rate_basis_points between 0 and 10000)
);

--> statement-breakpoint
CREATE TABLE "store_counters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"name" text NOT NULL,
	"value" bigint NOT NULL
);

--> statement-breakpoint
ALTER TABLE "store_counters" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "store_counters" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_canonical" text NOT NULL,
	"username" text NOT NULL,
	"username_canonical" text NOT NULL,
	"password_hash" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"phone" text,
	"is_active" boolean NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"is_default" boolean NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"company" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text NOT NULL,
	"city" text NOT NULL,
	"region" text NOT NULL,
	"postal_code" text NOT NULL,
	"country_code" text NOT NULL,
	"phone" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "addresses_type_known" CHECK (type in ('shipping', 'billing', 'other'))
);

--> statement-breakpoint
ALTER TABLE "addresses" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "addresses" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"session_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "refresh_tokens" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "refresh_tokens" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "email_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "email_verifications" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "email_verifications" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "login_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"account" text NOT NULL,
	"user_id" uuid,
	"ip" text NOT NULL,
	"client" text NOT NULL,
	"user_agent" text NOT NULL,
	"result" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "login_attempts_result_known" CHECK (result in ('succeeded', 'failed'))
);

--> statement-breakpoint
ALTER TABLE "login_attempts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "login_attempts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "limited_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"action" text NOT NULL,
	"client" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "limited_actions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "limited_actions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "categories" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "categories" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"category_id" uuid,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text NOT NULL,
	"vendor" text NOT NULL,
	"product_type" text NOT NULL,
	"description_html" text NOT NULL,
	"options" jsonb NOT NULL,
	"seo_title" text NOT NULL,
	"seo_description" text NOT NULL,
	"status" text NOT NULL,
	"published_at" timestamp (3) with time zone,
	"min_price" bigint,
	"max_price" bigint,
	"compare_at_price" bigint,
	"in_stock" boolean NOT NULL,
	"variant_count" integer NOT NULL,
	"picture_url" text,
	"picture_alt" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "products_status_known" CHECK (status in ('draft', 'active', 'archived')),
	CONSTRAINT "products_active_is_published" CHECK (status <> 'active' or published_at is not null)
);

--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "products" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "product_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"tag" text NOT NULL,
	"position" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "product_tags" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "product_tags" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"url" text NOT NULL,
	"alt" text NOT NULL,
	"position" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "media" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "media" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"media_id" uuid,
	"sku" text,
	"barcode" text,
	"title" text NOT NULL,
	"options" jsonb NOT NULL,
	"option_key" text NOT NULL,
	"position" integer NOT NULL,
	"weight_grams" integer NOT NULL,
	"requires_shipping" boolean NOT NULL,
	"taxable" boolean NOT NULL,
	"tracks_inventory" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "variants_weight_positive" CHECK (weight_grams >= 0)
);

--> statement-breakpoint
ALTER TABLE "variants" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "variants" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "prices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"compare_at" bigint,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "prices_amount_positive" CHECK (amount >= 0),
	CONSTRAINT "prices_compare_at_positive" CHECK (compare_at >= 0)
);

--> statement-breakpoint
ALTER TABLE "prices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "prices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_locations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "stock_locations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_locations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_levels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"on_hand" integer NOT NULL,
	"reserved" integer NOT NULL,
	"allocated" integer NOT NULL,
	"backorder_limit" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_levels_on_hand_positive" CHECK (on_hand >= 0),
	CONSTRAINT "stock_levels_reserved_positive" CHECK (reserved >= 0),
	CONSTRAINT "stock_levels_allocated_positive" CHECK (allocated >= 0),
	CONSTRAINT "stock_levels_backorder_limit_positive" CHECK (backorder_limit >= 0),
	CONSTRAINT "stock_levels_no_oversell" CHECK (reserved + allocated <= on_hand + backorder_limit)
);

--> statement-breakpoint
ALTER TABLE "stock_levels" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_levels" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_reservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_reservations_quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "stock_reservations_status_known" CHECK (status in ('held', 'released', 'allocated'))
);

--> statement-breakpoint
ALTER TABLE "stock_reservations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_reservations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"level_id" uuid NOT NULL,
	"type" text NOT NULL,
	"on_hand_delta" integer NOT NULL,
	"reserved_delta" integer NOT NULL,
	"allocated_delta" integer NOT NULL,
	"reference" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_movements_type_known" CHECK (type in ('receive', 'adjust', 'reserve', 'release', 'allocate', 'ship')),
	CONSTRAINT "stock_movements_moves" CHECK (on_hand_delta <> 0 or reserved_delta <> 0 or allocated_delta <> 0)
);

--> statement-breakpoint
ALTER TABLE "stock_movements" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_movements" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"position" bigint,
	"type" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "event_cursors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"consumer" text NOT NULL,
	"position" bigint NOT NULL,
	"lease_holder" text,
	"lease_until" timestamp (3) with time zone,
	"failures" integer NOT NULL,
	"retry_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "event_cursors" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "event_cursors" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "idempotency_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"caller" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" text NOT NULL,
	"subject_id" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_records_status_known" CHECK (status in ('running', 'completed')),
	CONSTRAINT "idempotency_records_completed_has_response" CHECK (status <> 'completed' or response is not null)
);

--> statement-breakpoint
ALTER TABLE "idempotency_records" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "idempotency_records" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "shipping_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"free_from" bigint,
	"countries" jsonb NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	"position" integer NOT NULL,
	"is_active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipping_methods_amount_positive" CHECK (amount >= 0),
	CONSTRAINT "shipping_methods_days_ordered" CHECK (0 <= min_days and min_days <= max_days)
);

--> statement-breakpoint
ALTER TABLE "shipping_methods" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "shipping_methods" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"token_hash" text,
	"user_id" uuid,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"email" text,
	"shipping_address" jsonb,
	"billing_address" jsonb,
	"shipping_method_id" uuid,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_status_known" CHECK (status in ('active', 'placing', 'completed', 'merged')),
	CONSTRAINT "carts_has_owner" CHECK (token_hash is not null or user_id is not null)
);

--> statement-breakpoint
ALTER TABLE "carts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "carts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "cart_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"seen_unit_price" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_lines_quantity_range" CHECK (quantity between 1 and 999)
);

--> statement-breakpoint
ALTER TABLE "cart_lines" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "cart_lines" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"number" text NOT NULL,
	"cart_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"access_token_hash" text,
	"status" text NOT NULL,
	"payment_status" text NOT NULL,
	"fulfillment_status" text NOT NULL,
	"currency" text NOT NULL,
	"prices_include_tax" boolean NOT NULL,
	"subtotal" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"item_count" integer NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"billing_address" jsonb NOT NULL,
	"shipping_method_code" text NOT NULL,
	"shipping_method_name" text NOT NULL,
	"shipping_min_days" integer NOT NULL,
	"shipping_max_days" integer NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "orders_status_known" CHECK (status in ('placed', 'canceled')),
	CONSTRAINT "orders_payment_status_known" CHECK (payment_status in ('none', 'paid')),
	CONSTRAINT "orders_fulfillment_status_known" CHECK (fulfillment_status in ('unfulfilled', 'fulfilled')),
	CONSTRAINT "orders_amounts_signed" CHECK (subtotal >= 0 and discount <= 0 and shipping >= 0 and tax >= 0 and total >= 0),
	CONSTRAINT "orders_total_adds_up" CHECK (total = subtotal + discount + shipping + case when prices_include_tax then 0 else tax end)
);

--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "orders" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"product_slug" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"sku" text,
	"options" jsonb NOT NULL,
	"picture_url" text,
	"picture_alt" text,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	CONSTRAINT "order_lines_quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "order_lines_amounts_positive" CHECK (unit_price >= 0 and tax >= 0 and total >= 0),
	CONSTRAINT "order_lines_total_adds_up" CHECK (total = unit_price * quantity)
);

--> statement-breakpoint
ALTER TABLE "order_lines" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "order_lines" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"cart_id" uuid NOT NULL,
	"order_id" uuid,
	"gateway" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"reference" text,
	"method" text,
	"order_draft" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_status_known" CHECK (status in ('pending', 'captured', 'failed', 'voided')),
	CONSTRAINT "payments_amount_positive" CHECK (amount >= 0),
	CONSTRAINT "payments_captured_has_order" CHECK (status <> 'captured' or order_id is not null)
);

--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "payments" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"type" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reference" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_events_type_known" CHECK (type in ('charge_requested', 'charge_captured', 'charge_declined')),
	CONSTRAINT "payment_events_amount_positive" CHECK (amount >= 0)
);

--> statement-breakpoint
ALTER TABLE "payment_events" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "payment_events" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "test_gateway_charges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"status" text NOT NULL,
	"reference" text NOT NULL,
	"method" text NOT NULL,
	"message" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_gateway_charges_status_known" CHECK (status in ('captured', 'declined', 'canceled'))
);

--> statement-breakpoint
ALTER TABLE "test_gateway_charges" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "test_gateway_charges" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "store_counters" ADD CONSTRAINT "store_counters_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_verifications" ADD CONSTRAINT "email_verifications_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_verifications" ADD CONSTRAINT "email_verifications_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "login_attempts" ADD CONSTRAINT "login_attempts_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "limited_actions" ADD CONSTRAINT "limited_actions_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_tags" ADD CONSTRAINT "product_tags_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_tags" ADD CONSTRAINT "product_tags_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "prices" ADD CONSTRAINT "prices_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_locations" ADD CONSTRAINT "stock_locations_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."stock_locations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_levels" ADD CONSTRAINT "stock_levels_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD CONSTRAINT "stock_reservations_level_id_fk" FOREIGN KEY ("level_id") REFERENCES "public"."stock_levels"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_level_id_fk" FOREIGN KEY ("level_id") REFERENCES "public"."stock_levels"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "event_cursors" ADD CONSTRAINT "event_cursors_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "idempotency_records" ADD CONSTRAINT "idempotency_records_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "shipping_methods" ADD CONSTRAINT "shipping_methods_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_shipping_method_id_fk" FOREIGN KEY ("shipping_method_id") REFERENCES "public"."shipping_methods"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "test_gateway_charges" ADD CONSTRAINT "test_gateway_charges_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "stores_slug_unique" ON "stores" USING btree ("slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "store_counters_name_unique" ON "store_counters" USING btree ("store_id","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree ("store_id","email_canonical");
--> statement-breakpoint
CREATE UNIQUE INDEX "users_username_unique" ON "users" USING btree ("store_id","username_canonical");
--> statement-breakpoint
CREATE INDEX "addresses_user" ON "addresses" USING btree ("store_id","user_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "addresses_one_default" ON "addresses" USING btree ("user_id","type") WHERE is_default;
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "refresh_tokens_token_unique" ON "refresh_tokens" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "refresh_tokens_session" ON "refresh_tokens" USING btree ("session_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "email_verifications_token_unique" ON "email_verifications" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "email_verifications_user" ON "email_verifications" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE INDEX "login_attempts_account" ON "login_attempts" USING btree ("store_id","account","created_at");
--> statement-breakpoint
CREATE INDEX "login_attempts_client" ON "login_attempts" USING btree ("store_id","client","created_at");
--> statement-breakpoint
CREATE INDEX "limited_actions_counted" ON "limited_actions" USING btree ("store_id","action","client","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug_unique" ON "categories" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "products_slug_unique" ON "products" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE INDEX "products_newest" ON "products" USING btree ("store_id","published_at","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_price" ON "products" USING btree ("store_id","min_price","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_title" ON "products" USING btree ("store_id","title","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_category_newest" ON "products" USING btree ("store_id","category_id","published_at","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_category_price" ON "products" USING btree ("store_id","category_id","min_price","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_vendor" ON "products" USING btree ("store_id","vendor") WHERE status = 'active';
--> statement-breakpoint
CREATE UNIQUE INDEX "product_tags_tag_unique" ON "product_tags" USING btree ("product_id","tag");
--> statement-breakpoint
CREATE INDEX "product_tags_tag" ON "product_tags" USING btree ("store_id","tag","product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "media_url_unique" ON "media" USING btree ("product_id","url");
--> statement-breakpoint
CREATE UNIQUE INDEX "variants_sku_unique" ON "variants" USING btree ("store_id","sku") WHERE sku is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "variants_options_unique" ON "variants" USING btree ("product_id","option_key");
--> statement-breakpoint
CREATE INDEX "variants_product" ON "variants" USING btree ("store_id","product_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "prices_currency_unique" ON "prices" USING btree ("variant_id","currency");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_locations_code_unique" ON "stock_locations" USING btree ("store_id","code");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_levels_variant_unique" ON "stock_levels" USING btree ("variant_id","location_id");
--> statement-breakpoint
CREATE INDEX "stock_levels_store" ON "stock_levels" USING btree ("store_id","variant_id");
--> statement-breakpoint
CREATE INDEX "stock_reservations_payment" ON "stock_reservations" USING btree ("store_id","payment_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_reservations_once" ON "stock_reservations" USING btree ("payment_id","level_id");
--> statement-breakpoint
CREATE INDEX "stock_movements_level" ON "stock_movements" USING btree ("level_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "events_position_unique" ON "events" USING btree ("store_id","position");
--> statement-breakpoint
CREATE INDEX "events_unnumbered" ON "events" USING btree ("store_id","id") WHERE position is null;
--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("store_id","subject_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "event_cursors_consumer_unique" ON "event_cursors" USING btree ("store_id","consumer");
--> statement-breakpoint
CREATE UNIQUE INDEX "idempotency_records_key_unique" ON "idempotency_records" USING btree ("store_id","caller","operation","key");
--> statement-breakpoint
CREATE INDEX "idempotency_records_subject" ON "idempotency_records" USING btree ("store_id","subject_id");
--> statement-breakpoint
CREATE INDEX "idempotency_records_expiry" ON "idempotency_records" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "shipping_methods_code_unique" ON "shipping_methods" USING btree ("store_id","code");
--> statement-breakpoint
CREATE UNIQUE INDEX "carts_token_unique" ON "carts" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_for_user" ON "carts" USING btree ("user_id") WHERE user_id is not null and status in ('active', 'placing');
--> statement-breakpoint
CREATE INDEX "carts_age" ON "carts" USING btree ("store_id","status","updated_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "cart_lines_variant_unique" ON "cart_lines" USING btree ("cart_id","variant_id");
--> statement-breakpoint
CREATE INDEX "cart_lines_variant" ON "cart_lines" USING btree ("variant_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "orders_number_unique" ON "orders" USING btree ("store_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "orders_cart_unique" ON "orders" USING btree ("cart_id");
--> statement-breakpoint
CREATE INDEX "orders_user" ON "orders" USING btree ("store_id","user_id","id");
--> statement-breakpoint
CREATE INDEX "orders_newest" ON "orders" USING btree ("store_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "order_lines_position_unique" ON "order_lines" USING btree ("order_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "payments_reference_unique" ON "payments" USING btree ("gateway","reference") WHERE reference is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_under_way" ON "payments" USING btree ("cart_id") WHERE status = 'pending';
--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_for_order" ON "payments" USING btree ("order_id") WHERE order_id is not null;
--> statement-breakpoint
CREATE INDEX "payments_cart" ON "payments" USING btree ("store_id","cart_id");
--> statement-breakpoint
CREATE INDEX "payments_unfinished" ON "payments" USING btree ("store_id","created_at") WHERE status = 'pending';
--> statement-breakpoint
CREATE UNIQUE INDEX "payment_events_once" ON "payment_events" USING btree ("payment_id","type");
--> statement-breakpoint
CREATE POLICY "store_counters_own_store" ON "store_counters" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "users_own_store" ON "users" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "addresses_own_store" ON "addresses" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "sessions_own_store" ON "sessions" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "refresh_tokens_own_store" ON "refresh_tokens" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "email_verifications_own_store" ON "email_verifications" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "login_attempts_own_store" ON "login_attempts" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "limited_actions_own_store" ON "limited_actions" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "categories_own_store" ON "categories" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "products_own_store" ON "products" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "product_tags_own_store" ON "product_tags" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "media_own_store" ON "media" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "variants_own_store" ON "variants" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "prices_own_store" ON "prices" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_locations_own_store" ON "stock_locations" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_levels_own_store" ON "stock_levels" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_reservations_own_store" ON "stock_reservations" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_movements_own_store" ON "stock_movements" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "events_own_store" ON "events" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "event_cursors_own_store" ON "event_cursors" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "idempotency_records_own_store" ON "idempotency_records" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "shipping_methods_own_store" ON "shipping_methods" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "carts_own_store" ON "carts" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "cart_lines_own_store" ON "cart_lines" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "orders_own_store" ON "orders" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "order_lines_own_store" ON "order_lines" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "payments_own_store" ON "payments" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "payment_events_own_store" ON "payment_events" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "test_gateway_charges_own_store" ON "test_gateway_charges" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
