-- A count of a day is added to the month of its unit and of every unit above.
CREATE TRIGGER figure_days_added AFTER INSERT ON figure_days BEGIN
	INSERT INTO figure_months (scope_id, month, measure, kind, topic, records, adds)
		SELECT ancestor_id, substr(NEW.on_date, 1, 7), NEW.measure, NEW.kind, NEW.topic, NEW.records, NEW.adds
		FROM unit_closure WHERE descendant_id = NEW.unit_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;

-- A count of a day that goes is taken from the month of its unit and of every unit above.
CREATE TRIGGER figure_days_taken AFTER DELETE ON figure_days BEGIN
	UPDATE figure_months SET records = records - OLD.records, adds = adds - OLD.adds
	WHERE scope_id IN (SELECT ancestor_id FROM unit_closure WHERE descendant_id = OLD.unit_id)
		AND month = substr(OLD.on_date, 1, 7) AND measure = OLD.measure AND kind = OLD.kind AND topic = OLD.topic;
END;

-- A record is not counted in a month that was reported as checked and empty.
CREATE TRIGGER figure_days_none_in_zero BEFORE INSERT ON figure_days
WHEN EXISTS (
	SELECT 1 FROM unit_closure c JOIN activities z ON z.unit_id = c.ancestor_id
	WHERE c.descendant_id = NEW.unit_id AND z.zero_month = substr(NEW.on_date, 1, 7) AND z.is_removed = 0
		AND z.zero_kind = CASE NEW.measure WHEN 'banquets-held' THEN 'banquet' WHEN 'banquets-dissuaded' THEN 'dissuasion'
			WHEN 'activities' THEN NEW.kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-checked-zero');
END;
