CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"permissions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "roles" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "roles" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role_id" uuid NOT NULL,
	"granted_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "role_grants" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "role_grants" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"permissions" jsonb NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"minute_started_at" timestamp (3) with time zone NOT NULL,
	"minute_count" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "api_keys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"position" bigint,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"subject_type" text,
	"subject_id" text,
	"details" jsonb NOT NULL,
	"personal" jsonb,
	"personal_digest" text NOT NULL,
	"request_id" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"key_id" text,
	"previous_hash" text,
	"hash" text,
	CONSTRAINT "audit_entries_actor_kind_known" CHECK (actor_kind in ('anonymous', 'user', 'api_key', 'system')),
	CONSTRAINT "audit_entries_sealed_whole" CHECK (position is null or (hash is not null and previous_hash is not null))
);

--> statement-breakpoint
ALTER TABLE "audit_entries" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "audit_entries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_purpose_known" CHECK (purpose in ('marketing_email'))
);

--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "consents" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "totp_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"sealed_secret" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"last_step" bigint,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "totp_factors" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "totp_factors" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "recovery_codes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb NOT NULL,
	"is_backed_up" boolean NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "passkeys" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"token_hash" text NOT NULL,
	"webauthn_challenge" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "challenges_purpose_known" CHECK (purpose in ('second_factor', 'passkey_sign_in', 'passkey_creation'))
);

--> statement-breakpoint
ALTER TABLE "challenges" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "challenges" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "username_reservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"username_canonical" text NOT NULL,
	"email_canonical" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "username_reservations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "username_reservations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_canonical" text NOT NULL,
	"from_email_canonical" text NOT NULL,
	"token_hash" text NOT NULL,
	"request_ip" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "email_changes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "email_changes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "staff_needs_second_factor" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "authenticated_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "email_verifications" ADD COLUMN "registration" jsonb;
--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "email_canonical" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_role_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "username_reservations" ADD CONSTRAINT "username_reservations_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "roles_slug_unique" ON "roles" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_grant_unique" ON "role_grants" USING btree ("user_id","role_id");
--> statement-breakpoint
CREATE INDEX "role_grants_role" ON "role_grants" USING btree ("store_id","role_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_unique" ON "api_keys" USING btree ("store_id","key_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_position_unique" ON "audit_entries" USING btree ("store_id","position");
--> statement-breakpoint
CREATE INDEX "audit_entries_unsealed" ON "audit_entries" USING btree ("store_id","id") WHERE position is null;
--> statement-breakpoint
CREATE INDEX "audit_entries_newest" ON "audit_entries" USING btree ("store_id","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_actor" ON "audit_entries" USING btree ("store_id","actor_id","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("store_id","subject_id","id");
--> statement-breakpoint
CREATE INDEX "audit_entries_action" ON "audit_entries" USING btree ("store_id","action","id");
--> statement-breakpoint
CREATE INDEX "consents_newest" ON "consents" USING btree ("store_id","user_id","purpose","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "totp_factors_user_unique" ON "totp_factors" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_code_unique" ON "recovery_codes" USING btree ("user_id","code_hash");
--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential_unique" ON "passkeys" USING btree ("store_id","credential_id");
--> statement-breakpoint
CREATE INDEX "passkeys_user" ON "passkeys" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_token_unique" ON "challenges" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "challenges_expiry" ON "challenges" USING btree ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "username_reservations_name_unique" ON "username_reservations" USING btree ("store_id","username_canonical");
--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_token_unique" ON "email_changes" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "email_changes_user" ON "email_changes" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE INDEX "orders_unclaimed" ON "orders" USING btree ("store_id","email_canonical") WHERE user_id is null;
--> statement-breakpoint
CREATE POLICY "roles_own_store" ON "roles" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "role_grants_own_store" ON "role_grants" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "api_keys_own_store" ON "api_keys" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "audit_entries_own_store" ON "audit_entries" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "consents_own_store" ON "consents" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "totp_factors_own_store" ON "totp_factors" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "recovery_codes_own_store" ON "recovery_codes" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "passkeys_own_store" ON "passkeys" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "challenges_own_store" ON "challenges" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "username_reservations_own_store" ON "username_reservations" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "email_changes_own_store" ON "email_changes" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
