-- A removal marks the activity as removed.
CREATE TRIGGER activity_removals_marked AFTER INSERT ON activity_removals BEGIN
	UPDATE activities SET is_removed = 1 WHERE id = NEW.activity_id;
END;

-- A removed activity is not changed.
CREATE TRIGGER activities_removed_stay BEFORE UPDATE OF kind, done_on, quantity, subject ON activities
WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:activity-removed');
END;

-- A month with records is not reported as checked and empty.
CREATE TRIGGER activities_zero_of_none BEFORE INSERT ON activities
WHEN NEW.kind = 'checked-zero' AND EXISTS (
	SELECT 1 FROM figure_sums WHERE scope_id = NEW.unit_id AND grain = 'month' AND span = NEW.zero_month AND records > 0
		AND measure IN ('banquets-held', 'banquets-dissuaded', 'activities', 'cases-received') AND CASE NEW.zero_kind
		WHEN 'banquet' THEN measure = 'banquets-held' WHEN 'dissuasion' THEN measure = 'banquets-dissuaded'
		ELSE measure IN ('activities', 'cases-received') AND kind = NEW.zero_kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-has-records');
END;

-- What waits to be counted, with the id of its record: a banquet without outcome, in the month it is planned for, and a dissuasion that counts once a second person confirms it.
CREATE VIEW waiting_entries AS
SELECT 'banquet' AS ledger, id AS record_id, unit_id, planned_on AS on_date FROM banquets WHERE listed_outcome IS NULL AND is_removed = 0
UNION ALL SELECT 'dissuasion', d.id, b.unit_id, d.went_on FROM dissuasions d CROSS JOIN banquets b ON b.id = d.banquet_id
WHERE d.is_confirmed = 0 AND d.outcome = 'cancelled' AND b.is_removed = 0 AND b.occasion IN (SELECT occasion FROM no_occasions)
	AND (b.listed_outcome IS NULL OR b.listed_outcome NOT IN (SELECT outcome FROM held_outcomes));

-- A month in which an entry waits is not reported as checked and empty.
CREATE TRIGGER activities_zero_of_none_waiting BEFORE INSERT ON activities
WHEN NEW.kind = 'checked-zero' AND NEW.zero_kind IN ('banquet', 'dissuasion') AND EXISTS (
	SELECT 1 FROM waiting_entries w CROSS JOIN unit_closure c ON c.descendant_id = w.unit_id AND c.ancestor_id = NEW.unit_id
	WHERE w.on_date BETWEEN NEW.zero_month || '-01' AND NEW.zero_month || '-31' AND w.ledger = NEW.zero_kind
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-has-waiting');
END;

-- An entry of a kind that the town added is of a day on which the town keeps that kind.
CREATE TRIGGER activities_kind_kept BEFORE INSERT ON activities
WHEN EXISTS (SELECT 1 FROM work_kinds WHERE id = NEW.kind AND (NEW.done_on < from_on OR NEW.done_on >= closed_from_on)) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-not-kept');
END;

-- The same of an entry that is corrected.
CREATE TRIGGER activities_kind_still_kept BEFORE UPDATE OF kind, done_on ON activities
WHEN EXISTS (SELECT 1 FROM work_kinds WHERE id = NEW.kind AND (NEW.done_on < from_on OR NEW.done_on >= closed_from_on)) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-not-kept');
END;

-- A kind is kept on the days of all its entries.
CREATE TRIGGER work_kinds_keep_entries BEFORE UPDATE OF from_on, closed_from_on ON work_kinds
WHEN EXISTS (SELECT 1 FROM activities WHERE kind = OLD.id AND done_on < NEW.from_on AND is_removed = 0)
	OR EXISTS (SELECT 1 FROM activities WHERE kind = OLD.id AND done_on >= NEW.closed_from_on AND is_removed = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-entries-outside');
END;

-- A month is reported as empty of a kind that the town added only if the town kept it on a day of that month.
CREATE TRIGGER activities_zero_of_kept BEFORE INSERT ON activities
WHEN NEW.zero_kind GLOB 'added-*' AND NOT EXISTS (
	SELECT 1 FROM work_kinds WHERE id = NEW.zero_kind AND substr(from_on, 1, 7) <= NEW.zero_month
		AND (closed_from_on IS NULL OR closed_from_on > NEW.zero_month || '-01')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-not-kept');
END;

-- What a kind counts, and what it is called, stays once it has entries or checked zeros, or a review names it.
CREATE TRIGGER work_kinds_stay BEFORE UPDATE OF name, measure, counts ON work_kinds
WHEN (OLD.name, OLD.measure, OLD.counts) IS NOT (NEW.name, NEW.measure, NEW.counts) AND (
	EXISTS (SELECT 1 FROM activities WHERE kind = OLD.id)
	OR EXISTS (SELECT 1 FROM activities WHERE zero_kind = OLD.id AND zero_kind IS NOT NULL AND is_removed = 0)
	OR EXISTS (SELECT 1 FROM report_draft_figures WHERE figure = OLD.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-has-entries');
END;

-- A kind of work is never deleted, for its number is not given again.
CREATE TRIGGER work_kinds_kept BEFORE DELETE ON work_kinds BEGIN
	SELECT RAISE(ABORT, 'a kind of work is closed, never deleted');
END;

-- A campaign is never deleted.
CREATE TRIGGER campaigns_kept BEFORE DELETE ON campaigns BEGIN
	SELECT RAISE(ABORT, 'a campaign is never deleted');
END;
