-- A count of a day is added to the sums of its unit and of every unit above: of the day, its month and its year.
CREATE TRIGGER figure_days_added AFTER INSERT ON figure_days BEGIN
	INSERT INTO figure_sums (scope_id, measure, grain, span, kind, topic, records, adds)
		SELECT ancestor_id, NEW.measure, grain, substr(NEW.on_date, 1, digits), NEW.kind, NEW.topic, NEW.records, NEW.adds
		FROM unit_closure CROSS JOIN grains WHERE descendant_id = NEW.unit_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;

-- What a count of a day changes is added to the sums of its unit and of every unit above.
CREATE TRIGGER figure_days_changed AFTER UPDATE OF records, adds ON figure_days BEGIN
	INSERT INTO figure_sums (scope_id, measure, grain, span, kind, topic, records, adds)
		SELECT ancestor_id, NEW.measure, grain, substr(NEW.on_date, 1, digits), NEW.kind, NEW.topic, NEW.records - OLD.records, NEW.adds - OLD.adds
		FROM unit_closure CROSS JOIN grains WHERE descendant_id = NEW.unit_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;

-- A count of a day that goes is taken from the sums of its unit and of every unit above.
CREATE TRIGGER figure_days_taken AFTER DELETE ON figure_days BEGIN
	INSERT INTO figure_sums (scope_id, measure, grain, span, kind, topic, records, adds)
		SELECT ancestor_id, OLD.measure, grain, substr(OLD.on_date, 1, digits), OLD.kind, OLD.topic, -OLD.records, -OLD.adds
		FROM unit_closure CROSS JOIN grains WHERE descendant_id = OLD.unit_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;

-- A record is not counted in a month that was reported as checked and empty.
CREATE TRIGGER figure_days_none_in_zero BEFORE INSERT ON figure_days
WHEN NEW.measure IN ('banquets-held', 'banquets-dissuaded', 'activities', 'cases-received') AND EXISTS (
	SELECT 1 FROM unit_closure c JOIN activities z ON z.unit_id = c.ancestor_id
	WHERE c.descendant_id = NEW.unit_id AND z.zero_month = substr(NEW.on_date, 1, 7) AND z.is_removed = 0
		AND z.zero_kind = CASE NEW.measure WHEN 'banquets-held' THEN 'banquet' WHEN 'banquets-dissuaded' THEN 'dissuasion'
			ELSE NEW.kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-checked-zero');
END;

-- What was said of a ledger's beginning is never changed: it is said anew.
CREATE TRIGGER ledger_starts_unchanged BEFORE UPDATE ON ledger_starts BEGIN
	SELECT RAISE(ABORT, 'the beginnings of ledgers are never changed');
END;

-- What was said of a ledger's beginning is never deleted.
CREATE TRIGGER ledger_starts_kept BEFORE DELETE ON ledger_starts BEGIN
	SELECT RAISE(ABORT, 'the beginnings of ledgers are never deleted');
END;
