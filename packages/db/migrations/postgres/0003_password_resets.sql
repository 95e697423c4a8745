CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"request_ip" text NOT NULL,
	"use_ip" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "password_resets" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "password_resets" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_token_unique" ON "password_resets" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE INDEX "login_attempts_user" ON "login_attempts" USING btree ("store_id","user_id","id");
--> statement-breakpoint
CREATE POLICY "password_resets_own_store" ON "password_resets" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
