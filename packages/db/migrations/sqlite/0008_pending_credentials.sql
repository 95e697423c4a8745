ALTER TABLE `username_reservations` ADD `password_hash` text;
--> statement-breakpoint
CREATE INDEX `username_reservations_email` ON `username_reservations` (`store_id`,`email_canonical`);
--> statement-breakpoint
CREATE INDEX `login_attempts_time` ON `login_attempts` (`store_id`,`created_at`);
