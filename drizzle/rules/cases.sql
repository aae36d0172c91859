-- A case is of the town or of a village.
CREATE TRIGGER cases_of_office BEFORE INSERT ON cases
WHEN (SELECT kind FROM units WHERE id = NEW.unit_id) NOT IN (SELECT kind FROM office_kinds) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-without-office');
END;

-- A case goes to the town or to a village.
CREATE TRIGGER cases_of_office_still BEFORE UPDATE OF unit_id ON cases
WHEN (SELECT kind FROM units WHERE id = NEW.unit_id) NOT IN (SELECT kind FROM office_kinds) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-without-office');
END;

-- A case is not received after the day on which it is written down.
CREATE TRIGGER cases_received_by_now BEFORE INSERT ON cases
WHEN NEW.received_on > date(NEW.at / 1000 + 28800, 'unixepoch') BEGIN
	SELECT RAISE(ABORT, 'refusal:date-in-future');
END;

-- A case is not moved to a day after that of the correction.
CREATE TRIGGER cases_received_by_now_still BEFORE UPDATE OF received_on ON cases
WHEN NEW.received_on > date(coalesce((SELECT e.at FROM acting a JOIN audit_entries e ON e.id = a.act_id), unixepoch() * 1000) / 1000 + 28800, 'unixepoch') BEGIN
	SELECT RAISE(ABORT, 'refusal:date-in-future');
END;

-- A case that was struck out is not changed.
CREATE TRIGGER cases_removed_stay BEFORE UPDATE ON cases WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:case-removed');
END;

-- A case is struck out only by its removal, and settled only by its settlement.
CREATE TRIGGER cases_kept_columns BEFORE UPDATE OF is_removed, settled_on ON cases
WHEN NEW.is_removed <> EXISTS (SELECT 1 FROM case_removals WHERE case_id = NEW.id)
	OR NEW.settled_on IS NOT (SELECT settled_on FROM case_settlements WHERE case_id = NEW.id) BEGIN
	SELECT RAISE(ABORT, 'a case is settled by its settlement and struck out by its removal alone');
END;

-- A new case is neither settled nor struck out.
CREATE TRIGGER cases_begin_open BEFORE INSERT ON cases WHEN NEW.settled_on IS NOT NULL OR NEW.is_removed <> 0 BEGIN
	SELECT RAISE(ABORT, 'a case begins open');
END;

-- A case is never deleted.
CREATE TRIGGER cases_kept BEFORE DELETE ON cases BEGIN
	SELECT RAISE(ABORT, 'a case is struck out and never deleted');
END;

-- A removal strikes the case out.
CREATE TRIGGER case_removals_mark AFTER INSERT ON case_removals BEGIN
	UPDATE cases SET is_removed = 1 WHERE id = NEW.case_id;
END;

-- A removal of a case is never taken back.
CREATE TRIGGER case_removals_stand BEFORE DELETE ON case_removals BEGIN
	SELECT RAISE(ABORT, 'a removal stands');
END;

-- A case is settled once, on a day from the one it was received on to the one on which that is written down, and not once it was struck out.
CREATE TRIGGER case_settlements_in_time BEFORE INSERT ON case_settlements BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM case_settlements WHERE case_id = NEW.case_id) THEN RAISE(ABORT, 'refusal:case-already-settled')
		WHEN (SELECT is_removed FROM cases WHERE id = NEW.case_id) THEN RAISE(ABORT, 'refusal:case-removed')
		WHEN NEW.settled_on < (SELECT received_on FROM cases WHERE id = NEW.case_id) THEN RAISE(ABORT, 'refusal:case-settled-before-received')
		WHEN NEW.settled_on > date(NEW.at / 1000 + 28800, 'unixepoch') THEN RAISE(ABORT, 'refusal:date-in-future')
	END;
END;

-- The same holds where the settlement is corrected.
CREATE TRIGGER case_settlements_in_time_still BEFORE UPDATE ON case_settlements BEGIN
	SELECT CASE
		WHEN NEW.case_id <> OLD.case_id THEN RAISE(ABORT, 'a settlement stays with its case')
		WHEN (SELECT is_removed FROM cases WHERE id = NEW.case_id) THEN RAISE(ABORT, 'refusal:case-removed')
		WHEN NEW.settled_on < (SELECT received_on FROM cases WHERE id = NEW.case_id) THEN RAISE(ABORT, 'refusal:case-settled-before-received')
		WHEN NEW.settled_on > date(coalesce((SELECT e.at FROM acting a JOIN audit_entries e ON e.id = a.act_id), unixepoch() * 1000) / 1000 + 28800, 'unixepoch')
			THEN RAISE(ABORT, 'refusal:date-in-future')
	END;
END;

-- A settlement is taken back only with a reason: the case is opened again.
CREATE TRIGGER case_settlements_reopened BEFORE DELETE ON case_settlements BEGIN
	SELECT CASE
		WHEN (SELECT is_removed FROM cases WHERE id = OLD.case_id) THEN RAISE(ABORT, 'refusal:case-removed')
		WHEN NOT EXISTS (SELECT 1 FROM acting a JOIN audit_entries e ON e.id = a.act_id
			WHERE e.verb = 'reopenCase' AND e.subject_id = OLD.case_id AND e.reason <> '') THEN RAISE(ABORT, 'a case is opened again only with a reason')
	END;
END;

-- A case is listed as settled from its settlement on.
CREATE TRIGGER case_settlements_mark AFTER INSERT ON case_settlements BEGIN
	UPDATE cases SET settled_on = NEW.settled_on WHERE id = NEW.case_id;
END;

-- A case is listed with the corrected day of its settlement.
CREATE TRIGGER case_settlements_mark_anew AFTER UPDATE OF settled_on ON case_settlements BEGIN
	UPDATE cases SET settled_on = NEW.settled_on WHERE id = NEW.case_id;
END;

-- A case that is opened again is listed as open.
CREATE TRIGGER case_settlements_unmark AFTER DELETE ON case_settlements BEGIN
	UPDATE cases SET settled_on = NULL WHERE id = OLD.case_id;
END;
