ALTER TABLE "price_lists" ADD COLUMN "is_applied" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "price_history" ADD COLUMN "actor_id" uuid;
