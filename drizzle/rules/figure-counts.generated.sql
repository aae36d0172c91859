-- The spans that counts are kept for, and how many signs of a date name one.
CREATE VIEW grains AS
SELECT column1 AS grain, column2 AS digits FROM (VALUES ('year', 4), ('month', 7), ('day', 10));

-- What counts as banquets-held: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_banquets_held AS
SELECT 'banquets-held' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, o.ended_on AS on_date,
	'banquet' AS type, o.banquet_id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM banquet_outcomes o CROSS JOIN banquets b ON b.id = o.banquet_id
WHERE o.outcome IN ('held', 'reduced') AND b.is_removed = 0;

-- What counts as banquets-declared: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_banquets_declared AS
SELECT 'banquets-declared' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, b.declared_on AS on_date,
	'banquet' AS type, b.id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM banquets b
WHERE b.origin = 'declared' AND b.is_removed = 0 AND b.confirmed_tables IS NOT NULL;

-- What counts as tables-saved: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_tables_saved AS
SELECT 'tables-saved' AS measure, CAST(r.price_per_table AS TEXT) AS kind, '' AS topic, b.unit_id, o.ended_on AS on_date,
	'banquet' AS type, o.banquet_id AS record_id, o.banquet_id AS subject_id, '' AS title, min(b.tables_planned, b.confirmed_tables) - o.tables_held AS adds
FROM banquet_outcomes o CROSS JOIN banquets b ON b.id = o.banquet_id
	CROSS JOIN village_rules r ON r.rowid = (SELECT r.rowid FROM village_rules r
	JOIN unit_closure c ON c.ancestor_id = r.unit_id WHERE c.descendant_id = b.unit_id AND r.from_on <= b.declared_on
	ORDER BY (SELECT count(*) FROM unit_closure a WHERE a.descendant_id = r.unit_id) DESC, r.from_on DESC LIMIT 1)
WHERE b.is_removed = 0 AND min(b.tables_planned, b.confirmed_tables) > o.tables_held;

-- What counts as banquets-dissuaded: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_banquets_dissuaded AS
SELECT 'banquets-dissuaded' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, d.went_on AS on_date,
	'dissuasion' AS type, d.id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM dissuasions d CROSS JOIN banquets b ON b.id = d.banquet_id
WHERE b.is_removed = 0 AND d.outcome = 'cancelled' AND b.occasion NOT IN ('wedding', 'funeral')
	AND EXISTS (SELECT 1 FROM dissuasion_confirmations WHERE dissuasion_id = d.id)
	AND NOT EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = b.id AND outcome IN ('held', 'reduced'));

-- What counts as activities: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_activities AS
SELECT 'activities' AS measure, a.kind, '' AS topic, a.unit_id, a.done_on AS on_date,
	'activity' AS type, a.id AS record_id, a.id AS subject_id, a.subject AS title, a.quantity AS adds
FROM activities a
WHERE a.is_removed = 0 AND a.kind <> 'checked-zero';

-- What counts as checked-zeros: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_checked_zeros AS
SELECT 'checked-zeros' AS measure, a.zero_kind AS kind, u.kind AS topic, a.unit_id, a.zero_month || '-01' AS on_date,
	'activity' AS type, a.id AS record_id, a.id AS subject_id, '' AS title, 1 AS adds
FROM activities a JOIN units u ON u.id = a.unit_id
WHERE a.is_removed = 0 AND a.kind = 'checked-zero';

-- What counts as cases-received: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_cases_received AS
SELECT 'cases-received' AS measure, c.kind, '' AS topic, c.unit_id, c.received_on AS on_date,
	'case' AS type, c.id AS record_id, c.id AS subject_id, c.kind AS title, 1 AS adds
FROM cases c
WHERE c.is_removed = 0;

-- What counts as disputes-settled: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_disputes_settled AS
SELECT 'disputes-settled' AS measure, c.settled_on AS kind, c.level AS topic, c.unit_id, c.received_on AS on_date,
	'case' AS type, c.id AS record_id, c.id AS subject_id, c.kind AS title, 1 AS adds
FROM cases c
WHERE c.kind = 'dispute' AND c.settled_on IS NOT NULL AND c.is_removed = 0;

-- What counts as incidents-settled: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_incidents_settled AS
SELECT 'incidents-settled' AS measure, c.settled_on AS kind, c.level AS topic, c.unit_id, c.received_on AS on_date,
	'case' AS type, c.id AS record_id, c.id AS subject_id, c.kind AS title, 1 AS adds
FROM cases c
WHERE c.kind = 'incident' AND c.settled_on IS NOT NULL AND c.is_removed = 0;

-- What counts as incidents-overdue: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_incidents_overdue AS
SELECT 'incidents-overdue' AS measure, c.level AS kind, '' AS topic, c.unit_id,
	date(c.due_on, '+1 day') AS on_date,
	'case' AS type, c.id AS record_id, c.id AS subject_id, c.kind AS title, 1 AS adds
FROM cases c
WHERE c.kind = 'incident' AND c.due_on IS NOT NULL AND (c.settled_on IS NULL OR c.settled_on > c.due_on) AND c.is_removed = 0;

-- What counts as events: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_events AS
SELECT 'events' AS measure, e.kind, coalesce(e.topic, '') AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.attended AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id;

-- What counts as blood-donors: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_blood_donors AS
SELECT 'blood-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.donors AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
WHERE e.kind = 'blood-drive' AND c.donors > 0;

-- What counts as blood-millilitres: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_blood_millilitres AS
SELECT 'blood-millilitres' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.millilitres AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
WHERE e.kind = 'blood-drive' AND c.millilitres > 0;

-- What counts as first-time-donors: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_first_time_donors AS
SELECT 'first-time-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 1
WHERE e.kind = 'blood-drive';

-- What counts as repeat-donors: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_repeat_donors AS
SELECT 'repeat-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 0
WHERE e.kind = 'blood-drive';

-- What counts as birthday-guests: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_birthday_guests AS
SELECT 'birthday-guests' AS measure, i.result AS kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'birthday-list' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id JOIN invitations i ON i.event_id = e.id
WHERE e.kind = 'birthday-banquet' AND i.result IS NOT NULL;

-- What counts as pledges-signed: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_pledges_signed AS
SELECT 'pledges-signed' AS measure, p.audience AS kind, p.text_id AS topic, p.village_id AS unit_id, p.signed_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledges p
WHERE p.audience = 'household' AND p.is_confirmed = 1;

-- What counts as pledges-withdrawn: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_pledges_withdrawn AS
SELECT 'pledges-withdrawn' AS measure, p.audience AS kind, p.text_id AS topic, p.village_id AS unit_id, w.withdrawn_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id
WHERE p.audience = 'household' AND p.is_confirmed = 1;

-- What counts as signatures-withdrawn: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_signatures_withdrawn AS
SELECT 'signatures-withdrawn' AS measure, p.signed_on AS kind, '' AS topic, p.village_id AS unit_id, w.withdrawn_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id
WHERE p.audience = 'household' AND p.is_confirmed = 1;

-- What counts as pledges-renewed: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_pledges_renewed AS
SELECT 'pledges-renewed' AS measure, p.audience AS kind, r.text_id AS topic, p.village_id AS unit_id, r.renewed_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_renewals r JOIN pledges p ON p.id = r.pledge_id
WHERE p.audience = 'household' AND p.is_confirmed = 1;

-- What counts as renewals-withdrawn: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_renewals_withdrawn AS
SELECT 'renewals-withdrawn' AS measure, p.audience AS kind, r.text_id AS topic, p.village_id AS unit_id,
	max(w.withdrawn_on, r.renewed_on) AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_withdrawals w JOIN pledge_renewals r ON r.pledge_id = w.pledge_id
	JOIN pledges p ON p.id = w.pledge_id
WHERE p.audience = 'household' AND p.is_confirmed = 1;

-- What counts as grids-begun: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_grids_begun AS
SELECT 'grids-begun' AS measure, u.kind, '' AS topic, u.id AS unit_id, u.valid_from_on AS on_date,
	'grid' AS type, u.id AS record_id, u.id AS subject_id, u.name AS title, 1 AS adds
FROM units u
WHERE u.kind = 'grid';

-- What counts as grids-ended: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_grids_ended AS
SELECT 'grids-ended' AS measure, u.kind, '' AS topic, u.id AS unit_id,
	date(u.valid_to_on, '+1 day') AS on_date,
	'grid' AS type, u.id AS record_id, u.id AS subject_id, u.name AS title, 1 AS adds
FROM units u
WHERE u.kind = 'grid' AND u.valid_to_on IS NOT NULL;

-- What counts as grid-members-begun: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_grid_members_begun AS
SELECT 'grid-members-begun' AS measure, m.role AS kind, '' AS topic, m.grid_id AS unit_id, m.from_on AS on_date,
	'grid-member' AS type, m.id AS record_id, m.id AS subject_id, '' AS title, 1 AS adds
FROM grid_members m;

-- What counts as grid-members-ended: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_grid_members_ended AS
SELECT 'grid-members-ended' AS measure, m.role AS kind, '' AS topic, m.grid_id AS unit_id,
	date(m.to_on, '+1 day') AS on_date,
	'grid-member' AS type, m.id AS record_id, m.id AS subject_id, '' AS title, 1 AS adds
FROM grid_members m
WHERE m.to_on IS NOT NULL;

-- Every record that counts, of whichever kind.
CREATE VIEW counted_records AS
SELECT * FROM counted_banquets_held
UNION ALL SELECT * FROM counted_banquets_declared
UNION ALL SELECT * FROM counted_tables_saved
UNION ALL SELECT * FROM counted_banquets_dissuaded
UNION ALL SELECT * FROM counted_activities
UNION ALL SELECT * FROM counted_checked_zeros
UNION ALL SELECT * FROM counted_cases_received
UNION ALL SELECT * FROM counted_disputes_settled
UNION ALL SELECT * FROM counted_incidents_settled
UNION ALL SELECT * FROM counted_incidents_overdue
UNION ALL SELECT * FROM counted_events
UNION ALL SELECT * FROM counted_blood_donors
UNION ALL SELECT * FROM counted_blood_millilitres
UNION ALL SELECT * FROM counted_first_time_donors
UNION ALL SELECT * FROM counted_repeat_donors
UNION ALL SELECT * FROM counted_birthday_guests
UNION ALL SELECT * FROM counted_pledges_signed
UNION ALL SELECT * FROM counted_pledges_withdrawn
UNION ALL SELECT * FROM counted_signatures_withdrawn
UNION ALL SELECT * FROM counted_pledges_renewed
UNION ALL SELECT * FROM counted_renewals_withdrawn
UNION ALL SELECT * FROM counted_grids_begun
UNION ALL SELECT * FROM counted_grids_ended
UNION ALL SELECT * FROM counted_grid_members_begun
UNION ALL SELECT * FROM counted_grid_members_ended;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is added.
CREATE TRIGGER banquet_outcomes_count_banquets_held AFTER INSERT ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is changed.
CREATE TRIGGER banquet_outcomes_recount_banquets_held AFTER UPDATE OF outcome, ended_on ON banquet_outcomes
WHEN (OLD.outcome, OLD.ended_on) IS NOT (NEW.outcome, NEW.ended_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is deleted.
CREATE TRIGGER banquet_outcomes_uncount_banquets_held AFTER DELETE ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-held of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_held AFTER UPDATE OF unit_id, occasion, is_removed ON banquets
WHEN (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) AND measure = 'banquets-held' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_held v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-declared of the day anew when a row of banquets is added.
CREATE TRIGGER banquets_count_banquets_declared AFTER INSERT ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_declared v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-declared of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_declared AFTER UPDATE OF unit_id, origin, occasion, declared_on, is_removed, confirmed_tables ON banquets
WHEN (OLD.unit_id, OLD.origin, OLD.occasion, OLD.declared_on, OLD.is_removed, OLD.confirmed_tables) IS NOT (NEW.unit_id, NEW.origin, NEW.occasion, NEW.declared_on, NEW.is_removed, NEW.confirmed_tables) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_declared v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_declared v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-declared of the day anew when a row of banquets is deleted.
CREATE TRIGGER banquets_uncount_banquets_declared AFTER DELETE ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_declared v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of banquet_outcomes is added.
CREATE TRIGGER banquet_outcomes_count_tables_saved AFTER INSERT ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of banquet_outcomes is changed.
CREATE TRIGGER banquet_outcomes_recount_tables_saved AFTER UPDATE OF ended_on, tables_held ON banquet_outcomes
WHEN (OLD.ended_on, OLD.tables_held) IS NOT (NEW.ended_on, NEW.tables_held) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of banquet_outcomes is deleted.
CREATE TRIGGER banquet_outcomes_uncount_tables_saved AFTER DELETE ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_tables_saved AFTER UPDATE OF unit_id, declared_on, tables_planned, confirmed_tables, is_removed ON banquets
WHEN (OLD.unit_id, OLD.declared_on, OLD.tables_planned, OLD.confirmed_tables, OLD.is_removed) IS NOT (NEW.unit_id, NEW.declared_on, NEW.tables_planned, NEW.confirmed_tables, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of village_rules is added.
CREATE TRIGGER village_rules_count_tables_saved AFTER INSERT ON village_rules BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = NEW.unit_id AND b.declared_on >= NEW.from_on) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = NEW.unit_id AND b.declared_on >= NEW.from_on) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of village_rules is changed.
CREATE TRIGGER village_rules_recount_tables_saved AFTER UPDATE OF price_per_table ON village_rules
WHEN OLD.price_per_table IS NOT NEW.price_per_table BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = OLD.unit_id AND b.declared_on >= OLD.from_on) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = OLD.unit_id AND b.declared_on >= OLD.from_on) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = NEW.unit_id AND b.declared_on >= NEW.from_on) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = NEW.unit_id AND b.declared_on >= NEW.from_on) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts tables-saved of the day anew when a row of village_rules is deleted.
CREATE TRIGGER village_rules_uncount_tables_saved AFTER DELETE ON village_rules BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = OLD.unit_id AND b.declared_on >= OLD.from_on) AND measure = 'tables-saved' AND NOT EXISTS (
		SELECT 1 FROM counted_tables_saved v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_tables_saved WHERE (unit_id, on_date) IN (SELECT b.unit_id, o.ended_on FROM unit_closure c CROSS JOIN banquets b ON b.unit_id = c.descendant_id
		CROSS JOIN banquet_outcomes o ON o.banquet_id = b.id WHERE c.ancestor_id = OLD.unit_id AND b.declared_on >= OLD.from_on) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is added.
CREATE TRIGGER dissuasions_count_banquets_dissuaded AFTER INSERT ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is changed.
CREATE TRIGGER dissuasions_recount_banquets_dissuaded AFTER UPDATE OF went_on, outcome ON dissuasions
WHEN (OLD.went_on, OLD.outcome) IS NOT (NEW.went_on, NEW.outcome) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is deleted.
CREATE TRIGGER dissuasions_uncount_banquets_dissuaded AFTER DELETE ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasion_confirmations is added.
CREATE TRIGGER dissuasion_confirmations_count_banquets_dissuaded AFTER INSERT ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasion_confirmations is deleted.
CREATE TRIGGER dissuasion_confirmations_uncount_banquets_dissuaded AFTER DELETE ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is added.
CREATE TRIGGER banquet_outcomes_count_banquets_dissuaded AFTER INSERT ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is changed.
CREATE TRIGGER banquet_outcomes_recount_banquets_dissuaded AFTER UPDATE OF outcome ON banquet_outcomes
WHEN OLD.outcome IS NOT NEW.outcome AND (EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = OLD.banquet_id) OR EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is deleted.
CREATE TRIGGER banquet_outcomes_uncount_banquets_dissuaded AFTER DELETE ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = OLD.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_dissuaded AFTER UPDATE OF unit_id, occasion, is_removed ON banquets
WHEN (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) AND measure = 'banquets-dissuaded' AND NOT EXISTS (
		SELECT 1 FROM counted_banquets_dissuaded v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts activities of the day anew when a row of activities is added.
CREATE TRIGGER activities_count_activities AFTER INSERT ON activities
WHEN NEW.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities' AND NOT EXISTS (
		SELECT 1 FROM counted_activities v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts activities of the day anew when a row of activities is changed.
CREATE TRIGGER activities_recount_activities AFTER UPDATE OF unit_id, kind, done_on, quantity, is_removed ON activities
WHEN (OLD.unit_id, OLD.kind, OLD.done_on, OLD.quantity, OLD.is_removed) IS NOT (NEW.unit_id, NEW.kind, NEW.done_on, NEW.quantity, NEW.is_removed) AND (OLD.kind <> 'checked-zero' OR NEW.kind <> 'checked-zero') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities' AND NOT EXISTS (
		SELECT 1 FROM counted_activities v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities' AND NOT EXISTS (
		SELECT 1 FROM counted_activities v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts activities of the day anew when a row of activities is deleted.
CREATE TRIGGER activities_uncount_activities AFTER DELETE ON activities
WHEN OLD.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities' AND NOT EXISTS (
		SELECT 1 FROM counted_activities v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts checked-zeros of the day anew when a row of activities is added.
CREATE TRIGGER activities_count_checked_zeros AFTER INSERT ON activities
WHEN NEW.kind = 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.zero_month || '-01' AND measure = 'checked-zeros' AND NOT EXISTS (
		SELECT 1 FROM counted_checked_zeros v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_checked_zeros WHERE unit_id = NEW.unit_id AND on_date = NEW.zero_month || '-01' GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts checked-zeros of the day anew when a row of activities is changed.
CREATE TRIGGER activities_recount_checked_zeros AFTER UPDATE OF unit_id, zero_kind, zero_month, is_removed ON activities
WHEN (OLD.unit_id, OLD.zero_kind, OLD.zero_month, OLD.is_removed) IS NOT (NEW.unit_id, NEW.zero_kind, NEW.zero_month, NEW.is_removed) AND (OLD.kind = 'checked-zero' OR NEW.kind = 'checked-zero') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.zero_month || '-01' AND measure = 'checked-zeros' AND NOT EXISTS (
		SELECT 1 FROM counted_checked_zeros v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_checked_zeros WHERE unit_id = OLD.unit_id AND on_date = OLD.zero_month || '-01' GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.zero_month || '-01' AND measure = 'checked-zeros' AND NOT EXISTS (
		SELECT 1 FROM counted_checked_zeros v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_checked_zeros WHERE unit_id = NEW.unit_id AND on_date = NEW.zero_month || '-01' GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts checked-zeros of the day anew when a row of activities is deleted.
CREATE TRIGGER activities_uncount_checked_zeros AFTER DELETE ON activities
WHEN OLD.kind = 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.zero_month || '-01' AND measure = 'checked-zeros' AND NOT EXISTS (
		SELECT 1 FROM counted_checked_zeros v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_checked_zeros WHERE unit_id = OLD.unit_id AND on_date = OLD.zero_month || '-01' GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts cases-received of the day anew when a row of cases is added.
CREATE TRIGGER cases_count_cases_received AFTER INSERT ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'cases-received' AND NOT EXISTS (
		SELECT 1 FROM counted_cases_received v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_cases_received WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts cases-received of the day anew when a row of cases is changed.
CREATE TRIGGER cases_recount_cases_received AFTER UPDATE OF unit_id, kind, is_removed, received_on ON cases
WHEN (OLD.unit_id, OLD.kind, OLD.is_removed, OLD.received_on) IS NOT (NEW.unit_id, NEW.kind, NEW.is_removed, NEW.received_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'cases-received' AND NOT EXISTS (
		SELECT 1 FROM counted_cases_received v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_cases_received WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'cases-received' AND NOT EXISTS (
		SELECT 1 FROM counted_cases_received v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_cases_received WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts cases-received of the day anew when a row of cases is deleted.
CREATE TRIGGER cases_uncount_cases_received AFTER DELETE ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'cases-received' AND NOT EXISTS (
		SELECT 1 FROM counted_cases_received v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_cases_received WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts disputes-settled of the day anew when a row of cases is added.
CREATE TRIGGER cases_count_disputes_settled AFTER INSERT ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'disputes-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_disputes_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_disputes_settled WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts disputes-settled of the day anew when a row of cases is changed.
CREATE TRIGGER cases_recount_disputes_settled AFTER UPDATE OF unit_id, kind, is_removed, level, received_on, settled_on ON cases
WHEN (OLD.unit_id, OLD.kind, OLD.is_removed, OLD.level, OLD.received_on, OLD.settled_on) IS NOT (NEW.unit_id, NEW.kind, NEW.is_removed, NEW.level, NEW.received_on, NEW.settled_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'disputes-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_disputes_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_disputes_settled WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'disputes-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_disputes_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_disputes_settled WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts disputes-settled of the day anew when a row of cases is deleted.
CREATE TRIGGER cases_uncount_disputes_settled AFTER DELETE ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'disputes-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_disputes_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_disputes_settled WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-settled of the day anew when a row of cases is added.
CREATE TRIGGER cases_count_incidents_settled AFTER INSERT ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'incidents-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_settled WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-settled of the day anew when a row of cases is changed.
CREATE TRIGGER cases_recount_incidents_settled AFTER UPDATE OF unit_id, kind, is_removed, level, received_on, settled_on ON cases
WHEN (OLD.unit_id, OLD.kind, OLD.is_removed, OLD.level, OLD.received_on, OLD.settled_on) IS NOT (NEW.unit_id, NEW.kind, NEW.is_removed, NEW.level, NEW.received_on, NEW.settled_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'incidents-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_settled WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on AND measure = 'incidents-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_settled WHERE unit_id = NEW.unit_id AND on_date = NEW.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-settled of the day anew when a row of cases is deleted.
CREATE TRIGGER cases_uncount_incidents_settled AFTER DELETE ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on AND measure = 'incidents-settled' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_settled v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_settled WHERE unit_id = OLD.unit_id AND on_date = OLD.received_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-overdue of the day anew when a row of cases is added.
CREATE TRIGGER cases_count_incidents_overdue AFTER INSERT ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.due_on, '+1 day') AND measure = 'incidents-overdue' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_overdue v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_overdue WHERE unit_id = NEW.unit_id AND on_date = date(NEW.due_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-overdue of the day anew when a row of cases is changed.
CREATE TRIGGER cases_recount_incidents_overdue AFTER UPDATE OF unit_id, kind, is_removed, level, due_on, settled_on ON cases
WHEN (OLD.unit_id, OLD.kind, OLD.is_removed, OLD.level, OLD.due_on, OLD.settled_on) IS NOT (NEW.unit_id, NEW.kind, NEW.is_removed, NEW.level, NEW.due_on, NEW.settled_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.due_on, '+1 day') AND measure = 'incidents-overdue' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_overdue v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_overdue WHERE unit_id = OLD.unit_id AND on_date = date(OLD.due_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.due_on, '+1 day') AND measure = 'incidents-overdue' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_overdue v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_overdue WHERE unit_id = NEW.unit_id AND on_date = date(NEW.due_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts incidents-overdue of the day anew when a row of cases is deleted.
CREATE TRIGGER cases_uncount_incidents_overdue AFTER DELETE ON cases BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.due_on, '+1 day') AND measure = 'incidents-overdue' AND NOT EXISTS (
		SELECT 1 FROM counted_incidents_overdue v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_incidents_overdue WHERE unit_id = OLD.unit_id AND on_date = date(OLD.due_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts events of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_events AFTER INSERT ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts events of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_events AFTER UPDATE OF attended ON event_completions
WHEN OLD.attended IS NOT NEW.attended BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts events of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_events AFTER DELETE ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts events of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_events AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events' AND NOT EXISTS (
		SELECT 1 FROM counted_events v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_blood_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-donors of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_blood_donors AFTER UPDATE OF donors ON event_completions
WHEN OLD.donors IS NOT NEW.donors AND ((SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' OR (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive') BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_blood_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_blood_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_blood_millilitres AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_blood_millilitres AFTER UPDATE OF millilitres ON event_completions
WHEN OLD.millilitres IS NOT NEW.millilitres AND ((SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' OR (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive') BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_blood_millilitres AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts blood-millilitres of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_blood_millilitres AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres' AND NOT EXISTS (
		SELECT 1 FROM counted_blood_millilitres v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_first_time_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_first_time_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_first_time_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of donations is added.
CREATE TRIGGER donations_count_first_time_donors AFTER INSERT ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of donations is changed.
CREATE TRIGGER donations_recount_first_time_donors AFTER UPDATE OF is_first, is_removed ON donations
WHEN (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts first-time-donors of the day anew when a row of donations is deleted.
CREATE TRIGGER donations_uncount_first_time_donors AFTER DELETE ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_first_time_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_repeat_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_repeat_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_repeat_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of donations is added.
CREATE TRIGGER donations_count_repeat_donors AFTER INSERT ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of donations is changed.
CREATE TRIGGER donations_recount_repeat_donors AFTER UPDATE OF is_first, is_removed ON donations
WHEN (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts repeat-donors of the day anew when a row of donations is deleted.
CREATE TRIGGER donations_uncount_repeat_donors AFTER DELETE ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors' AND NOT EXISTS (
		SELECT 1 FROM counted_repeat_donors v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_birthday_guests AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_birthday_guests AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_birthday_guests AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of invitations is added.
CREATE TRIGGER invitations_count_birthday_guests AFTER INSERT ON invitations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of invitations is changed.
CREATE TRIGGER invitations_recount_birthday_guests AFTER UPDATE OF result ON invitations
WHEN OLD.result IS NOT NEW.result BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts birthday-guests of the day anew when a row of invitations is deleted.
CREATE TRIGGER invitations_uncount_birthday_guests AFTER DELETE ON invitations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests' AND NOT EXISTS (
		SELECT 1 FROM counted_birthday_guests v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-signed of the day anew when a row of pledges is added.
CREATE TRIGGER pledges_count_pledges_signed AFTER INSERT ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_signed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-signed of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_pledges_signed AFTER UPDATE OF village_id, audience, signed_on, text_id, is_confirmed ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.signed_on, OLD.text_id, OLD.is_confirmed) IS NOT (NEW.village_id, NEW.audience, NEW.signed_on, NEW.text_id, NEW.is_confirmed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_signed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_signed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-signed of the day anew when a row of pledges is deleted.
CREATE TRIGGER pledges_uncount_pledges_signed AFTER DELETE ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_signed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is added.
CREATE TRIGGER pledge_withdrawals_count_pledges_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is changed.
CREATE TRIGGER pledge_withdrawals_recount_pledges_withdrawn AFTER UPDATE OF withdrawn_on ON pledge_withdrawals
WHEN OLD.withdrawn_on IS NOT NEW.withdrawn_on BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is deleted.
CREATE TRIGGER pledge_withdrawals_uncount_pledges_withdrawn AFTER DELETE ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_pledges_withdrawn AFTER UPDATE OF village_id, audience, text_id, is_confirmed ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.text_id, OLD.is_confirmed) IS NOT (NEW.village_id, NEW.audience, NEW.text_id, NEW.is_confirmed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) AND measure = 'pledges-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts signatures-withdrawn of the day anew when a row of pledge_withdrawals is added.
CREATE TRIGGER pledge_withdrawals_count_signatures_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts signatures-withdrawn of the day anew when a row of pledge_withdrawals is changed.
CREATE TRIGGER pledge_withdrawals_recount_signatures_withdrawn AFTER UPDATE OF withdrawn_on ON pledge_withdrawals
WHEN OLD.withdrawn_on IS NOT NEW.withdrawn_on BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts signatures-withdrawn of the day anew when a row of pledge_withdrawals is deleted.
CREATE TRIGGER pledge_withdrawals_uncount_signatures_withdrawn AFTER DELETE ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts signatures-withdrawn of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_signatures_withdrawn AFTER UPDATE OF village_id, audience, signed_on, is_confirmed ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.signed_on, OLD.is_confirmed) IS NOT (NEW.village_id, NEW.audience, NEW.signed_on, NEW.is_confirmed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) AND measure = 'signatures-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_signatures_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_signatures_withdrawn WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-renewed of the day anew when a row of pledge_renewals is added.
CREATE TRIGGER pledge_renewals_count_pledges_renewed AFTER INSERT ON pledge_renewals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.renewed_on AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.renewed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-renewed of the day anew when a row of pledge_renewals is changed.
CREATE TRIGGER pledge_renewals_recount_pledges_renewed AFTER UPDATE OF renewed_on, text_id ON pledge_renewals
WHEN (OLD.renewed_on, OLD.text_id) IS NOT (NEW.renewed_on, NEW.text_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.renewed_on AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.renewed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.renewed_on AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.renewed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-renewed of the day anew when a row of pledge_renewals is deleted.
CREATE TRIGGER pledge_renewals_uncount_pledges_renewed AFTER DELETE ON pledge_renewals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.renewed_on AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.renewed_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts pledges-renewed of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_pledges_renewed AFTER UPDATE OF village_id, audience, is_confirmed ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.is_confirmed) IS NOT (NEW.village_id, NEW.audience, NEW.is_confirmed) BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT OLD.village_id, renewed_on FROM pledge_renewals WHERE pledge_id = OLD.id) AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE (unit_id, on_date) IN (SELECT OLD.village_id, renewed_on FROM pledge_renewals WHERE pledge_id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT NEW.village_id, renewed_on FROM pledge_renewals WHERE pledge_id = NEW.id) AND measure = 'pledges-renewed' AND NOT EXISTS (
		SELECT 1 FROM counted_pledges_renewed v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_renewed WHERE (unit_id, on_date) IN (SELECT NEW.village_id, renewed_on FROM pledge_renewals WHERE pledge_id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_withdrawals is added.
CREATE TRIGGER pledge_withdrawals_count_renewals_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_withdrawals is changed.
CREATE TRIGGER pledge_withdrawals_recount_renewals_withdrawn AFTER UPDATE OF withdrawn_on ON pledge_withdrawals
WHEN OLD.withdrawn_on IS NOT NEW.withdrawn_on BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_withdrawals is deleted.
CREATE TRIGGER pledge_withdrawals_uncount_renewals_withdrawn AFTER DELETE ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_renewals is added.
CREATE TRIGGER pledge_renewals_count_renewals_withdrawn AFTER INSERT ON pledge_renewals BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_renewals is changed.
CREATE TRIGGER pledge_renewals_recount_renewals_withdrawn AFTER UPDATE OF renewed_on, text_id ON pledge_renewals
WHEN (OLD.renewed_on, OLD.text_id) IS NOT (NEW.renewed_on, NEW.text_id) BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledge_renewals is deleted.
CREATE TRIGGER pledge_renewals_uncount_renewals_withdrawn AFTER DELETE ON pledge_renewals BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT p.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.pledge_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts renewals-withdrawn of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_renewals_withdrawn AFTER UPDATE OF village_id, audience, is_confirmed ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.is_confirmed) IS NOT (NEW.village_id, NEW.audience, NEW.is_confirmed) BEGIN
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT OLD.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT OLD.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = OLD.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE (unit_id, on_date) IN (SELECT NEW.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.id) AND measure = 'renewals-withdrawn' AND NOT EXISTS (
		SELECT 1 FROM counted_renewals_withdrawn v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_renewals_withdrawn WHERE (unit_id, on_date) IN (SELECT NEW.village_id, max(w.withdrawn_on, r.renewed_on) FROM pledges p JOIN pledge_withdrawals w ON w.pledge_id = p.id
		JOIN pledge_renewals r ON r.pledge_id = p.id WHERE p.id = NEW.id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-begun of the day anew when a row of unit_closure is added.
CREATE TRIGGER unit_closure_count_grids_begun AFTER INSERT ON unit_closure
WHEN NEW.ancestor_id = NEW.descendant_id AND EXISTS (SELECT 1 FROM units WHERE id = NEW.descendant_id AND kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.descendant_id AND on_date = (SELECT valid_from_on FROM units WHERE id = NEW.descendant_id) AND measure = 'grids-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_begun WHERE unit_id = NEW.descendant_id AND on_date = (SELECT valid_from_on FROM units WHERE id = NEW.descendant_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-begun of the day anew when a row of unit_closure is deleted.
CREATE TRIGGER unit_closure_uncount_grids_begun AFTER DELETE ON unit_closure
WHEN OLD.ancestor_id = OLD.descendant_id AND EXISTS (SELECT 1 FROM units WHERE id = OLD.descendant_id AND kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.descendant_id AND on_date = (SELECT valid_from_on FROM units WHERE id = OLD.descendant_id) AND measure = 'grids-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_begun WHERE unit_id = OLD.descendant_id AND on_date = (SELECT valid_from_on FROM units WHERE id = OLD.descendant_id) GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-begun of the day anew when a row of units is changed.
CREATE TRIGGER units_recount_grids_begun AFTER UPDATE OF valid_from_on ON units
WHEN OLD.valid_from_on IS NOT NEW.valid_from_on AND (OLD.kind = 'grid' OR NEW.kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.id AND on_date = OLD.valid_from_on AND measure = 'grids-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_begun WHERE unit_id = OLD.id AND on_date = OLD.valid_from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.id AND on_date = NEW.valid_from_on AND measure = 'grids-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_begun WHERE unit_id = NEW.id AND on_date = NEW.valid_from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-ended of the day anew when a row of unit_closure is added.
CREATE TRIGGER unit_closure_count_grids_ended AFTER INSERT ON unit_closure
WHEN NEW.ancestor_id = NEW.descendant_id AND EXISTS (SELECT 1 FROM units WHERE id = NEW.descendant_id AND kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.descendant_id AND on_date = date((SELECT valid_to_on FROM units WHERE id = NEW.descendant_id), '+1 day') AND measure = 'grids-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_ended WHERE unit_id = NEW.descendant_id AND on_date = date((SELECT valid_to_on FROM units WHERE id = NEW.descendant_id), '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-ended of the day anew when a row of unit_closure is deleted.
CREATE TRIGGER unit_closure_uncount_grids_ended AFTER DELETE ON unit_closure
WHEN OLD.ancestor_id = OLD.descendant_id AND EXISTS (SELECT 1 FROM units WHERE id = OLD.descendant_id AND kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.descendant_id AND on_date = date((SELECT valid_to_on FROM units WHERE id = OLD.descendant_id), '+1 day') AND measure = 'grids-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_ended WHERE unit_id = OLD.descendant_id AND on_date = date((SELECT valid_to_on FROM units WHERE id = OLD.descendant_id), '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grids-ended of the day anew when a row of units is changed.
CREATE TRIGGER units_recount_grids_ended AFTER UPDATE OF valid_to_on ON units
WHEN OLD.valid_to_on IS NOT NEW.valid_to_on AND (OLD.kind = 'grid' OR NEW.kind = 'grid') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.id AND on_date = date(OLD.valid_to_on, '+1 day') AND measure = 'grids-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_ended WHERE unit_id = OLD.id AND on_date = date(OLD.valid_to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.id AND on_date = date(NEW.valid_to_on, '+1 day') AND measure = 'grids-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grids_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grids_ended WHERE unit_id = NEW.id AND on_date = date(NEW.valid_to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-begun of the day anew when a row of grid_members is added.
CREATE TRIGGER grid_members_count_grid_members_begun AFTER INSERT ON grid_members BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.grid_id AND on_date = NEW.from_on AND measure = 'grid-members-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_begun WHERE unit_id = NEW.grid_id AND on_date = NEW.from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-begun of the day anew when a row of grid_members is changed.
CREATE TRIGGER grid_members_recount_grid_members_begun AFTER UPDATE OF grid_id, role, from_on ON grid_members
WHEN (OLD.grid_id, OLD.role, OLD.from_on) IS NOT (NEW.grid_id, NEW.role, NEW.from_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.grid_id AND on_date = OLD.from_on AND measure = 'grid-members-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_begun WHERE unit_id = OLD.grid_id AND on_date = OLD.from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.grid_id AND on_date = NEW.from_on AND measure = 'grid-members-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_begun WHERE unit_id = NEW.grid_id AND on_date = NEW.from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-begun of the day anew when a row of grid_members is deleted.
CREATE TRIGGER grid_members_uncount_grid_members_begun AFTER DELETE ON grid_members BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.grid_id AND on_date = OLD.from_on AND measure = 'grid-members-begun' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_begun v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_begun WHERE unit_id = OLD.grid_id AND on_date = OLD.from_on GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-ended of the day anew when a row of grid_members is added.
CREATE TRIGGER grid_members_count_grid_members_ended AFTER INSERT ON grid_members BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.grid_id AND on_date = date(NEW.to_on, '+1 day') AND measure = 'grid-members-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_ended WHERE unit_id = NEW.grid_id AND on_date = date(NEW.to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-ended of the day anew when a row of grid_members is changed.
CREATE TRIGGER grid_members_recount_grid_members_ended AFTER UPDATE OF grid_id, role, to_on ON grid_members
WHEN (OLD.grid_id, OLD.role, OLD.to_on) IS NOT (NEW.grid_id, NEW.role, NEW.to_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.grid_id AND on_date = date(OLD.to_on, '+1 day') AND measure = 'grid-members-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_ended WHERE unit_id = OLD.grid_id AND on_date = date(OLD.to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
	DELETE FROM figure_days WHERE unit_id = NEW.grid_id AND on_date = date(NEW.to_on, '+1 day') AND measure = 'grid-members-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_ended WHERE unit_id = NEW.grid_id AND on_date = date(NEW.to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;

-- Counts grid-members-ended of the day anew when a row of grid_members is deleted.
CREATE TRIGGER grid_members_uncount_grid_members_ended AFTER DELETE ON grid_members BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.grid_id AND on_date = date(OLD.to_on, '+1 day') AND measure = 'grid-members-ended' AND NOT EXISTS (
		SELECT 1 FROM counted_grid_members_ended v
		WHERE v.unit_id = figure_days.unit_id AND v.on_date = figure_days.on_date AND v.kind = figure_days.kind AND v.topic = figure_days.topic);
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_grid_members_ended WHERE unit_id = OLD.grid_id AND on_date = date(OLD.to_on, '+1 day') GROUP BY unit_id, on_date, kind, topic
		ON CONFLICT DO UPDATE SET records = excluded.records, adds = excluded.adds
		WHERE records <> excluded.records OR adds <> excluded.adds;
END;
