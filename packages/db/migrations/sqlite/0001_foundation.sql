CREATE TABLE `stores` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`prices_include_tax` integer NOT NULL,
	`tax_rate_basis_points` integer NOT NULL,
	`shipping_countries` text NOT NULL,
	`order_number_prefix` text NOT NULL,
	`created_at` text NOT NULL,
	CONSTRAINT "stores_tax_rate_range" CHECK(tax_rate_basis_points between 0 and 10000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stores_slug_unique` ON `stores` (`slug`);
--> statement-breakpoint
CREATE TABLE `store_counters` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`value` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `store_counters_name_unique` ON `store_counters` (`store_id`,`name`);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`email` text NOT NULL,
	`email_canonical` text NOT NULL,
	`username` text NOT NULL,
	`username_canonical` text NOT NULL,
	`password_hash` text NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`phone` text,
	`is_active` integer NOT NULL,
	`email_verified_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`store_id`,`email_canonical`);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username_unique` ON `users` (`store_id`,`username_canonical`);
--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`type` text NOT NULL,
	`is_default` integer NOT NULL,
	`first_name` text NOT NULL,
	`last_name` text NOT NULL,
	`company` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text NOT NULL,
	`city` text NOT NULL,
	`region` text NOT NULL,
	`postal_code` text NOT NULL,
	`country_code` text NOT NULL,
	`phone` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "addresses_type_known" CHECK(type in ('shipping', 'billing', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `addresses_user` ON `addresses` (`store_id`,`user_id`,`id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `addresses_one_default` ON `addresses` (`user_id`,`type`) WHERE is_default;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`ip` text NOT NULL,
	`user_agent` text NOT NULL,
	`last_used_at` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`session_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refresh_tokens_token_unique` ON `refresh_tokens` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `refresh_tokens_session` ON `refresh_tokens` (`session_id`);
--> statement-breakpoint
CREATE TABLE `email_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `email_verifications_token_unique` ON `email_verifications` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `email_verifications_user` ON `email_verifications` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `login_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`account` text NOT NULL,
	`user_id` text,
	`ip` text NOT NULL,
	`client` text NOT NULL,
	`user_agent` text NOT NULL,
	`result` text NOT NULL,
	`reason` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "login_attempts_result_known" CHECK(result in ('succeeded', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `login_attempts_account` ON `login_attempts` (`store_id`,`account`,`created_at`);
--> statement-breakpoint
CREATE INDEX `login_attempts_client` ON `login_attempts` (`store_id`,`client`,`created_at`);
--> statement-breakpoint
CREATE TABLE `limited_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`action` text NOT NULL,
	`client` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `limited_actions_counted` ON `limited_actions` (`store_id`,`action`,`client`,`created_at`);
--> statement-breakpoint
CREATE TABLE `categories` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`parent_id` text,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`parent_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `categories_slug_unique` ON `categories` (`store_id`,`slug`);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`category_id` text,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`subtitle` text NOT NULL,
	`vendor` text NOT NULL,
	`product_type` text NOT NULL,
	`description_html` text NOT NULL,
	`options` text NOT NULL,
	`seo_title` text NOT NULL,
	`seo_description` text NOT NULL,
	`status` text NOT NULL,
	`published_at` text,
	`min_price` integer,
	`max_price` integer,
	`compare_at_price` integer,
	`in_stock` integer NOT NULL,
	`variant_count` integer NOT NULL,
	`picture_url` text,
	`picture_alt` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "products_status_known" CHECK(status in ('draft', 'active', 'archived')),
	CONSTRAINT "products_active_is_published" CHECK(status <> 'active' or published_at is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `products_slug_unique` ON `products` (`store_id`,`slug`);
--> statement-breakpoint
CREATE INDEX `products_newest` ON `products` (`store_id`,`published_at`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_price` ON `products` (`store_id`,`min_price`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_title` ON `products` (`store_id`,`title`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_category_newest` ON `products` (`store_id`,`category_id`,`published_at`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_category_price` ON `products` (`store_id`,`category_id`,`min_price`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_vendor` ON `products` (`store_id`,`vendor`) WHERE status = 'active';
--> statement-breakpoint
CREATE TABLE `product_tags` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`tag` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `product_tags_tag_unique` ON `product_tags` (`product_id`,`tag`);
--> statement-breakpoint
CREATE INDEX `product_tags_tag` ON `product_tags` (`store_id`,`tag`,`product_id`);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`url` text NOT NULL,
	`alt` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_url_unique` ON `media` (`product_id`,`url`);
--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`media_id` text,
	`sku` text,
	`barcode` text,
	`title` text NOT NULL,
	`options` text NOT NULL,
	`option_key` text NOT NULL,
	`position` integer NOT NULL,
	`weight_grams` integer NOT NULL,
	`requires_shipping` integer NOT NULL,
	`taxable` integer NOT NULL,
	`tracks_inventory` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "variants_weight_positive" CHECK(weight_grams >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_unique` ON `variants` (`store_id`,`sku`) WHERE sku is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_options_unique` ON `variants` (`product_id`,`option_key`);
--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`store_id`,`product_id`,`position`);
--> statement-breakpoint
CREATE TABLE `prices` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`compare_at` integer,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "prices_amount_positive" CHECK(amount >= 0),
	CONSTRAINT "prices_compare_at_positive" CHECK(compare_at >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `prices_currency_unique` ON `prices` (`variant_id`,`currency`);
--> statement-breakpoint
CREATE TABLE `stock_locations` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_locations_code_unique` ON `stock_locations` (`store_id`,`code`);
--> statement-breakpoint
CREATE TABLE `stock_levels` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`location_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`on_hand` integer NOT NULL,
	`reserved` integer NOT NULL,
	`allocated` integer NOT NULL,
	`backorder_limit` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`location_id`) REFERENCES `stock_locations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stock_levels_on_hand_positive" CHECK(on_hand >= 0),
	CONSTRAINT "stock_levels_reserved_positive" CHECK(reserved >= 0),
	CONSTRAINT "stock_levels_allocated_positive" CHECK(allocated >= 0),
	CONSTRAINT "stock_levels_backorder_limit_positive" CHECK(backorder_limit >= 0),
	CONSTRAINT "stock_levels_no_oversell" CHECK(reserved + allocated <= on_hand + backorder_limit)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_levels_variant_unique` ON `stock_levels` (`variant_id`,`location_id`);
--> statement-breakpoint
CREATE INDEX `stock_levels_store` ON `stock_levels` (`store_id`,`variant_id`);
--> statement-breakpoint
CREATE TABLE `stock_reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`level_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`status` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`level_id`) REFERENCES `stock_levels`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stock_reservations_quantity_positive" CHECK(quantity > 0),
	CONSTRAINT "stock_reservations_status_known" CHECK(status in ('held', 'released', 'allocated'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_reservations_payment` ON `stock_reservations` (`store_id`,`payment_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_reservations_once` ON `stock_reservations` (`payment_id`,`level_id`);
--> statement-breakpoint
CREATE TABLE `stock_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`level_id` text NOT NULL,
	`type` text NOT NULL,
	`on_hand_delta` integer NOT NULL,
	`reserved_delta` integer NOT NULL,
	`allocated_delta` integer NOT NULL,
	`reference` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`level_id`) REFERENCES `stock_levels`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stock_movements_type_known" CHECK(type in ('receive', 'adjust', 'reserve', 'release', 'allocate', 'ship')),
	CONSTRAINT "stock_movements_moves" CHECK(on_hand_delta <> 0 or reserved_delta <> 0 or allocated_delta <> 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `stock_movements_level` ON `stock_movements` (`level_id`,`id`);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`position` integer,
	`type` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`occurred_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_position_unique` ON `events` (`store_id`,`position`);
--> statement-breakpoint
CREATE INDEX `events_unnumbered` ON `events` (`store_id`,`id`) WHERE position is null;
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`store_id`,`subject_id`,`id`);
--> statement-breakpoint
CREATE TABLE `event_cursors` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`consumer` text NOT NULL,
	`position` integer NOT NULL,
	`lease_holder` text,
	`lease_until` text,
	`failures` integer NOT NULL,
	`retry_at` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `event_cursors_consumer_unique` ON `event_cursors` (`store_id`,`consumer`);
--> statement-breakpoint
CREATE TABLE `idempotency_records` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`caller` text NOT NULL,
	`operation` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` text NOT NULL,
	`subject_id` text NOT NULL,
	`response` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "idempotency_records_status_known" CHECK(status in ('running', 'completed')),
	CONSTRAINT "idempotency_records_completed_has_response" CHECK(status <> 'completed' or response is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `idempotency_records_key_unique` ON `idempotency_records` (`store_id`,`caller`,`operation`,`key`);
--> statement-breakpoint
CREATE INDEX `idempotency_records_subject` ON `idempotency_records` (`store_id`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `idempotency_records_expiry` ON `idempotency_records` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `shipping_methods` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer NOT NULL,
	`free_from` integer,
	`countries` text NOT NULL,
	`min_days` integer NOT NULL,
	`max_days` integer NOT NULL,
	`position` integer NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "shipping_methods_amount_positive" CHECK(amount >= 0),
	CONSTRAINT "shipping_methods_days_ordered" CHECK(0 <= min_days and min_days <= max_days)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shipping_methods_code_unique` ON `shipping_methods` (`store_id`,`code`);
--> statement-breakpoint
CREATE TABLE `carts` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`token_hash` text,
	`user_id` text,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`email` text,
	`shipping_address` text,
	`billing_address` text,
	`shipping_method_id` text,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`shipping_method_id`) REFERENCES `shipping_methods`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "carts_status_known" CHECK(status in ('active', 'placing', 'completed', 'merged')),
	CONSTRAINT "carts_has_owner" CHECK(token_hash is not null or user_id is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `carts_token_unique` ON `carts` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE UNIQUE INDEX `carts_one_for_user` ON `carts` (`user_id`) WHERE user_id is not null and status in ('active', 'placing');
--> statement-breakpoint
CREATE INDEX `carts_age` ON `carts` (`store_id`,`status`,`updated_at`);
--> statement-breakpoint
CREATE TABLE `cart_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`cart_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`seen_unit_price` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cart_lines_quantity_range" CHECK(quantity between 1 and 999)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cart_lines_variant_unique` ON `cart_lines` (`cart_id`,`variant_id`);
--> statement-breakpoint
CREATE INDEX `cart_lines_variant` ON `cart_lines` (`variant_id`);
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`number` text NOT NULL,
	`cart_id` text NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`access_token_hash` text,
	`status` text NOT NULL,
	`payment_status` text NOT NULL,
	`fulfillment_status` text NOT NULL,
	`currency` text NOT NULL,
	`prices_include_tax` integer NOT NULL,
	`subtotal` integer NOT NULL,
	`discount` integer NOT NULL,
	`shipping` integer NOT NULL,
	`tax` integer NOT NULL,
	`total` integer NOT NULL,
	`item_count` integer NOT NULL,
	`shipping_address` text NOT NULL,
	`billing_address` text NOT NULL,
	`shipping_method_code` text NOT NULL,
	`shipping_method_name` text NOT NULL,
	`shipping_min_days` integer NOT NULL,
	`shipping_max_days` integer NOT NULL,
	`placed_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "orders_status_known" CHECK(status in ('placed', 'canceled')),
	CONSTRAINT "orders_payment_status_known" CHECK(payment_status in ('none', 'paid')),
	CONSTRAINT "orders_fulfillment_status_known" CHECK(fulfillment_status in ('unfulfilled', 'fulfilled')),
	CONSTRAINT "orders_amounts_signed" CHECK(subtotal >= 0 and discount <= 0 and shipping >= 0 and tax >= 0 and total >= 0),
	CONSTRAINT "orders_total_adds_up" CHECK(total = subtotal + discount + shipping + case when prices_include_tax then 0 else tax end)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_unique` ON `orders` (`store_id`,`number`);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_cart_unique` ON `orders` (`cart_id`);
--> statement-breakpoint
CREATE INDEX `orders_user` ON `orders` (`store_id`,`user_id`,`id`);
--> statement-breakpoint
CREATE INDEX `orders_newest` ON `orders` (`store_id`,`id`);
--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`product_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`product_slug` text NOT NULL,
	`title` text NOT NULL,
	`variant_title` text NOT NULL,
	`sku` text,
	`options` text NOT NULL,
	`picture_url` text,
	`picture_alt` text,
	`quantity` integer NOT NULL,
	`unit_price` integer NOT NULL,
	`tax` integer NOT NULL,
	`total` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "order_lines_quantity_positive" CHECK(quantity > 0),
	CONSTRAINT "order_lines_amounts_positive" CHECK(unit_price >= 0 and tax >= 0 and total >= 0),
	CONSTRAINT "order_lines_total_adds_up" CHECK(total = unit_price * quantity)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_position_unique` ON `order_lines` (`order_id`,`position`);
--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`cart_id` text NOT NULL,
	`order_id` text,
	`gateway` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`reference` text,
	`method` text,
	`order_draft` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`cart_id`) REFERENCES `carts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "payments_status_known" CHECK(status in ('pending', 'captured', 'failed', 'voided')),
	CONSTRAINT "payments_amount_positive" CHECK(amount >= 0),
	CONSTRAINT "payments_captured_has_order" CHECK(status <> 'captured' or order_id is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_reference_unique` ON `payments` (`gateway`,`reference`) WHERE reference is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_one_under_way` ON `payments` (`cart_id`) WHERE status = 'pending';
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_one_for_order` ON `payments` (`order_id`) WHERE order_id is not null;
--> statement-breakpoint
CREATE INDEX `payments_cart` ON `payments` (`store_id`,`cart_id`);
--> statement-breakpoint
CREATE INDEX `payments_unfinished` ON `payments` (`store_id`,`created_at`) WHERE status = 'pending';
--> statement-breakpoint
CREATE TABLE `payment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`type` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`reference` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "payment_events_type_known" CHECK(type in ('charge_requested', 'charge_captured', 'charge_declined')),
	CONSTRAINT "payment_events_amount_positive" CHECK(amount >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_events_once` ON `payment_events` (`payment_id`,`type`);
--> statement-breakpoint
CREATE TABLE `test_gateway_charges` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`status` text NOT NULL,
	`reference` text NOT NULL,
	`method` text NOT NULL,
	`message` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "test_gateway_charges_status_known" CHECK(status in ('captured', 'declined', 'canceled'))
) STRICT;
