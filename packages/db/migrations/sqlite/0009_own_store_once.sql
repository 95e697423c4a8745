CREATE INDEX `products_unpublish` ON `products` (`store_id`,`unpublish_at`) WHERE unpublish_at is not null;
--> statement-breakpoint
CREATE INDEX `variants_preorder` ON `variants` (`store_id`,`preorder_ships_at`) WHERE preorder_ships_at is not null;
