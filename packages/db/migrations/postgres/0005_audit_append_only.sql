-- Audit entries are written once. After that they may only be sealed, once, and lose what identifies a person.
CREATE FUNCTION audit_entries_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit entries are never changed or deleted';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION audit_entries_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries
FOR EACH ROW WHEN (
	new.id IS DISTINCT FROM old.id
	OR new.store_id IS DISTINCT FROM old.store_id
	OR new.action IS DISTINCT FROM old.action
	OR new.actor_kind IS DISTINCT FROM old.actor_kind
	OR new.actor_id IS DISTINCT FROM old.actor_id
	OR new.subject_type IS DISTINCT FROM old.subject_type
	OR new.subject_id IS DISTINCT FROM old.subject_id
	OR new.details IS DISTINCT FROM old.details
	OR new.personal_digest IS DISTINCT FROM old.personal_digest
	OR new.request_id IS DISTINCT FROM old.request_id
	OR new.occurred_at IS DISTINCT FROM old.occurred_at
	OR (new.personal IS DISTINCT FROM old.personal AND new.personal IS NOT NULL)
	OR (old.position IS NOT NULL AND (
		new.position IS DISTINCT FROM old.position
		OR new.key_id IS DISTINCT FROM old.key_id
		OR new.previous_hash IS DISTINCT FROM old.previous_hash
		OR new.hash IS DISTINCT FROM old.hash
	))
) EXECUTE FUNCTION audit_entries_refuse();
