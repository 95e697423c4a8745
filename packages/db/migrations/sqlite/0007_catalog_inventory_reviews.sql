CREATE TABLE `assets` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`purpose` text NOT NULL,
	`storage_key` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`widths` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`uploaded_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "assets_purpose_known" CHECK(purpose in ('catalog', 'review', 'import')),
	CONSTRAINT "assets_bytes_positive" CHECK(bytes > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `assets_key_unique` ON `assets` (`store_id`,`storage_key`);
--> statement-breakpoint
CREATE INDEX `assets_content` ON `assets` (`store_id`,`purpose`,`sha256`);
--> statement-breakpoint
CREATE INDEX `assets_newest` ON `assets` (`store_id`,`purpose`,`id`);
--> statement-breakpoint
CREATE INDEX `assets_uploader` ON `assets` (`store_id`,`uploaded_by`);
--> statement-breakpoint
CREATE TABLE `brands` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`logo_url` text,
	`seo_title` text NOT NULL,
	`seo_description` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `brands_slug_unique` ON `brands` (`store_id`,`slug`);
--> statement-breakpoint
CREATE UNIQUE INDEX `brands_name_unique` ON `brands` (`store_id`,`name`);
--> statement-breakpoint
CREATE TABLE `product_types` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `product_types_slug_unique` ON `product_types` (`store_id`,`slug`);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_types_name_unique` ON `product_types` (`store_id`,`name`);
--> statement-breakpoint
CREATE TABLE `attributes` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_type_id` text,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`unit` text NOT NULL,
	`choices` text NOT NULL,
	`is_required` integer NOT NULL,
	`is_filterable` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_type_id`) REFERENCES `product_types`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "attributes_type_known" CHECK(type in ('text', 'number', 'boolean', 'choice', 'choices'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attributes_code_unique` ON `attributes` (`store_id`,`code`);
--> statement-breakpoint
CREATE INDEX `attributes_type` ON `attributes` (`store_id`,`product_type_id`,`position`);
--> statement-breakpoint
CREATE TABLE `collections` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`kind` text NOT NULL,
	`rules` text NOT NULL,
	`match_all` integer NOT NULL,
	`sort` text NOT NULL,
	`picture_url` text,
	`picture_alt` text,
	`seo_title` text NOT NULL,
	`seo_description` text NOT NULL,
	`is_published` integer NOT NULL,
	`position` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "collections_kind_known" CHECK(kind in ('manual', 'rules')),
	CONSTRAINT "collections_sort_known" CHECK(sort in ('manual', 'newest', 'price_asc', 'price_desc', 'title', 'rating'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_slug_unique` ON `collections` (`store_id`,`slug`);
--> statement-breakpoint
CREATE INDEX `collections_position` ON `collections` (`store_id`,`position`,`id`);
--> statement-breakpoint
CREATE TABLE `former_slugs` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`kind` text NOT NULL,
	`slug` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "former_slugs_kind_known" CHECK(kind in ('product', 'category', 'collection', 'brand'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `former_slugs_slug_unique` ON `former_slugs` (`store_id`,`kind`,`slug`);
--> statement-breakpoint
CREATE INDEX `former_slugs_subject` ON `former_slugs` (`store_id`,`subject_id`);
--> statement-breakpoint
CREATE TABLE `translations` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`locale` text NOT NULL,
	`texts` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "translations_kind_known" CHECK(kind in ('product', 'category', 'collection', 'brand', 'attribute'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `translations_locale_unique` ON `translations` (`store_id`,`subject_id`,`locale`);
--> statement-breakpoint
CREATE INDEX `translations_kind` ON `translations` (`store_id`,`kind`,`locale`);
--> statement-breakpoint
CREATE TABLE `product_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`related_id` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`related_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "product_relations_kind_known" CHECK(kind in ('related', 'accessory', 'upgrade')),
	CONSTRAINT "product_relations_not_itself" CHECK(product_id <> related_id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `product_relations_relation_unique` ON `product_relations` (`product_id`,`kind`,`related_id`);
--> statement-breakpoint
CREATE INDEX `product_relations_related` ON `product_relations` (`store_id`,`related_id`);
--> statement-breakpoint
CREATE TABLE `attribute_values` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`attribute_id` text NOT NULL,
	`product_id` text NOT NULL,
	`text` text NOT NULL,
	`thousandths` integer,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`attribute_id`) REFERENCES `attributes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attribute_values_value_unique` ON `attribute_values` (`product_id`,`attribute_id`,`text`);
--> statement-breakpoint
CREATE INDEX `attribute_values_text` ON `attribute_values` (`store_id`,`attribute_id`,`text`,`product_id`);
--> statement-breakpoint
CREATE INDEX `attribute_values_number` ON `attribute_values` (`store_id`,`attribute_id`,`thousandths`,`product_id`) WHERE thousandths is not null;
--> statement-breakpoint
CREATE TABLE `cache_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`scope` text NOT NULL,
	`shard` integer NOT NULL,
	`value` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cache_versions_shard_unique` ON `cache_versions` (`store_id`,`scope`,`shard`);
--> statement-breakpoint
CREATE TABLE `collection_products` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`collection_id` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`collection_id`) REFERENCES `collections`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_products_product_unique` ON `collection_products` (`collection_id`,`product_id`);
--> statement-breakpoint
CREATE INDEX `collection_products_position` ON `collection_products` (`store_id`,`collection_id`,`position`,`product_id`);
--> statement-breakpoint
CREATE INDEX `collection_products_product` ON `collection_products` (`store_id`,`product_id`);
--> statement-breakpoint
CREATE TABLE `customer_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_groups_name_unique` ON `customer_groups` (`store_id`,`name`);
--> statement-breakpoint
CREATE TABLE `customer_group_members` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`group_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`group_id`) REFERENCES `customer_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_group_members_member_unique` ON `customer_group_members` (`group_id`,`user_id`);
--> statement-breakpoint
CREATE INDEX `customer_group_members_user` ON `customer_group_members` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `import_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`format` text NOT NULL,
	`asset_id` text NOT NULL,
	`is_dry_run` integer NOT NULL,
	`mapping` text,
	`status` text NOT NULL,
	`failure` text,
	`total` integer,
	`processed` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`refused` integer NOT NULL,
	`lease_holder` text,
	`lease_until` text,
	`created_by` text,
	`created_at` text NOT NULL,
	`started_at` text,
	`finished_at` text,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "import_jobs_format_known" CHECK(format in ('shopify_csv', 'jsonl', 'mapped_json')),
	CONSTRAINT "import_jobs_status_known" CHECK(status in ('queued', 'running', 'finished', 'failed', 'canceled')),
	CONSTRAINT "import_jobs_counts_positive" CHECK(processed >= 0 and created >= 0 and updated >= 0 and unchanged >= 0 and refused >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_jobs_newest` ON `import_jobs` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `import_jobs_waiting` ON `import_jobs` (`store_id`,`status`,`id`) WHERE status in ('queued', 'running');
--> statement-breakpoint
CREATE TABLE `import_problems` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`job_id` text NOT NULL,
	`row` integer NOT NULL,
	`column` text NOT NULL,
	`message` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`job_id`) REFERENCES `import_jobs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_problems_row` ON `import_problems` (`store_id`,`job_id`,`row`,`id`);
--> statement-breakpoint
CREATE TABLE `stock_transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`number` text NOT NULL,
	`from_location_id` text NOT NULL,
	`to_location_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text NOT NULL,
	`sent_at` text,
	`received_at` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`from_location_id`) REFERENCES `stock_locations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_location_id`) REFERENCES `stock_locations`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stock_transfers_status_known" CHECK(status in ('draft', 'sent', 'received', 'canceled')),
	CONSTRAINT "stock_transfers_goes_somewhere" CHECK(from_location_id <> to_location_id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_transfers_number_unique` ON `stock_transfers` (`store_id`,`number`);
--> statement-breakpoint
CREATE INDEX `stock_transfers_newest` ON `stock_transfers` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stock_transfers_status` ON `stock_transfers` (`store_id`,`status`,`id`);
--> statement-breakpoint
CREATE TABLE `stock_transfer_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`transfer_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`received` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`transfer_id`) REFERENCES `stock_transfers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "stock_transfer_lines_quantity_positive" CHECK(quantity > 0),
	CONSTRAINT "stock_transfer_lines_received_range" CHECK(received between 0 and quantity)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_transfer_lines_variant_unique` ON `stock_transfer_lines` (`transfer_id`,`variant_id`);
--> statement-breakpoint
CREATE INDEX `stock_transfer_lines_variant` ON `stock_transfer_lines` (`store_id`,`variant_id`);
--> statement-breakpoint
CREATE TABLE `bundle_components` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`bundle_id` text NOT NULL,
	`component_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`bundle_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "bundle_components_quantity_positive" CHECK(quantity > 0),
	CONSTRAINT "bundle_components_not_itself" CHECK(bundle_id <> component_id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bundle_components_component_unique` ON `bundle_components` (`bundle_id`,`component_id`);
--> statement-breakpoint
CREATE INDEX `bundle_components_bundle` ON `bundle_components` (`store_id`,`bundle_id`,`position`);
--> statement-breakpoint
CREATE INDEX `bundle_components_component` ON `bundle_components` (`store_id`,`component_id`);
--> statement-breakpoint
CREATE TABLE `stock_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`email_canonical` text NOT NULL,
	`token_hash` text NOT NULL,
	`notified_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_alerts_waiting_unique` ON `stock_alerts` (`variant_id`,`email_canonical`) WHERE notified_at is null;
--> statement-breakpoint
CREATE INDEX `stock_alerts_waiting` ON `stock_alerts` (`store_id`,`variant_id`) WHERE notified_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_alerts_token_unique` ON `stock_alerts` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `stock_alerts_person` ON `stock_alerts` (`store_id`,`email_canonical`);
--> statement-breakpoint
CREATE INDEX `stock_alerts_user` ON `stock_alerts` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `product_prices` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`currency` text NOT NULL,
	`min_price` integer NOT NULL,
	`max_price` integer NOT NULL,
	`compare_at_price` integer,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "product_prices_price_ordered" CHECK(0 <= min_price and min_price <= max_price)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `product_prices_currency_unique` ON `product_prices` (`product_id`,`currency`);
--> statement-breakpoint
CREATE INDEX `product_prices_price` ON `product_prices` (`store_id`,`currency`,`min_price`,`product_id`);
--> statement-breakpoint
CREATE TABLE `price_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`currency` text NOT NULL,
	`customer_group_id` text,
	`starts_at` text,
	`ends_at` text,
	`is_active` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`customer_group_id`) REFERENCES `customer_groups`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "price_lists_period_ordered" CHECK(starts_at < ends_at)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `price_lists_name_unique` ON `price_lists` (`store_id`,`name`);
--> statement-breakpoint
CREATE INDEX `price_lists_group` ON `price_lists` (`store_id`,`customer_group_id`);
--> statement-breakpoint
CREATE TABLE `price_list_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`price_list_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`min_quantity` integer NOT NULL,
	`amount` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "price_list_entries_quantity_range" CHECK(min_quantity between 1 and 999),
	CONSTRAINT "price_list_entries_amount_positive" CHECK(amount >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `price_list_entries_step_unique` ON `price_list_entries` (`price_list_id`,`variant_id`,`min_quantity`);
--> statement-breakpoint
CREATE INDEX `price_list_entries_variant` ON `price_list_entries` (`store_id`,`variant_id`);
--> statement-breakpoint
CREATE TABLE `price_history` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`currency` text NOT NULL,
	`amount` integer,
	`compare_at` integer,
	`valid_from` text NOT NULL,
	`reference` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `price_history_variant` ON `price_history` (`store_id`,`variant_id`,`currency`,`valid_from`,`id`);
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`product_id` text NOT NULL,
	`order_line_id` text,
	`variant_title` text NOT NULL,
	`user_id` text,
	`author_name` text NOT NULL,
	`rating` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`status` text NOT NULL,
	`rejection_reason` text,
	`rejection_note` text NOT NULL,
	`moderated_by` text,
	`moderated_at` text,
	`reply` text NOT NULL,
	`replied_at` text,
	`helpful_count` integer NOT NULL,
	`unhelpful_count` integer NOT NULL,
	`picture_count` integer NOT NULL,
	`open_reports` integer NOT NULL,
	`import_key` text,
	`written_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "reviews_rating_range" CHECK(rating between 1 and 5),
	CONSTRAINT "reviews_status_known" CHECK(status in ('pending', 'published', 'rejected')),
	CONSTRAINT "reviews_reason_known" CHECK(rejection_reason in ('offensive', 'spam', 'personal_data', 'off_topic', 'not_about_product', 'illegal', 'other')),
	CONSTRAINT "reviews_rejected_has_reason" CHECK(status <> 'rejected' or rejection_reason is not null),
	CONSTRAINT "reviews_counts_positive" CHECK(helpful_count >= 0 and unhelpful_count >= 0 and open_reports >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_order_line_unique` ON `reviews` (`store_id`,`order_line_id`) WHERE order_line_id is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_import_unique` ON `reviews` (`store_id`,`import_key`) WHERE import_key is not null;
--> statement-breakpoint
CREATE INDEX `reviews_newest` ON `reviews` (`store_id`,`product_id`,`written_at`,`id`) WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX `reviews_rating` ON `reviews` (`store_id`,`product_id`,`rating`,`written_at`,`id`) WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX `reviews_helpful` ON `reviews` (`store_id`,`product_id`,`helpful_count`,`id`) WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX `reviews_queue` ON `reviews` (`store_id`,`status`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_reported` ON `reviews` (`store_id`,`open_reports`,`id`) WHERE open_reports > 0;
--> statement-breakpoint
CREATE INDEX `reviews_user` ON `reviews` (`store_id`,`user_id`,`id`);
--> statement-breakpoint
CREATE TABLE `review_pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`review_id` text NOT NULL,
	`asset_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asset_id`) REFERENCES `assets`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `review_pictures_asset_unique` ON `review_pictures` (`store_id`,`asset_id`);
--> statement-breakpoint
CREATE INDEX `review_pictures_review` ON `review_pictures` (`store_id`,`review_id`,`position`);
--> statement-breakpoint
CREATE TABLE `review_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`is_helpful` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `review_votes_vote_unique` ON `review_votes` (`review_id`,`user_id`);
--> statement-breakpoint
CREATE INDEX `review_votes_user` ON `review_votes` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `review_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`review_id` text NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`note` text NOT NULL,
	`closed_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "review_reports_reason_known" CHECK(reason in ('offensive', 'spam', 'personal_data', 'off_topic', 'other'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `review_reports_report_unique` ON `review_reports` (`review_id`,`user_id`);
--> statement-breakpoint
CREATE INDEX `review_reports_open` ON `review_reports` (`store_id`,`review_id`) WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX `review_reports_user` ON `review_reports` (`store_id`,`user_id`);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_stock_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`level_id` text NOT NULL,
	`type` text NOT NULL,
	`on_hand_delta` integer NOT NULL,
	`reserved_delta` integer NOT NULL,
	`allocated_delta` integer NOT NULL,
	`reference` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`actor_id` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`level_id`) REFERENCES `stock_levels`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "stock_movements_type_known" CHECK(type in ('receive', 'adjust', 'count', 'reserve', 'release', 'allocate', 'deallocate', 'ship', 'return', 'transfer_out', 'transfer_in')),
	CONSTRAINT "stock_movements_moves" CHECK(on_hand_delta <> 0 or reserved_delta <> 0 or allocated_delta <> 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_stock_movements`("id", "store_id", "level_id", "type", "on_hand_delta", "reserved_delta", "allocated_delta", "reference", "created_at") SELECT "id", "store_id", "level_id", "type", "on_hand_delta", "reserved_delta", "allocated_delta", "reference", "created_at" FROM `stock_movements`;
--> statement-breakpoint
DROP TABLE `stock_movements`;
--> statement-breakpoint
ALTER TABLE `__new_stock_movements` RENAME TO `stock_movements`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE INDEX `stock_movements_level` ON `stock_movements` (`level_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stock_movements_newest` ON `stock_movements` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stock_movements_reference` ON `stock_movements` (`store_id`,`reference`);
--> statement-breakpoint
ALTER TABLE `stores` ADD `default_locale` text DEFAULT 'en' NOT NULL;
--> statement-breakpoint
ALTER TABLE `stores` ADD `locales` text;
--> statement-breakpoint
ALTER TABLE `stores` ADD `currencies` text;
--> statement-breakpoint
ALTER TABLE `stores` ADD `low_stock_threshold` integer DEFAULT 5 NOT NULL;
--> statement-breakpoint
ALTER TABLE `stores` ADD `moderates_reviews` integer DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE `categories` ADD `seo_title` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `categories` ADD `seo_description` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `categories_parent` ON `categories` (`store_id`,`parent_id`,`position`);
--> statement-breakpoint
CREATE TABLE `__new_products` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`category_id` text,
	`brand_id` text,
	`product_type_id` text,
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
	`unpublish_at` text,
	`deleted_at` text,
	`custom_fields` text,
	`min_price` integer,
	`max_price` integer,
	`compare_at_price` integer,
	`in_stock` integer NOT NULL,
	`variant_count` integer NOT NULL,
	`picture_url` text,
	`picture_alt` text,
	`rating_count` integer DEFAULT 0 NOT NULL,
	`rating_sum` integer DEFAULT 0 NOT NULL,
	`rating_average` integer DEFAULT 0 NOT NULL,
	`rating1_count` integer DEFAULT 0 NOT NULL,
	`rating2_count` integer DEFAULT 0 NOT NULL,
	`rating3_count` integer DEFAULT 0 NOT NULL,
	`rating4_count` integer DEFAULT 0 NOT NULL,
	`rating5_count` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`category_id`) REFERENCES `categories`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`brand_id`) REFERENCES `brands`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`product_type_id`) REFERENCES `product_types`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "products_status_known" CHECK(status in ('draft', 'active', 'archived')),
	CONSTRAINT "products_active_is_published" CHECK(status <> 'active' or published_at is not null),
	CONSTRAINT "products_deleted_is_not_active" CHECK(deleted_at is null or status <> 'active'),
	CONSTRAINT "products_rating_adds_up" CHECK(rating_count = rating1_count + rating2_count + rating3_count + rating4_count + rating5_count and rating_sum = rating1_count + 2 * rating2_count + 3 * rating3_count + 4 * rating4_count + 5 * rating5_count),
	CONSTRAINT "products_rating_counts_positive" CHECK(rating1_count >= 0 and rating2_count >= 0 and rating3_count >= 0 and rating4_count >= 0 and rating5_count >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_products`("id", "store_id", "category_id", "slug", "title", "subtitle", "vendor", "product_type", "description_html", "options", "seo_title", "seo_description", "status", "published_at", "min_price", "max_price", "compare_at_price", "in_stock", "variant_count", "picture_url", "picture_alt", "created_at", "updated_at") SELECT "id", "store_id", "category_id", "slug", "title", "subtitle", "vendor", "product_type", "description_html", "options", "seo_title", "seo_description", "status", "published_at", "min_price", "max_price", "compare_at_price", "in_stock", "variant_count", "picture_url", "picture_alt", "created_at", "updated_at" FROM `products`;
--> statement-breakpoint
DROP TABLE `products`;
--> statement-breakpoint
ALTER TABLE `__new_products` RENAME TO `products`;
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
CREATE INDEX `products_category_rating` ON `products` (`store_id`,`category_id`,`rating_average`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_rating` ON `products` (`store_id`,`rating_average`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_vendor` ON `products` (`store_id`,`vendor`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_brand` ON `products` (`store_id`,`brand_id`,`published_at`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_product_type` ON `products` (`store_id`,`product_type_id`);
--> statement-breakpoint
CREATE INDEX `products_updated` ON `products` (`store_id`,`updated_at`,`id`);
--> statement-breakpoint
ALTER TABLE `media` ADD `asset_id` text REFERENCES assets(id);
--> statement-breakpoint
CREATE INDEX `media_asset` ON `media` (`store_id`,`asset_id`) WHERE asset_id is not null;
--> statement-breakpoint
CREATE TABLE `__new_variants` (
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
	`length_mm` integer,
	`width_mm` integer,
	`height_mm` integer,
	`requires_shipping` integer NOT NULL,
	`taxable` integer NOT NULL,
	`tracks_inventory` integer NOT NULL,
	`preorder_ships_at` text,
	`is_bundle` integer DEFAULT false NOT NULL,
	`low_stock_threshold` integer,
	`custom_fields` text,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "variants_weight_positive" CHECK(weight_grams >= 0),
	CONSTRAINT "variants_measures_positive" CHECK(length_mm > 0 and width_mm > 0 and height_mm > 0),
	CONSTRAINT "variants_low_stock_positive" CHECK(low_stock_threshold >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_variants`("id", "store_id", "product_id", "media_id", "sku", "barcode", "title", "options", "option_key", "position", "weight_grams", "requires_shipping", "taxable", "tracks_inventory", "created_at", "updated_at") SELECT "id", "store_id", "product_id", "media_id", "sku", "barcode", "title", "options", "option_key", "position", "weight_grams", "requires_shipping", "taxable", "tracks_inventory", "created_at", "updated_at" FROM `variants`;
--> statement-breakpoint
DROP TABLE `variants`;
--> statement-breakpoint
ALTER TABLE `__new_variants` RENAME TO `variants`;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_unique` ON `variants` (`store_id`,`sku`) WHERE sku is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_options_unique` ON `variants` (`product_id`,`option_key`);
--> statement-breakpoint
CREATE INDEX `variants_product` ON `variants` (`store_id`,`product_id`,`position`);
--> statement-breakpoint
CREATE INDEX `variants_barcode` ON `variants` (`store_id`,`barcode`) WHERE barcode is not null;
--> statement-breakpoint
ALTER TABLE `stock_locations` ADD `country_code` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `stock_locations` ADD `is_active` integer DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE `stock_reservations` ADD `expires_at` text;
--> statement-breakpoint
CREATE INDEX `stock_reservations_expiry` ON `stock_reservations` (`store_id`,`expires_at`) WHERE status = 'held' and expires_at is not null;
