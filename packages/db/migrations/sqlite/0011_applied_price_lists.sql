ALTER TABLE `price_lists` ADD `is_applied` integer DEFAULT false NOT NULL;
