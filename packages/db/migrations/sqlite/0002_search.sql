-- The searchable text of products, derived from them and rebuilt at will. FTS5 reads it by rowid, so
-- it has an integer key of its own.
CREATE TABLE search_documents (
	document_id integer PRIMARY KEY,
	product_id text NOT NULL UNIQUE REFERENCES products (id) ON DELETE CASCADE,
	store_id text NOT NULL REFERENCES stores (id),
	title text NOT NULL,
	vendor text NOT NULL,
	keywords text NOT NULL,
	body text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5 (
	title, vendor, keywords, body,
	content = 'search_documents', content_rowid = 'document_id',
	tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3'
);
--> statement-breakpoint
CREATE TRIGGER search_documents_inserted AFTER INSERT ON search_documents BEGIN
	INSERT INTO search_index (rowid, title, vendor, keywords, body)
	VALUES (new.document_id, new.title, new.vendor, new.keywords, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_deleted AFTER DELETE ON search_documents BEGIN
	INSERT INTO search_index (search_index, rowid, title, vendor, keywords, body)
	VALUES ('delete', old.document_id, old.title, old.vendor, old.keywords, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_updated AFTER UPDATE ON search_documents BEGIN
	INSERT INTO search_index (search_index, rowid, title, vendor, keywords, body)
	VALUES ('delete', old.document_id, old.title, old.vendor, old.keywords, old.body);
	INSERT INTO search_index (rowid, title, vendor, keywords, body)
	VALUES (new.document_id, new.title, new.vendor, new.keywords, new.body);
END;
