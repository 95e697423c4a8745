-- Audit entries are written once. After that they may only be sealed, once, and lose what identifies a person.
CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries BEGIN
	SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries
WHEN new.id IS NOT old.id
	OR new.store_id IS NOT old.store_id
	OR new.action IS NOT old.action
	OR new.actor_kind IS NOT old.actor_kind
	OR new.actor_id IS NOT old.actor_id
	OR new.subject_type IS NOT old.subject_type
	OR new.subject_id IS NOT old.subject_id
	OR new.details IS NOT old.details
	OR new.personal_digest IS NOT old.personal_digest
	OR new.request_id IS NOT old.request_id
	OR new.occurred_at IS NOT old.occurred_at
	OR (new.personal IS NOT old.personal AND new.personal IS NOT NULL)
	OR (old.position IS NOT NULL AND (
		new.position IS NOT old.position
		OR new.key_id IS NOT old.key_id
		OR new.previous_hash IS NOT old.previous_hash
		OR new.hash IS NOT old.hash
	))
BEGIN
	SELECT RAISE(ABORT, 'audit entries are never changed');
END;
