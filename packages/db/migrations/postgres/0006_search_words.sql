-- The words that products are found by, and what is left of each when letters are dropped: a word that
-- was typed wrongly and the word that was meant share such a fragment.
CREATE TABLE "search_words" (
	"store_id" uuid NOT NULL REFERENCES "stores" ("id"),
	"word" text NOT NULL,
	PRIMARY KEY ("store_id", "word")
);
--> statement-breakpoint
CREATE TABLE "search_fragments" (
	"store_id" uuid NOT NULL,
	"fragment" text NOT NULL,
	"word" text NOT NULL,
	PRIMARY KEY ("store_id", "fragment", "word"),
	FOREIGN KEY ("store_id", "word") REFERENCES "search_words" ("store_id", "word") ON DELETE CASCADE
);
--> statement-breakpoint
CREATE INDEX "search_fragments_word" ON "search_fragments" ("store_id", "word");
