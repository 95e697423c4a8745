CREATE TABLE "reserved_parts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"bundle_id" uuid NOT NULL,
	"component_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "reserved_parts_quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "reserved_parts_not_itself" CHECK (bundle_id <> component_id)
);

--> statement-breakpoint
ALTER TABLE "reserved_parts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reserved_parts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reserved_parts" ADD CONSTRAINT "reserved_parts_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reserved_parts" ADD CONSTRAINT "reserved_parts_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reserved_parts" ADD CONSTRAINT "reserved_parts_component_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "reserved_parts_component_unique" ON "reserved_parts" USING btree ("store_id","payment_id","bundle_id","component_id");
--> statement-breakpoint
CREATE INDEX "variants_bundles" ON "variants" USING btree ("store_id","id") WHERE is_bundle;
--> statement-breakpoint
CREATE INDEX "price_list_entries_age" ON "price_list_entries" USING btree ("store_id","price_list_id","id");
--> statement-breakpoint
CREATE POLICY "reserved_parts_own_store" ON "reserved_parts" AS PERMISSIVE FOR ALL TO public USING (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*')) WITH CHECK (store_id = (select nullif(nullif(current_setting('app.store_id', true), ''), '*')::uuid) or (select current_setting('app.store_id', true) = '*'));
