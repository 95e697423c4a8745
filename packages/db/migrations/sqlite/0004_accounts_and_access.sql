CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`permissions` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roles_slug_unique` ON `roles` (`store_id`,`slug`);
--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role_id` text NOT NULL,
	`granted_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `role_grants_grant_unique` ON `role_grants` (`user_id`,`role_id`);
--> statement-breakpoint
CREATE INDEX `role_grants_role` ON `role_grants` (`store_id`,`role_id`);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`key_hash` text NOT NULL,
	`permissions` text NOT NULL,
	`created_by` text,
	`expires_at` text,
	`revoked_at` text,
	`last_used_at` text,
	`minute_started_at` text NOT NULL,
	`minute_count` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_key_unique` ON `api_keys` (`store_id`,`key_hash`);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`position` integer,
	`action` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`subject_type` text,
	`subject_id` text,
	`details` text NOT NULL,
	`personal` text,
	`personal_digest` text NOT NULL,
	`request_id` text NOT NULL,
	`occurred_at` text NOT NULL,
	`key_id` text,
	`previous_hash` text,
	`hash` text,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "audit_entries_actor_kind_known" CHECK(actor_kind in ('anonymous', 'user', 'api_key', 'system')),
	CONSTRAINT "audit_entries_sealed_whole" CHECK(position is null or (hash is not null and previous_hash is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_position_unique` ON `audit_entries` (`store_id`,`position`);
--> statement-breakpoint
CREATE INDEX `audit_entries_unsealed` ON `audit_entries` (`store_id`,`id`) WHERE position is null;
--> statement-breakpoint
CREATE INDEX `audit_entries_newest` ON `audit_entries` (`store_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`store_id`,`actor_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`store_id`,`subject_id`,`id`);
--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`store_id`,`action`,`id`);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`purpose` text NOT NULL,
	`granted` integer NOT NULL,
	`source` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "consents_purpose_known" CHECK(purpose in ('marketing_email'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_newest` ON `consents` (`store_id`,`user_id`,`purpose`,`id`);
--> statement-breakpoint
CREATE TABLE `totp_factors` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`confirmed_at` text,
	`last_step` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `totp_factors_user_unique` ON `totp_factors` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_code_unique` ON `recovery_codes` (`user_id`,`code_hash`);
--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`is_backed_up` integer NOT NULL,
	`last_used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential_unique` ON `passkeys` (`store_id`,`credential_id`);
--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`store_id`,`user_id`);
--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`purpose` text NOT NULL,
	`user_id` text,
	`token_hash` text NOT NULL,
	`webauthn_challenge` text,
	`expires_at` text NOT NULL,
	`used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "challenges_purpose_known" CHECK(purpose in ('second_factor', 'passkey_sign_in', 'passkey_creation'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_token_unique` ON `challenges` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `challenges_expiry` ON `challenges` (`expires_at`);
--> statement-breakpoint
CREATE TABLE `username_reservations` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`username_canonical` text NOT NULL,
	`email_canonical` text NOT NULL,
	`expires_at` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `username_reservations_name_unique` ON `username_reservations` (`store_id`,`username_canonical`);
--> statement-breakpoint
CREATE TABLE `email_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`store_id` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`email_canonical` text NOT NULL,
	`from_email_canonical` text NOT NULL,
	`token_hash` text NOT NULL,
	`request_ip` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`store_id`) REFERENCES `stores`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `email_changes_token_unique` ON `email_changes` (`store_id`,`token_hash`);
--> statement-breakpoint
CREATE INDEX `email_changes_user` ON `email_changes` (`store_id`,`user_id`);
--> statement-breakpoint
ALTER TABLE `stores` ADD `staff_needs_second_factor` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `sessions` ADD `authenticated_at` text;
--> statement-breakpoint
ALTER TABLE `email_verifications` ADD `registration` text;
--> statement-breakpoint
ALTER TABLE `orders` ADD `email_canonical` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `orders_unclaimed` ON `orders` (`store_id`,`email_canonical`) WHERE user_id is null;
