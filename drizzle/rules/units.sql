-- A new unit is entered below itself and below every unit above it.
CREATE TRIGGER units_closure AFTER INSERT ON units BEGIN
	INSERT INTO unit_closure (ancestor_id, descendant_id)
		SELECT ancestor_id, NEW.id FROM unit_closure WHERE descendant_id = NEW.parent_id
		UNION ALL SELECT NEW.id, NEW.id;
END;

-- A unit never changes its kind or the unit above it: counts of the past were made by that tree.
CREATE TRIGGER units_stay BEFORE UPDATE OF parent_id, kind ON units BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-cannot-move');
END;

-- A unit goes into another of its kind of level, which begins on the day after its last one.
CREATE TRIGGER unit_successions_fit BEFORE INSERT ON unit_successions
WHEN NOT EXISTS (
	SELECT 1 FROM units f JOIN units t ON t.id = NEW.to_id AND t.valid_from_on = NEW.on_date AND t.valid_to_on IS NULL
		AND (f.kind IN ('village', 'community')) = (t.kind IN ('village', 'community')) AND (f.kind = 'group') = (t.kind = 'group')
	WHERE f.id = NEW.from_id AND f.valid_to_on = date(NEW.on_date, '-1 day')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-closed');
END;

-- A village that goes into another leaves nothing open below it, such as a group that was added at the same time.
CREATE TRIGGER unit_successions_empty BEFORE INSERT ON unit_successions
WHEN EXISTS (SELECT 1 FROM units WHERE parent_id = NEW.from_id AND valid_to_on IS NULL) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-units');
END;

-- A village is split from a day whose year is the last one in which it held banquets: later tables have no row of it.
CREATE TRIGGER unit_splits_first BEFORE INSERT ON unit_splits
WHEN EXISTS (
	SELECT 1 FROM figure_sums WHERE scope_id = NEW.from_id AND measure = 'banquets-held' AND grain = 'year'
		AND span > substr(date(NEW.on_date, '-1 day'), 1, 4) AND records > 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:village-has-records');
END;

-- The same of a village that is split: it leaves nothing open below it.
CREATE TRIGGER unit_splits_empty BEFORE INSERT ON unit_splits
WHEN EXISTS (SELECT 1 FROM units WHERE parent_id = NEW.from_id AND valid_to_on IS NULL) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-units');
END;

-- A village that was split, or began by a split, goes into no other: the row of the split one counts its ground.
CREATE TRIGGER unit_successions_whole BEFORE INSERT ON unit_successions
WHEN EXISTS (SELECT 1 FROM unit_splits WHERE NEW.from_id IN (from_id, to_id)) BEGIN
	SELECT RAISE(ABORT, 'refusal:village-of-split');
END;

-- What was recorded under a unit is counted by the one that it went into, too.
CREATE TRIGGER unit_successions_summed BEFORE INSERT ON unit_successions BEGIN
	INSERT INTO figure_sums (scope_id, measure, grain, span, kind, topic, records, adds)
		SELECT NEW.to_id, measure, grain, span, kind, topic, records, adds FROM figure_sums WHERE scope_id = NEW.from_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;

-- A unit that went into another lies below it, with all that lies below itself.
CREATE TRIGGER unit_successions_closure AFTER INSERT ON unit_successions BEGIN
	INSERT OR IGNORE INTO unit_closure (ancestor_id, descendant_id)
		SELECT NEW.to_id, descendant_id FROM unit_closure WHERE ancestor_id = NEW.from_id;
END;

-- What a unit went into is never changed.
CREATE TRIGGER unit_successions_unchanged BEFORE UPDATE ON unit_successions BEGIN
	SELECT RAISE(ABORT, 'what a unit went into is never changed');
END;

-- What a unit went into is never forgotten.
CREATE TRIGGER unit_successions_kept BEFORE DELETE ON unit_successions BEGIN
	SELECT RAISE(ABORT, 'what a unit went into is never changed');
END;

-- A village is split into others of its town, which begin on the day after its last one. None of them has anything yet.
CREATE TRIGGER unit_splits_fit BEFORE INSERT ON unit_splits
WHEN NOT EXISTS (
	SELECT 1 FROM units f JOIN units t ON t.id = NEW.to_id AND t.parent_id = f.parent_id
		AND t.valid_from_on = NEW.on_date AND t.valid_to_on IS NULL
	WHERE f.id = NEW.from_id AND f.valid_to_on = date(NEW.on_date, '-1 day')
		AND f.kind IN ('village', 'community') AND t.kind IN ('village', 'community')
		AND NOT EXISTS (SELECT 1 FROM unit_successions WHERE from_id = NEW.from_id)
		AND NOT EXISTS (SELECT 1 FROM units WHERE parent_id = NEW.to_id)
		AND NOT EXISTS (SELECT 1 FROM figure_sums WHERE scope_id = NEW.to_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-closed');
END;

-- A village that began by a split lies below the one that was split, and counts for it.
CREATE TRIGGER unit_splits_closure AFTER INSERT ON unit_splits BEGIN
	INSERT OR IGNORE INTO unit_closure (ancestor_id, descendant_id)
		SELECT ancestor_id, NEW.to_id FROM unit_closure WHERE descendant_id = NEW.from_id;
END;

-- What a village was split into is never changed.
CREATE TRIGGER unit_splits_unchanged BEFORE UPDATE ON unit_splits BEGIN
	SELECT RAISE(ABORT, 'what a village was split into is never changed');
END;

-- What a village was split into is never forgotten.
CREATE TRIGGER unit_splits_kept BEFORE DELETE ON unit_splits BEGIN
	SELECT RAISE(ABORT, 'what a village was split into is never changed');
END;
