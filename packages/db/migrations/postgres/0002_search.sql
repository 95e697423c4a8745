-- The searchable text of products, derived from them and rebuilt at will. No row-level security: its
-- operators are not leakproof, so a policy would keep the GIN index from being used. Every query
-- over it names its store.
CREATE TABLE "search_documents" (
	"product_id" uuid PRIMARY KEY REFERENCES "products" ("id") ON DELETE CASCADE,
	"store_id" uuid NOT NULL REFERENCES "stores" ("id"),
	"title" text NOT NULL,
	"vendor" text NOT NULL,
	"keywords" text NOT NULL,
	"body" text NOT NULL,
	"document" tsvector NOT NULL GENERATED ALWAYS AS (
		setweight(to_tsvector('english', "title"), 'A') ||
		setweight(to_tsvector('english', "vendor"), 'B') ||
		setweight(to_tsvector('english', "keywords"), 'B') ||
		setweight(to_tsvector('english', "body"), 'D')
	) STORED
);
--> statement-breakpoint
CREATE INDEX "search_documents_document" ON "search_documents" USING gin ("document");
