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

-- A unit goes into another of its kind of level, which begins on that day; a group or grid may have ended on it or later.
CREATE TRIGGER unit_successions_fit BEFORE INSERT ON unit_successions
WHEN NOT EXISTS (
	SELECT 1 FROM units f JOIN units t ON t.id = NEW.to_id AND t.valid_from_on = NEW.on_date AND t.valid_to_on IS f.valid_to_on
		AND (f.kind IN ('village', 'community')) = (t.kind IN ('village', 'community')) AND (f.kind = 'group') = (t.kind = 'group')
	WHERE f.id = NEW.from_id AND (f.valid_to_on IS NULL OR f.kind IN ('group', 'grid') AND f.valid_to_on >= NEW.on_date)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-closed');
END;

-- A village that began by a split goes into no other in the years whose tables still have the row of the one that was split.
CREATE TRIGGER unit_successions_after_split BEFORE INSERT ON unit_successions
WHEN EXISTS (
	SELECT 1 FROM unit_splits WHERE to_id = NEW.from_id AND substr(NEW.on_date, 1, 4) <= substr(date(on_date, '-1 day'), 1, 4)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:village-of-split');
END;

-- A unit that ends leaves nothing open below it, such as a group that was added at the same time.
CREATE TRIGGER units_end_empty BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (SELECT 1 FROM units WHERE parent_id = NEW.id AND valid_to_on IS NULL) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-units');
END;

-- The last day of a unit whose place others took is the one before their first.
CREATE TRIGGER units_end_before_the_next BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (SELECT 1 FROM unit_successions WHERE from_id = NEW.id AND date(on_date, '-1 day') IS NOT NEW.valid_to_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE from_id = NEW.id AND date(on_date, '-1 day') IS NOT NEW.valid_to_on) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-closed');
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

-- A village is split into others of its town, which begin on that day. None of them has anything yet.
CREATE TRIGGER unit_splits_fit BEFORE INSERT ON unit_splits
WHEN NOT EXISTS (
	SELECT 1 FROM units f JOIN units t ON t.id = NEW.to_id AND t.parent_id = f.parent_id
		AND t.valid_from_on = NEW.on_date AND t.valid_to_on IS NULL
	WHERE f.id = NEW.from_id AND f.valid_to_on IS NULL
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

-- The splits that a village came of, itself or as a village that merged into it, with the village that was split.
CREATE VIEW split_origins AS
SELECT c.ancestor_id AS unit_id, s.from_id, s.on_date FROM unit_splits s CROSS JOIN unit_closure c ON c.descendant_id = s.to_id
WHERE NOT EXISTS (SELECT 1 FROM unit_closure o WHERE o.ancestor_id = c.ancestor_id AND o.descendant_id = s.from_id);

-- What a village was split into is never changed.
CREATE TRIGGER unit_splits_unchanged BEFORE UPDATE ON unit_splits BEGIN
	SELECT RAISE(ABORT, 'what a village was split into is never changed');
END;

-- What a village was split into is never forgotten.
CREATE TRIGGER unit_splits_kept BEFORE DELETE ON unit_splits BEGIN
	SELECT RAISE(ABORT, 'what a village was split into is never changed');
END;

-- The units that a unit went into by mergers, and those that went into it, each with the first and the last day of the other.
CREATE VIEW units_in_turn AS
WITH RECURSIVE mergers(from_id, to_id) AS (
	SELECT from_id, to_id FROM unit_successions
	UNION SELECT m.from_id, s.to_id FROM mergers m JOIN unit_successions s ON s.from_id = m.to_id
), turns(unit_id, other_id, is_later) AS (
	SELECT from_id, to_id, 1 FROM mergers UNION ALL SELECT to_id, from_id, 0 FROM mergers
)
SELECT t.unit_id, t.other_id, t.is_later,
	coalesce((SELECT min(on_date) FROM unit_successions WHERE to_id = t.other_id), '') AS first_on,
	coalesce(u.valid_to_on, '9999-12-31') AS last_on
FROM turns t JOIN units u ON u.id = t.other_id;
