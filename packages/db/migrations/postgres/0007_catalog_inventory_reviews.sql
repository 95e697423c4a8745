CREATE TABLE "assets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"storage_key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"widths" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assets_purpose_known" CHECK (purpose in ('catalog', 'review', 'import')),
	CONSTRAINT "assets_bytes_positive" CHECK (bytes > 0)
);

--> statement-breakpoint
ALTER TABLE "assets" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "assets" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "brands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"logo_url" text,
	"seo_title" text NOT NULL,
	"seo_description" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "brands" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "brands" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "product_types" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "product_types" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "product_types" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "attributes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_type_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"unit" text NOT NULL,
	"choices" jsonb NOT NULL,
	"is_required" boolean NOT NULL,
	"is_filterable" boolean NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attributes_type_known" CHECK (type in ('text', 'number', 'boolean', 'choice', 'choices'))
);

--> statement-breakpoint
ALTER TABLE "attributes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "attributes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"kind" text NOT NULL,
	"rules" jsonb NOT NULL,
	"match_all" boolean NOT NULL,
	"sort" text NOT NULL,
	"picture_url" text,
	"picture_alt" text,
	"seo_title" text NOT NULL,
	"seo_description" text NOT NULL,
	"is_published" boolean NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "collections_kind_known" CHECK (kind in ('manual', 'rules')),
	CONSTRAINT "collections_sort_known" CHECK (sort in ('manual', 'newest', 'price_asc', 'price_desc', 'title', 'rating'))
);

--> statement-breakpoint
ALTER TABLE "collections" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "collections" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "former_slugs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "former_slugs_kind_known" CHECK (kind in ('product', 'category', 'collection', 'brand'))
);

--> statement-breakpoint
ALTER TABLE "former_slugs" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "former_slugs" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"texts" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "translations_kind_known" CHECK (kind in ('product', 'category', 'collection', 'brand', 'attribute'))
);

--> statement-breakpoint
ALTER TABLE "translations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "translations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "product_relations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "product_relations_kind_known" CHECK (kind in ('related', 'accessory', 'upgrade')),
	CONSTRAINT "product_relations_not_itself" CHECK (product_id <> related_id)
);

--> statement-breakpoint
ALTER TABLE "product_relations" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "product_relations" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "attribute_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"attribute_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"text" text NOT NULL,
	"thousandths" bigint,
	"position" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "attribute_values" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "attribute_values" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "cache_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"shard" integer NOT NULL,
	"value" bigint NOT NULL
);

--> statement-breakpoint
ALTER TABLE "cache_versions" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "cache_versions" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "collection_products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"collection_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"position" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "collection_products" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "collection_products" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "customer_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "customer_groups" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_groups" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "customer_group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "customer_group_members" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "customer_group_members" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "import_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"format" text NOT NULL,
	"asset_id" uuid NOT NULL,
	"is_dry_run" boolean NOT NULL,
	"mapping" jsonb,
	"status" text NOT NULL,
	"failure" text,
	"total" integer,
	"processed" integer NOT NULL,
	"created" integer NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"refused" integer NOT NULL,
	"lease_holder" text,
	"lease_until" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_jobs_format_known" CHECK (format in ('shopify_csv', 'jsonl', 'mapped_json')),
	CONSTRAINT "import_jobs_status_known" CHECK (status in ('queued', 'running', 'finished', 'failed', 'canceled')),
	CONSTRAINT "import_jobs_counts_positive" CHECK (processed >= 0 and created >= 0 and updated >= 0 and unchanged >= 0 and refused >= 0)
);

--> statement-breakpoint
ALTER TABLE "import_jobs" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_jobs" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "import_problems" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"column" text NOT NULL,
	"message" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "import_problems" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "import_problems" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"number" text NOT NULL,
	"from_location_id" uuid NOT NULL,
	"to_location_id" uuid NOT NULL,
	"status" text NOT NULL,
	"note" text NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_transfers_status_known" CHECK (status in ('draft', 'sent', 'received', 'canceled')),
	CONSTRAINT "stock_transfers_goes_somewhere" CHECK (from_location_id <> to_location_id)
);

--> statement-breakpoint
ALTER TABLE "stock_transfers" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_transfers" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_transfer_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"transfer_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"received" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "stock_transfer_lines_quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "stock_transfer_lines_received_range" CHECK (received between 0 and quantity)
);

--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "bundle_components" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"bundle_id" uuid NOT NULL,
	"component_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "bundle_components_quantity_positive" CHECK (quantity > 0),
	CONSTRAINT "bundle_components_not_itself" CHECK (bundle_id <> component_id)
);

--> statement-breakpoint
ALTER TABLE "bundle_components" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "bundle_components" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "stock_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text NOT NULL,
	"email_canonical" text NOT NULL,
	"token_hash" text NOT NULL,
	"notified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "stock_alerts" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_alerts" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "product_prices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"min_price" bigint NOT NULL,
	"max_price" bigint NOT NULL,
	"compare_at_price" bigint,
	CONSTRAINT "product_prices_price_ordered" CHECK (0 <= min_price and min_price <= max_price)
);

--> statement-breakpoint
ALTER TABLE "product_prices" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "product_prices" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "price_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"customer_group_id" uuid,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"is_active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "price_lists_period_ordered" CHECK (starts_at < ends_at)
);

--> statement-breakpoint
ALTER TABLE "price_lists" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "price_lists" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "price_list_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"price_list_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"min_quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "price_list_entries_quantity_range" CHECK (min_quantity between 1 and 999),
	CONSTRAINT "price_list_entries_amount_positive" CHECK (amount >= 0)
);

--> statement-breakpoint
ALTER TABLE "price_list_entries" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "price_list_entries" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "price_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint,
	"compare_at" bigint,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"reference" text NOT NULL
);

--> statement-breakpoint
ALTER TABLE "price_history" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "price_history" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"order_line_id" uuid,
	"variant_title" text NOT NULL,
	"user_id" uuid,
	"author_name" text NOT NULL,
	"rating" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"status" text NOT NULL,
	"rejection_reason" text,
	"rejection_note" text NOT NULL,
	"moderated_by" uuid,
	"moderated_at" timestamp (3) with time zone,
	"reply" text NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"helpful_count" integer NOT NULL,
	"unhelpful_count" integer NOT NULL,
	"picture_count" integer NOT NULL,
	"open_reports" integer NOT NULL,
	"import_key" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_rating_range" CHECK (rating between 1 and 5),
	CONSTRAINT "reviews_status_known" CHECK (status in ('pending', 'published', 'rejected')),
	CONSTRAINT "reviews_reason_known" CHECK (rejection_reason in ('offensive', 'spam', 'personal_data', 'off_topic', 'not_about_product', 'illegal', 'other')),
	CONSTRAINT "reviews_rejected_has_reason" CHECK (status <> 'rejected' or rejection_reason is not null),
	CONSTRAINT "reviews_counts_positive" CHECK (helpful_count >= 0 and unhelpful_count >= 0 and open_reports >= 0)
);

--> statement-breakpoint
ALTER TABLE "reviews" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "reviews" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "review_pictures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	"position" integer NOT NULL
);

--> statement-breakpoint
ALTER TABLE "review_pictures" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "review_pictures" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "review_votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_helpful" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
ALTER TABLE "review_votes" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "review_votes" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE TABLE "review_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"store_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_reports_reason_known" CHECK (reason in ('offensive', 'spam', 'personal_data', 'off_topic', 'other'))
);

--> statement-breakpoint
ALTER TABLE "review_reports" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "review_reports" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "stock_movements" DROP CONSTRAINT "stock_movements_type_known";
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "default_locale" text DEFAULT 'en' NOT NULL;
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "locales" jsonb;
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "currencies" jsonb;
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "low_stock_threshold" integer DEFAULT 5 NOT NULL;
--> statement-breakpoint
ALTER TABLE "stores" ADD COLUMN "moderates_reviews" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "seo_title" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "seo_description" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "brand_id" uuid;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "product_type_id" uuid;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "unpublish_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "deleted_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "custom_fields" jsonb;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating_sum" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating_average" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating1_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating2_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating3_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating4_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "rating5_count" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "asset_id" uuid;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "length_mm" integer;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "width_mm" integer;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "height_mm" integer;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "preorder_ships_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "is_bundle" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "low_stock_threshold" integer;
--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "custom_fields" jsonb;
--> statement-breakpoint
ALTER TABLE "stock_locations" ADD COLUMN "country_code" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "stock_locations" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
ALTER TABLE "stock_reservations" ADD COLUMN "expires_at" timestamp (3) with time zone;
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "note" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "actor_id" uuid;
--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "brands" ADD CONSTRAINT "brands_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_types" ADD CONSTRAINT "product_types_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attributes" ADD CONSTRAINT "attributes_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attributes" ADD CONSTRAINT "attributes_product_type_id_fk" FOREIGN KEY ("product_type_id") REFERENCES "public"."product_types"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collections" ADD CONSTRAINT "collections_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_relations" ADD CONSTRAINT "product_relations_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_relations" ADD CONSTRAINT "product_relations_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_relations" ADD CONSTRAINT "product_relations_related_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attribute_values" ADD CONSTRAINT "attribute_values_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attribute_values" ADD CONSTRAINT "attribute_values_attribute_id_fk" FOREIGN KEY ("attribute_id") REFERENCES "public"."attributes"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attribute_values" ADD CONSTRAINT "attribute_values_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cache_versions" ADD CONSTRAINT "cache_versions_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collection_products" ADD CONSTRAINT "collection_products_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collection_products" ADD CONSTRAINT "collection_products_collection_id_fk" FOREIGN KEY ("collection_id") REFERENCES "public"."collections"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "collection_products" ADD CONSTRAINT "collection_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_groups" ADD CONSTRAINT "customer_groups_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_group_members" ADD CONSTRAINT "customer_group_members_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_group_members" ADD CONSTRAINT "customer_group_members_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "customer_group_members" ADD CONSTRAINT "customer_group_members_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_jobs" ADD CONSTRAINT "import_jobs_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_jobs" ADD CONSTRAINT "import_jobs_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."import_jobs"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_from_location_id_fk" FOREIGN KEY ("from_location_id") REFERENCES "public"."stock_locations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_to_location_id_fk" FOREIGN KEY ("to_location_id") REFERENCES "public"."stock_locations"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_transfer_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."stock_transfers"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "bundle_components" ADD CONSTRAINT "bundle_components_component_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."variants"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_alerts" ADD CONSTRAINT "stock_alerts_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_alerts" ADD CONSTRAINT "stock_alerts_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "stock_alerts" ADD CONSTRAINT "stock_alerts_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_prices" ADD CONSTRAINT "product_prices_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_customer_group_id_fk" FOREIGN KEY ("customer_group_id") REFERENCES "public"."customer_groups"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_list_entries" ADD CONSTRAINT "price_list_entries_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_list_entries" ADD CONSTRAINT "price_list_entries_price_list_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_list_entries" ADD CONSTRAINT "price_list_entries_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_variant_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_pictures" ADD CONSTRAINT "review_pictures_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_pictures" ADD CONSTRAINT "review_pictures_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_pictures" ADD CONSTRAINT "review_pictures_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_votes" ADD CONSTRAINT "review_votes_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_store_id_fk" FOREIGN KEY ("store_id") REFERENCES "public"."stores"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_review_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "assets_key_unique" ON "assets" USING btree ("store_id","storage_key");
--> statement-breakpoint
CREATE INDEX "assets_content" ON "assets" USING btree ("store_id","purpose","sha256");
--> statement-breakpoint
CREATE INDEX "assets_newest" ON "assets" USING btree ("store_id","purpose","id");
--> statement-breakpoint
CREATE INDEX "assets_uploader" ON "assets" USING btree ("store_id","uploaded_by");
--> statement-breakpoint
CREATE UNIQUE INDEX "brands_slug_unique" ON "brands" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "brands_name_unique" ON "brands" USING btree ("store_id","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_types_slug_unique" ON "product_types" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_types_name_unique" ON "product_types" USING btree ("store_id","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "attributes_code_unique" ON "attributes" USING btree ("store_id","code");
--> statement-breakpoint
CREATE INDEX "attributes_type" ON "attributes" USING btree ("store_id","product_type_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "collections_slug_unique" ON "collections" USING btree ("store_id","slug");
--> statement-breakpoint
CREATE INDEX "collections_position" ON "collections" USING btree ("store_id","position","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "former_slugs_slug_unique" ON "former_slugs" USING btree ("store_id","kind","slug");
--> statement-breakpoint
CREATE INDEX "former_slugs_subject" ON "former_slugs" USING btree ("store_id","subject_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "translations_locale_unique" ON "translations" USING btree ("store_id","subject_id","locale");
--> statement-breakpoint
CREATE INDEX "translations_kind" ON "translations" USING btree ("store_id","kind","locale");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_relations_relation_unique" ON "product_relations" USING btree ("product_id","kind","related_id");
--> statement-breakpoint
CREATE INDEX "product_relations_related" ON "product_relations" USING btree ("store_id","related_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "attribute_values_value_unique" ON "attribute_values" USING btree ("product_id","attribute_id","text");
--> statement-breakpoint
CREATE INDEX "attribute_values_text" ON "attribute_values" USING btree ("store_id","attribute_id","text","product_id");
--> statement-breakpoint
CREATE INDEX "attribute_values_number" ON "attribute_values" USING btree ("store_id","attribute_id","thousandths","product_id") WHERE thousandths is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "cache_versions_shard_unique" ON "cache_versions" USING btree ("store_id","scope","shard");
--> statement-breakpoint
CREATE UNIQUE INDEX "collection_products_product_unique" ON "collection_products" USING btree ("collection_id","product_id");
--> statement-breakpoint
CREATE INDEX "collection_products_position" ON "collection_products" USING btree ("store_id","collection_id","position","product_id");
--> statement-breakpoint
CREATE INDEX "collection_products_product" ON "collection_products" USING btree ("store_id","product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "customer_groups_name_unique" ON "customer_groups" USING btree ("store_id","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "customer_group_members_member_unique" ON "customer_group_members" USING btree ("group_id","user_id");
--> statement-breakpoint
CREATE INDEX "customer_group_members_user" ON "customer_group_members" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE INDEX "import_jobs_newest" ON "import_jobs" USING btree ("store_id","id");
--> statement-breakpoint
CREATE INDEX "import_jobs_waiting" ON "import_jobs" USING btree ("store_id","status","id") WHERE status in ('queued', 'running');
--> statement-breakpoint
CREATE INDEX "import_problems_row" ON "import_problems" USING btree ("store_id","job_id","row","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_transfers_number_unique" ON "stock_transfers" USING btree ("store_id","number");
--> statement-breakpoint
CREATE INDEX "stock_transfers_newest" ON "stock_transfers" USING btree ("store_id","id");
--> statement-breakpoint
CREATE INDEX "stock_transfers_status" ON "stock_transfers" USING btree ("store_id","status","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_transfer_lines_variant_unique" ON "stock_transfer_lines" USING btree ("transfer_id","variant_id");
--> statement-breakpoint
CREATE INDEX "stock_transfer_lines_variant" ON "stock_transfer_lines" USING btree ("store_id","variant_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "bundle_components_component_unique" ON "bundle_components" USING btree ("bundle_id","component_id");
--> statement-breakpoint
CREATE INDEX "bundle_components_bundle" ON "bundle_components" USING btree ("store_id","bundle_id","position");
--> statement-breakpoint
CREATE INDEX "bundle_components_component" ON "bundle_components" USING btree ("store_id","component_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_alerts_waiting_unique" ON "stock_alerts" USING btree ("variant_id","email_canonical") WHERE notified_at is null;
--> statement-breakpoint
CREATE INDEX "stock_alerts_waiting" ON "stock_alerts" USING btree ("store_id","variant_id") WHERE notified_at is null;
--> statement-breakpoint
CREATE UNIQUE INDEX "stock_alerts_token_unique" ON "stock_alerts" USING btree ("store_id","token_hash");
--> statement-breakpoint
CREATE INDEX "stock_alerts_person" ON "stock_alerts" USING btree ("store_id","email_canonical");
--> statement-breakpoint
CREATE INDEX "stock_alerts_user" ON "stock_alerts" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_prices_currency_unique" ON "product_prices" USING btree ("product_id","currency");
--> statement-breakpoint
CREATE INDEX "product_prices_price" ON "product_prices" USING btree ("store_id","currency","min_price","product_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "price_lists_name_unique" ON "price_lists" USING btree ("store_id","name");
--> statement-breakpoint
CREATE INDEX "price_lists_group" ON "price_lists" USING btree ("store_id","customer_group_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "price_list_entries_step_unique" ON "price_list_entries" USING btree ("price_list_id","variant_id","min_quantity");
--> statement-breakpoint
CREATE INDEX "price_list_entries_variant" ON "price_list_entries" USING btree ("store_id","variant_id");
--> statement-breakpoint
CREATE INDEX "price_history_variant" ON "price_history" USING btree ("store_id","variant_id","currency","valid_from","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_order_line_unique" ON "reviews" USING btree ("store_id","order_line_id") WHERE order_line_id is not null;
--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_import_unique" ON "reviews" USING btree ("store_id","import_key") WHERE import_key is not null;
--> statement-breakpoint
CREATE INDEX "reviews_newest" ON "reviews" USING btree ("store_id","product_id","written_at","id") WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX "reviews_rating" ON "reviews" USING btree ("store_id","product_id","rating","written_at","id") WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX "reviews_helpful" ON "reviews" USING btree ("store_id","product_id","helpful_count","id") WHERE status = 'published';
--> statement-breakpoint
CREATE INDEX "reviews_queue" ON "reviews" USING btree ("store_id","status","id");
--> statement-breakpoint
CREATE INDEX "reviews_reported" ON "reviews" USING btree ("store_id","open_reports","id") WHERE open_reports > 0;
--> statement-breakpoint
CREATE INDEX "reviews_user" ON "reviews" USING btree ("store_id","user_id","id");
--> statement-breakpoint
CREATE UNIQUE INDEX "review_pictures_asset_unique" ON "review_pictures" USING btree ("store_id","asset_id");
--> statement-breakpoint
CREATE INDEX "review_pictures_review" ON "review_pictures" USING btree ("store_id","review_id","position");
--> statement-breakpoint
CREATE UNIQUE INDEX "review_votes_vote_unique" ON "review_votes" USING btree ("review_id","user_id");
--> statement-breakpoint
CREATE INDEX "review_votes_user" ON "review_votes" USING btree ("store_id","user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "review_reports_report_unique" ON "review_reports" USING btree ("review_id","user_id");
--> statement-breakpoint
CREATE INDEX "review_reports_open" ON "review_reports" USING btree ("store_id","review_id") WHERE closed_at is null;
--> statement-breakpoint
CREATE INDEX "review_reports_user" ON "review_reports" USING btree ("store_id","user_id");
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_brand_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_product_type_id_fk" FOREIGN KEY ("product_type_id") REFERENCES "public"."product_types"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "categories_parent" ON "categories" USING btree ("store_id","parent_id","position");
--> statement-breakpoint
CREATE INDEX "products_category_rating" ON "products" USING btree ("store_id","category_id","rating_average","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_rating" ON "products" USING btree ("store_id","rating_average","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_brand" ON "products" USING btree ("store_id","brand_id","published_at","id") WHERE status = 'active';
--> statement-breakpoint
CREATE INDEX "products_product_type" ON "products" USING btree ("store_id","product_type_id");
--> statement-breakpoint
CREATE INDEX "products_updated" ON "products" USING btree ("store_id","updated_at","id");
--> statement-breakpoint
CREATE INDEX "media_asset" ON "media" USING btree ("store_id","asset_id") WHERE asset_id is not null;
--> statement-breakpoint
CREATE INDEX "variants_barcode" ON "variants" USING btree ("store_id","barcode") WHERE barcode is not null;
--> statement-breakpoint
CREATE INDEX "stock_reservations_expiry" ON "stock_reservations" USING btree ("store_id","expires_at") WHERE status = 'held' and expires_at is not null;
--> statement-breakpoint
CREATE INDEX "stock_movements_newest" ON "stock_movements" USING btree ("store_id","id");
--> statement-breakpoint
CREATE INDEX "stock_movements_reference" ON "stock_movements" USING btree ("store_id","reference");
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_deleted_is_not_active" CHECK (deleted_at is null or status <> 'active');
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_rating_adds_up" CHECK (rating_count = rating1_count + rating2_count + rating3_count + rating4_count + rating5_count and rating_sum = rating1_count + 2 * rating2_count + 3 * rating3_count + 4 * rating4_count + 5 * rating5_count);
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_rating_counts_positive" CHECK (rating1_count >= 0 and rating2_count >= 0 and rating3_count >= 0 and rating4_count >= 0 and rating5_count >= 0);
--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_measures_positive" CHECK (length_mm > 0 and width_mm > 0 and height_mm > 0);
--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_low_stock_positive" CHECK (low_stock_threshold >= 0);
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_type_known" CHECK (type in ('receive', 'adjust', 'count', 'reserve', 'release', 'allocate', 'deallocate', 'ship', 'return', 'transfer_out', 'transfer_in'));
--> statement-breakpoint
CREATE POLICY "assets_own_store" ON "assets" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "brands_own_store" ON "brands" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "product_types_own_store" ON "product_types" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "attributes_own_store" ON "attributes" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "collections_own_store" ON "collections" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "former_slugs_own_store" ON "former_slugs" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "translations_own_store" ON "translations" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "product_relations_own_store" ON "product_relations" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "attribute_values_own_store" ON "attribute_values" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "cache_versions_own_store" ON "cache_versions" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "collection_products_own_store" ON "collection_products" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "customer_groups_own_store" ON "customer_groups" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "customer_group_members_own_store" ON "customer_group_members" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "import_jobs_own_store" ON "import_jobs" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "import_problems_own_store" ON "import_problems" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_transfers_own_store" ON "stock_transfers" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_transfer_lines_own_store" ON "stock_transfer_lines" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "bundle_components_own_store" ON "bundle_components" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "stock_alerts_own_store" ON "stock_alerts" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "product_prices_own_store" ON "product_prices" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "price_lists_own_store" ON "price_lists" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "price_list_entries_own_store" ON "price_list_entries" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "price_history_own_store" ON "price_history" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "reviews_own_store" ON "reviews" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "review_pictures_own_store" ON "review_pictures" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "review_votes_own_store" ON "review_votes" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
--> statement-breakpoint
CREATE POLICY "review_reports_own_store" ON "review_reports" AS PERMISSIVE FOR ALL TO public USING (current_setting('app.store_id', true) in ('*', store_id::text)) WITH CHECK (current_setting('app.store_id', true) in ('*', store_id::text));
