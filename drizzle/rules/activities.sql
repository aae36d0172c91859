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
		AND measure IN ('banquets-held', 'banquets-dissuaded', 'activities') AND CASE NEW.zero_kind
		WHEN 'banquet' THEN measure = 'banquets-held' WHEN 'dissuasion' THEN measure = 'banquets-dissuaded'
		ELSE measure = 'activities' AND kind = NEW.zero_kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-has-records');
END;
