-- Targets of a year are set in turn, each after the latest setting.
CREATE TRIGGER target_settings_in_turn BEFORE INSERT ON target_settings
WHEN NEW.seq <> (SELECT 1 + coalesce(max(seq), 0) FROM target_settings WHERE unit_id = NEW.unit_id AND year = NEW.year) BEGIN
	SELECT RAISE(ABORT, 'refusal:targets-changed');
END;

-- Who set targets, and when, is never changed.
CREATE TRIGGER target_settings_unchanged BEFORE UPDATE ON target_settings BEGIN
	SELECT RAISE(ABORT, 'who set targets, and when, is never changed');
END;

-- A target is set for a district, town, village or community below the unit that sets it, for the year of the setting.
CREATE TRIGGER targets_within BEFORE INSERT ON targets
WHEN NOT EXISTS (
	SELECT 1 FROM target_settings s JOIN unit_closure c ON c.ancestor_id = s.unit_id JOIN units u ON u.id = c.descendant_id
	WHERE s.id = NEW.setting_id AND s.year = NEW.year AND u.id = NEW.unit_id
		AND u.kind IN ('district', 'town', 'village', 'community')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:not-your-unit');
END;

-- A task is given to a town, village or community that exists.
CREATE TRIGGER tasks_unit BEFORE INSERT ON tasks
WHEN NOT EXISTS (
	SELECT 1 FROM units WHERE id = NEW.unit_id AND kind IN ('town', 'village', 'community') AND valid_to_on IS NULL
) BEGIN
	SELECT RAISE(ABORT, 'refusal:task-unit-wrong');
END;

-- A task that was given is never changed, only withdrawn.
CREATE TRIGGER tasks_unchanged BEFORE UPDATE OF unit_id, figure, quantity, assigned_on, due_on, note, at, by_id ON tasks BEGIN
	SELECT RAISE(ABORT, 'a task that was given is never changed, only withdrawn');
END;

-- A withdrawal marks the task as withdrawn.
CREATE TRIGGER task_withdrawals_marked AFTER INSERT ON task_withdrawals BEGIN
	UPDATE tasks SET is_withdrawn = 1 WHERE id = NEW.task_id;
END;

-- A withdrawn task gets no reply.
CREATE TRIGGER task_replies_open BEFORE INSERT ON task_replies
WHEN (SELECT is_withdrawn FROM tasks WHERE id = NEW.task_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:task-withdrawn');
END;

-- A reply to a task is never changed.
CREATE TRIGGER task_replies_unchanged BEFORE UPDATE ON task_replies BEGIN
	SELECT RAISE(ABORT, 'what was said of a task is never changed');
END;
