CREATE TABLE `reserved_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`bundle_id` text NOT NULL,
	`component_id` text NOT NULL,
	`quantity` integer NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`bundle_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`component_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reserved_parts_quantity_positive" CHECK(quantity > 0),
	CONSTRAINT "reserved_parts_not_itself" CHECK(bundle_id <> component_id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reserved_parts_component_unique` ON `reserved_parts` (`store_id`,`payment_id`,`bundle_id`,`component_id`);
--> statement-breakpoint
CREATE INDEX `variants_bundles` ON `variants` (`store_id`,`id`) WHERE is_bundle;
--> statement-breakpoint
CREATE INDEX `price_list_entries_age` ON `price_list_entries` (`store_id`,`price_list_id`,`id`);
