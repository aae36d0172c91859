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
WHERE b.origin = 'declared' AND b.is_removed = 0;

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
SELECT 'pledges-signed' AS measure, p.audience AS kind, '' AS topic, p.village_id AS unit_id, p.signed_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledges p
WHERE p.audience = 'household';

-- What counts as pledges-withdrawn: a row for each record, with its unit, its day and what it adds.
CREATE VIEW counted_pledges_withdrawn AS
SELECT 'pledges-withdrawn' AS measure, p.audience AS kind, '' AS topic, p.village_id AS unit_id, w.withdrawn_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id
WHERE p.audience = 'household';

-- Every record that counts, of whichever kind.
CREATE VIEW counted_records AS
SELECT * FROM counted_banquets_held
UNION ALL SELECT * FROM counted_banquets_declared
UNION ALL SELECT * FROM counted_banquets_dissuaded
UNION ALL SELECT * FROM counted_activities
UNION ALL SELECT * FROM counted_events
UNION ALL SELECT * FROM counted_blood_donors
UNION ALL SELECT * FROM counted_blood_millilitres
UNION ALL SELECT * FROM counted_first_time_donors
UNION ALL SELECT * FROM counted_repeat_donors
UNION ALL SELECT * FROM counted_birthday_guests
UNION ALL SELECT * FROM counted_pledges_signed
UNION ALL SELECT * FROM counted_pledges_withdrawn;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is added.
CREATE TRIGGER banquet_outcomes_count_banquets_held AFTER INSERT ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY kind, topic;
END;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is changed.
CREATE TRIGGER banquet_outcomes_recount_banquets_held AFTER UPDATE OF outcome, ended_on ON banquet_outcomes
WHEN (OLD.outcome, OLD.ended_on) IS NOT (NEW.outcome, NEW.ended_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY kind, topic;
END;

-- Counts banquets-held of the day anew when a row of banquet_outcomes is deleted.
CREATE TRIGGER banquet_outcomes_uncount_banquets_held AFTER DELETE ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY kind, topic;
END;

-- Counts banquets-held of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_held AFTER UPDATE OF unit_id, occasion, is_removed ON banquets
WHEN (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) GROUP BY kind, topic;
END;

-- Counts banquets-declared of the day anew when a row of banquets is added.
CREATE TRIGGER banquets_count_banquets_declared AFTER INSERT ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY kind, topic;
END;

-- Counts banquets-declared of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_declared AFTER UPDATE OF unit_id, origin, occasion, declared_on, is_removed ON banquets
WHEN (OLD.unit_id, OLD.origin, OLD.occasion, OLD.declared_on, OLD.is_removed) IS NOT (NEW.unit_id, NEW.origin, NEW.occasion, NEW.declared_on, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY kind, topic;
END;

-- Counts banquets-declared of the day anew when a row of banquets is deleted.
CREATE TRIGGER banquets_uncount_banquets_declared AFTER DELETE ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is added.
CREATE TRIGGER dissuasions_count_banquets_dissuaded AFTER INSERT ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is changed.
CREATE TRIGGER dissuasions_recount_banquets_dissuaded AFTER UPDATE OF went_on, outcome ON dissuasions
WHEN (OLD.went_on, OLD.outcome) IS NOT (NEW.went_on, NEW.outcome) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasions is deleted.
CREATE TRIGGER dissuasions_uncount_banquets_dissuaded AFTER DELETE ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasion_confirmations is added.
CREATE TRIGGER dissuasion_confirmations_count_banquets_dissuaded AFTER INSERT ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of dissuasion_confirmations is deleted.
CREATE TRIGGER dissuasion_confirmations_uncount_banquets_dissuaded AFTER DELETE ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is added.
CREATE TRIGGER banquet_outcomes_count_banquets_dissuaded AFTER INSERT ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is changed.
CREATE TRIGGER banquet_outcomes_recount_banquets_dissuaded AFTER UPDATE OF outcome ON banquet_outcomes
WHEN OLD.outcome IS NOT NEW.outcome AND (EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = OLD.banquet_id) OR EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquet_outcomes is deleted.
CREATE TRIGGER banquet_outcomes_uncount_banquets_dissuaded AFTER DELETE ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = OLD.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) GROUP BY kind, topic;
END;

-- Counts banquets-dissuaded of the day anew when a row of banquets is changed.
CREATE TRIGGER banquets_recount_banquets_dissuaded AFTER UPDATE OF unit_id, occasion, is_removed ON banquets
WHEN (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) GROUP BY kind, topic;
END;

-- Counts activities of the day anew when a row of activities is added.
CREATE TRIGGER activities_count_activities AFTER INSERT ON activities
WHEN NEW.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY kind, topic;
END;

-- Counts activities of the day anew when a row of activities is changed.
CREATE TRIGGER activities_recount_activities AFTER UPDATE OF unit_id, kind, done_on, quantity, is_removed ON activities
WHEN (OLD.unit_id, OLD.kind, OLD.done_on, OLD.quantity, OLD.is_removed) IS NOT (NEW.unit_id, NEW.kind, NEW.done_on, NEW.quantity, NEW.is_removed) AND (OLD.kind <> 'checked-zero' OR NEW.kind <> 'checked-zero') BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY kind, topic;
END;

-- Counts activities of the day anew when a row of activities is deleted.
CREATE TRIGGER activities_uncount_activities AFTER DELETE ON activities
WHEN OLD.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY kind, topic;
END;

-- Counts events of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_events AFTER INSERT ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts events of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_events AFTER UPDATE OF attended ON event_completions
WHEN OLD.attended IS NOT NEW.attended BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts events of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_events AFTER DELETE ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts events of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_events AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts blood-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_blood_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts blood-donors of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_blood_donors AFTER UPDATE OF donors ON event_completions
WHEN OLD.donors IS NOT NEW.donors AND ((SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' OR (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive') BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts blood-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_blood_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts blood-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_blood_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_blood_millilitres AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is changed.
CREATE TRIGGER event_completions_recount_blood_millilitres AFTER UPDATE OF millilitres ON event_completions
WHEN OLD.millilitres IS NOT NEW.millilitres AND ((SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' OR (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive') BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts blood-millilitres of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_blood_millilitres AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts blood-millilitres of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_blood_millilitres AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_first_time_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_first_time_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_first_time_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of donations is added.
CREATE TRIGGER donations_count_first_time_donors AFTER INSERT ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of donations is changed.
CREATE TRIGGER donations_recount_first_time_donors AFTER UPDATE OF is_first, is_removed ON donations
WHEN (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts first-time-donors of the day anew when a row of donations is deleted.
CREATE TRIGGER donations_uncount_first_time_donors AFTER DELETE ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_repeat_donors AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_repeat_donors AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_repeat_donors AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of donations is added.
CREATE TRIGGER donations_count_repeat_donors AFTER INSERT ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of donations is changed.
CREATE TRIGGER donations_recount_repeat_donors AFTER UPDATE OF is_first, is_removed ON donations
WHEN (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts repeat-donors of the day anew when a row of donations is deleted.
CREATE TRIGGER donations_uncount_repeat_donors AFTER DELETE ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of event_completions is added.
CREATE TRIGGER event_completions_count_birthday_guests AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of event_completions is deleted.
CREATE TRIGGER event_completions_uncount_birthday_guests AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of events is changed.
CREATE TRIGGER events_recount_birthday_guests AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at) AND (EXISTS (SELECT 1 FROM event_completions WHERE event_id = OLD.id) OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of invitations is added.
CREATE TRIGGER invitations_count_birthday_guests AFTER INSERT ON invitations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of invitations is changed.
CREATE TRIGGER invitations_recount_birthday_guests AFTER UPDATE OF result ON invitations
WHEN OLD.result IS NOT NEW.result BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;

-- Counts birthday-guests of the day anew when a row of invitations is deleted.
CREATE TRIGGER invitations_uncount_birthday_guests AFTER DELETE ON invitations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;

-- Counts pledges-signed of the day anew when a row of pledges is added.
CREATE TRIGGER pledges_count_pledges_signed AFTER INSERT ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY kind, topic;
END;

-- Counts pledges-signed of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_pledges_signed AFTER UPDATE OF village_id, audience, signed_on ON pledges
WHEN (OLD.village_id, OLD.audience, OLD.signed_on) IS NOT (NEW.village_id, NEW.audience, NEW.signed_on) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY kind, topic;
END;

-- Counts pledges-signed of the day anew when a row of pledges is deleted.
CREATE TRIGGER pledges_uncount_pledges_signed AFTER DELETE ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY kind, topic;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is added.
CREATE TRIGGER pledge_withdrawals_count_pledges_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY kind, topic;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is changed.
CREATE TRIGGER pledge_withdrawals_recount_pledges_withdrawn AFTER UPDATE OF withdrawn_on ON pledge_withdrawals
WHEN OLD.withdrawn_on IS NOT NEW.withdrawn_on BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY kind, topic;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledge_withdrawals is deleted.
CREATE TRIGGER pledge_withdrawals_uncount_pledges_withdrawn AFTER DELETE ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY kind, topic;
END;

-- Counts pledges-withdrawn of the day anew when a row of pledges is changed.
CREATE TRIGGER pledges_recount_pledges_withdrawn AFTER UPDATE OF village_id, audience ON pledges
WHEN (OLD.village_id, OLD.audience) IS NOT (NEW.village_id, NEW.audience) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) GROUP BY kind, topic;
END;
