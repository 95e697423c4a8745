-- Words alike by their trigrams, for what is misspelt too badly to share a fragment. The extension comes with
-- PostgreSQL and is a trusted one: whoever may create in the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "search_words_trigrams" ON "search_words" USING gin ("word" gin_trgm_ops);
