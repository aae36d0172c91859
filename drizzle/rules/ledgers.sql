-- Imports whose rows were compared before something like them was recorded in their unit or above it, or while another import is being written.
CREATE VIEW outdated_imports AS SELECT i.id AS import_id FROM imports i JOIN ledger_subjects l ON l.ledger = i.ledger WHERE (
	EXISTS (SELECT 1 FROM import_progress p WHERE p.import_id <> i.id)
	OR EXISTS (
		SELECT 1 FROM audit_entries a WHERE a.rowid > coalesce(i.compared_act, 0)
			AND (a.subject_type = l.subject_type
				OR (a.verb IN ('landImport', 'undoImport') AND a.subject_id <> i.id))
			AND (a.unit_id IS NULL
				OR EXISTS (SELECT 1 FROM unit_closure c WHERE c.ancestor_id = i.unit_id AND c.descendant_id = a.unit_id)
				OR EXISTS (SELECT 1 FROM unit_closure c WHERE c.ancestor_id = a.unit_id AND c.descendant_id = i.unit_id))
	)
);

-- The rows of an import are not changed once it was committed or dropped.
CREATE TRIGGER import_rows_closed BEFORE UPDATE OF reading, revision, decision, likeness, record_likeness ON import_rows
WHEN EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.import_id)
	OR EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-closed');
END;

-- An import is committed when every row is decided, the number of new rows is the one that was shown, and nothing like them was recorded since they were compared.
CREATE TRIGGER import_landings_ready BEFORE INSERT ON import_landings BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) THEN RAISE(ABORT, 'refusal:import-closed')
		WHEN EXISTS (SELECT 1 FROM import_rows WHERE import_id = NEW.import_id AND state IN ('unread', 'wrong', 'doubtful'))
			OR NEW.records = 0 THEN RAISE(ABORT, 'refusal:import-not-ready')
		WHEN NEW.records <> (SELECT count(*) FROM import_rows WHERE import_id = NEW.import_id AND state = 'new')
			THEN RAISE(ABORT, 'refusal:import-outdated')
		WHEN EXISTS (SELECT 1 FROM outdated_imports WHERE import_id = NEW.import_id)
			THEN RAISE(ABORT, 'refusal:import-outdated')
	END;
END;

-- An import that was committed is not dropped.
CREATE TRIGGER import_drops_open BEFORE INSERT ON import_drops
WHEN EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-closed');
END;

-- An import is undone once all its records were committed.
CREATE TRIGGER import_undos_of_whole BEFORE INSERT ON import_undos
WHEN EXISTS (SELECT 1 FROM import_progress WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-not-landed');
END;
