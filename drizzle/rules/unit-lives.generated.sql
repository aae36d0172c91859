-- A row of activities is of a unit that is there on its day (activities).
CREATE TRIGGER activities_activities_unit_there BEFORE INSERT ON activities
WHEN NEW.kind <> 'checked-zero' AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.done_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.done_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.done_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of activities that changes is of a unit that is there on its day (activities).
CREATE TRIGGER activities_activities_unit_still_there BEFORE UPDATE OF unit_id, done_on ON activities
WHEN (OLD.unit_id, OLD.done_on) IS NOT (NEW.unit_id, NEW.done_on) AND NEW.kind <> 'checked-zero' AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.done_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.done_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.done_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: activities.
CREATE TRIGGER units_end_after_activities BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM activities r WHERE r.unit_id = NEW.id
		AND r.kind <> 'checked-zero' AND r.is_removed = 0
		AND r.done_on > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of activities is of a unit that is there on its day (zeros).
CREATE TRIGGER activities_zeros_unit_there BEFORE INSERT ON activities
WHEN NEW.kind = 'checked-zero' AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.zero_month || '-01')
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.zero_month || '-01', '+1 month', '-1 day'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.zero_month || '-01', '+1 month', '-1 day'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of activities that changes is of a unit that is there on its day (zeros).
CREATE TRIGGER activities_zeros_unit_still_there BEFORE UPDATE OF unit_id, zero_month ON activities
WHEN (OLD.unit_id, OLD.zero_month || '-01') IS NOT (NEW.unit_id, NEW.zero_month || '-01') AND NEW.kind = 'checked-zero' AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.zero_month || '-01')
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.zero_month || '-01', '+1 month', '-1 day'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.zero_month || '-01', '+1 month', '-1 day'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: zeros.
CREATE TRIGGER units_end_after_zeros BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM activities r WHERE r.unit_id = NEW.id
		AND r.kind = 'checked-zero' AND r.is_removed = 0
		AND r.zero_month || '-01' > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of banquets is of a unit that is there on its day (banquets).
CREATE TRIGGER banquets_banquets_unit_there BEFORE INSERT ON banquets
WHEN NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < coalesce(NEW.listed_ended_on, NEW.planned_on))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > coalesce(NEW.listed_ended_on, NEW.planned_on))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > coalesce(NEW.listed_ended_on, NEW.planned_on))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of banquets that changes is of a unit that is there on its day (banquets).
CREATE TRIGGER banquets_banquets_unit_still_there BEFORE UPDATE OF unit_id, planned_on, listed_ended_on ON banquets
WHEN (OLD.unit_id, coalesce(OLD.listed_ended_on, OLD.planned_on)) IS NOT (NEW.unit_id, coalesce(NEW.listed_ended_on, NEW.planned_on)) AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < coalesce(NEW.listed_ended_on, NEW.planned_on))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > coalesce(NEW.listed_ended_on, NEW.planned_on))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > coalesce(NEW.listed_ended_on, NEW.planned_on))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: banquets.
CREATE TRIGGER units_end_after_banquets BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM banquets r WHERE r.unit_id = NEW.id
		AND r.is_removed = 0
		AND coalesce(r.listed_ended_on, r.planned_on) > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of cases is of a unit that is there on its day (cases).
CREATE TRIGGER cases_cases_unit_there BEFORE INSERT ON cases
WHEN NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.received_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.received_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.received_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of cases that changes is of a unit that is there on its day (cases).
CREATE TRIGGER cases_cases_unit_still_there BEFORE UPDATE OF unit_id, received_on ON cases
WHEN (OLD.unit_id, OLD.received_on) IS NOT (NEW.unit_id, NEW.received_on) AND NEW.is_removed = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.received_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.received_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.received_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: cases.
CREATE TRIGGER units_end_after_cases BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM cases r WHERE r.unit_id = NEW.id
		AND r.is_removed = 0
		AND r.received_on > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of pledges is of a unit that is there on its day (pledges).
CREATE TRIGGER pledges_pledges_unit_there BEFORE INSERT ON pledges
WHEN (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.village_id AND valid_to_on < NEW.signed_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.village_id AND on_date > NEW.signed_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.village_id AND on_date > NEW.signed_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of pledges that changes is of a unit that is there on its day (pledges).
CREATE TRIGGER pledges_pledges_unit_still_there BEFORE UPDATE OF village_id, signed_on ON pledges
WHEN (OLD.village_id, OLD.signed_on) IS NOT (NEW.village_id, NEW.signed_on) AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.village_id AND valid_to_on < NEW.signed_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.village_id AND on_date > NEW.signed_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.village_id AND on_date > NEW.signed_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: pledges.
CREATE TRIGGER units_end_after_pledges BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM pledges r WHERE r.village_id = NEW.id
		AND r.signed_on > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of events is of a unit that is there on its day (events).
CREATE TRIGGER events_events_unit_there BEFORE INSERT ON events
WHEN NEW.stage <> 'cancelled' AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of events that changes is of a unit that is there on its day (events).
CREATE TRIGGER events_events_unit_still_there BEFORE UPDATE OF unit_id, starts_at ON events
WHEN (OLD.unit_id, date(OLD.starts_at / 1000 + 28800, 'unixepoch')) IS NOT (NEW.unit_id, date(NEW.starts_at / 1000 + 28800, 'unixepoch')) AND NEW.stage <> 'cancelled' AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.starts_at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: events.
CREATE TRIGGER units_end_after_events BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM events r WHERE r.unit_id = NEW.id
		AND r.stage <> 'cancelled'
		AND r.starts_at >= (unixepoch(date(NEW.valid_to_on, '+1 day')) - 28800) * 1000
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of signups is of a unit that is there on its day (signups).
CREATE TRIGGER signups_signups_unit_there BEFORE INSERT ON signups
WHEN (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.village_id AND valid_to_on < date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.village_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.village_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of signups that changes is of a unit that is there on its day (signups).
CREATE TRIGGER signups_signups_unit_still_there BEFORE UPDATE OF village_id ON signups
WHEN (OLD.village_id) IS NOT (NEW.village_id) AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.village_id AND valid_to_on < date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.village_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.village_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: signups.
CREATE TRIGGER units_end_after_signups BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM signups r WHERE r.village_id = NEW.id
		AND r.at >= (unixepoch(date(NEW.valid_to_on, '+1 day')) - 28800) * 1000
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of tasks is of a unit that is there on its day (tasks).
CREATE TRIGGER tasks_tasks_unit_there BEFORE INSERT ON tasks
WHEN NEW.is_withdrawn = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.assigned_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.assigned_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.assigned_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of tasks that changes is of a unit that is there on its day (tasks).
CREATE TRIGGER tasks_tasks_unit_still_there BEFORE UPDATE OF unit_id ON tasks
WHEN (OLD.unit_id) IS NOT (NEW.unit_id) AND NEW.is_withdrawn = 0 AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < NEW.assigned_on)
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > NEW.assigned_on)
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > NEW.assigned_on)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: tasks.
CREATE TRIGGER units_end_after_tasks BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM tasks r WHERE r.unit_id = NEW.id
		AND r.is_withdrawn = 0
		AND r.assigned_on > NEW.valid_to_on
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;

-- A row of imports is of a unit that is there on its day (imports).
CREATE TRIGGER imports_imports_unit_there BEFORE INSERT ON imports
WHEN NOT EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.id)
		AND NOT EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.id) AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A row of imports that changes is of a unit that is there on its day (imports).
CREATE TRIGGER imports_imports_unit_still_there BEFORE UPDATE OF unit_id ON imports
WHEN (OLD.unit_id) IS NOT (NEW.unit_id) AND NOT EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.id)
		AND NOT EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.id) AND (
	EXISTS (SELECT 1 FROM units WHERE id = NEW.unit_id AND valid_to_on < date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_successions WHERE to_id = NEW.unit_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
	OR EXISTS (SELECT 1 FROM unit_splits WHERE to_id = NEW.unit_id AND on_date > date(NEW.at / 1000 + 28800, 'unixepoch'))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-not-there');
END;

-- A unit that ends has nothing of later days: imports.
CREATE TRIGGER units_end_after_imports BEFORE UPDATE OF valid_to_on ON units
WHEN EXISTS (
	SELECT 1 FROM imports r WHERE r.unit_id = NEW.id
		AND NOT EXISTS (SELECT 1 FROM import_landings WHERE import_id = r.id)
		AND NOT EXISTS (SELECT 1 FROM import_drops WHERE import_id = r.id)
		AND r.at >= (unixepoch(date(NEW.valid_to_on, '+1 day')) - 28800) * 1000
) BEGIN
	SELECT RAISE(ABORT, 'refusal:unit-has-records');
END;
