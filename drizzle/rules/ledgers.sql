-- The rows of an import are not changed once it was committed or dropped.
CREATE TRIGGER import_rows_closed BEFORE UPDATE OF reading, revision, decision, likeness, record_likeness ON import_rows
WHEN EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.import_id)
	OR EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-closed');
END;

-- An import is committed when every row is decided and the number of new rows is the one that was shown.
CREATE TRIGGER import_landings_ready BEFORE INSERT ON import_landings BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) THEN RAISE(ABORT, 'refusal:import-closed')
		WHEN EXISTS (SELECT 1 FROM import_rows WHERE import_id = NEW.import_id AND state IN ('unread', 'wrong', 'doubtful'))
			OR NEW.records = 0 THEN RAISE(ABORT, 'refusal:import-not-ready')
		WHEN NEW.records <> (SELECT count(*) FROM import_rows WHERE import_id = NEW.import_id AND state = 'new')
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
