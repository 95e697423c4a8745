ALTER TABLE `price_lists` ADD `is_applied` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `price_history` ADD `actor_id` text;
