-- An audit entry is never changed.
CREATE TRIGGER audit_entries_unchanged BEFORE UPDATE ON audit_entries BEGIN
	SELECT RAISE(ABORT, 'audit entries are never changed');
END;

-- An audit entry is never deleted.
CREATE TRIGGER audit_entries_kept BEFORE DELETE ON audit_entries BEGIN
	SELECT RAISE(ABORT, 'audit entries are never deleted');
END;

-- The one row that says which act is being written is never deleted.
CREATE TRIGGER acting_kept BEFORE DELETE ON acting BEGIN
	SELECT RAISE(ABORT, 'the one row of acting is never deleted');
END;
