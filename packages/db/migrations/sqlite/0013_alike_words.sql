-- Words alike by their trigrams, for what is misspelt too badly to share a fragment. Triggers keep the index.
CREATE VIRTUAL TABLE search_trigrams USING fts5 (store_id UNINDEXED, word, tokenize = 'trigram');
--> statement-breakpoint
INSERT INTO search_trigrams (store_id, word) SELECT store_id, word FROM search_words WHERE length(word) > 2;
--> statement-breakpoint
CREATE TRIGGER search_words_inserted AFTER INSERT ON search_words WHEN length(new.word) > 2 BEGIN
	INSERT INTO search_trigrams (store_id, word) VALUES (new.store_id, new.word);
END;
--> statement-breakpoint
CREATE TRIGGER search_words_deleted AFTER DELETE ON search_words WHEN length(old.word) > 2 BEGIN
	DELETE FROM search_trigrams
	WHERE search_trigrams MATCH 'word : "' || old.word || '"'
		AND store_id = old.store_id AND word = old.word;
END;
