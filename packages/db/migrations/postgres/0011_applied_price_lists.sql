ALTER TABLE "price_lists" ADD COLUMN "is_applied" boolean DEFAULT false NOT NULL;
