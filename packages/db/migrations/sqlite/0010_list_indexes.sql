DROP INDEX `products_category_newest`;
--> statement-breakpoint
CREATE INDEX `products_category_title` ON `products` (`store_id`,`category_id`,`title`,`id`) WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX `products_on_sale` ON `products` (`store_id`,`published_at`,`id`) WHERE status = 'active' and compare_at_price is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `products_created` ON `products` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `products_by_title` ON `products` (`store_id`,`title`,`id`);
--> statement-breakpoint
CREATE INDEX `products_status` ON `products` (`store_id`,`status`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `products_stocked` ON `products` (`store_id`,`in_stock`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `products_category` ON `products` (`store_id`,`category_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `products_of_brand` ON `products` (`store_id`,`brand_id`,`updated_at`,`id`);
--> statement-breakpoint
CREATE INDEX `products_bin` ON `products` (`store_id`,`updated_at`,`id`) WHERE deleted_at is not null;
--> statement-breakpoint
CREATE INDEX `products_category_newest` ON `products` (`store_id`,`category_id`,`published_at`,`id`,`unpublish_at`) WHERE status = 'active';
--> statement-breakpoint
DROP INDEX `reviews_reported`;
--> statement-breakpoint
CREATE INDEX `reviews_pictured` ON `reviews` (`store_id`,`product_id`,`written_at`,`id`) WHERE status = 'published' and picture_count > 0;
--> statement-breakpoint
CREATE INDEX `reviews_verified` ON `reviews` (`store_id`,`product_id`,`written_at`,`id`) WHERE status = 'published' and order_line_id is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_age` ON `reviews` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_product` ON `reviews` (`store_id`,`product_id`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_stars` ON `reviews` (`store_id`,`rating`,`id`);
--> statement-breakpoint
CREATE INDEX `reviews_reported` ON `reviews` (`store_id`,`id`) WHERE open_reports > 0;
--> statement-breakpoint
ALTER TABLE `stock_levels` ADD `on_shelf` integer GENERATED ALWAYS AS (on_hand - reserved - allocated) VIRTUAL NOT NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_levels_age` ON `stock_levels` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stock_levels_location` ON `stock_levels` (`store_id`,`location_id`,`id`);
--> statement-breakpoint
CREATE INDEX `stock_levels_out` ON `stock_levels` (`store_id`,`id`) WHERE on_hand + backorder_limit - reserved - allocated <= 0;
--> statement-breakpoint
CREATE INDEX `stock_levels_shelf` ON `stock_levels` (`store_id`,`on_shelf`);
--> statement-breakpoint
CREATE INDEX `variants_low_stock` ON `variants` (`store_id`,`low_stock_threshold`) WHERE low_stock_threshold is not null;
--> statement-breakpoint
CREATE INDEX `product_prices_on_sale` ON `product_prices` (`store_id`,`currency`,`product_id`) WHERE compare_at_price is not null;
