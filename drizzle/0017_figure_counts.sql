CREATE TABLE `figure_days` (
	`unit_id` text NOT NULL,
	`on_date` text NOT NULL,
	`measure` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`records` integer NOT NULL,
	`adds` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `on_date`, `measure`, `kind`, `topic`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `figure_days_first` ON `figure_days` (`measure`,`on_date`);--> statement-breakpoint
CREATE TABLE `figure_months` (
	`scope_id` text NOT NULL,
	`month` text NOT NULL,
	`measure` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`records` integer NOT NULL,
	`adds` integer NOT NULL,
	PRIMARY KEY(`scope_id`, `month`, `measure`, `kind`, `topic`),
	FOREIGN KEY (`scope_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activities_zeros` ON `activities` (`zero_kind`,`zero_month`,`unit_id`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE INDEX `banquets_declared` ON `banquets` (`unit_id`,`declared_on`);--> statement-breakpoint
CREATE INDEX `banquets_declared_on` ON `banquets` (`declared_on`);--> statement-breakpoint
CREATE INDEX `pledge_withdrawals_on` ON `pledge_withdrawals` (`withdrawn_on`);--> statement-breakpoint
CREATE INDEX `pledges_signed` ON `pledges` (`audience`,`signed_on`);
--> statement-breakpoint
-- rules
-- What counts, said once: a view for each kind of record, with its unit, its day and what it adds. CROSS JOIN has SQLite go by the day, of which
-- there are few records, and not through all banquets of a village.
CREATE INDEX events_day ON events (unit_id, date(starts_at / 1000 + 28800, 'unixepoch'));
--> statement-breakpoint
CREATE VIEW counted_banquets_held AS
SELECT 'banquets-held' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, o.ended_on AS on_date,
	'banquet' AS type, o.banquet_id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM banquet_outcomes o CROSS JOIN banquets b ON b.id = o.banquet_id
WHERE o.outcome IN ('held', 'reduced') AND b.is_removed = 0;
--> statement-breakpoint
CREATE VIEW counted_banquets_declared AS
SELECT 'banquets-declared' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, b.declared_on AS on_date,
	'banquet' AS type, b.id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM banquets b
WHERE b.origin = 'declared' AND b.is_removed = 0;
--> statement-breakpoint
CREATE VIEW counted_banquets_dissuaded AS
SELECT 'banquets-dissuaded' AS measure, b.occasion AS kind, '' AS topic, b.unit_id, d.went_on AS on_date,
	'dissuasion' AS type, d.id AS record_id, b.id AS subject_id, '' AS title, 1 AS adds
FROM dissuasions d CROSS JOIN banquets b ON b.id = d.banquet_id
WHERE b.is_removed = 0 AND d.outcome = 'cancelled' AND b.occasion NOT IN ('wedding', 'funeral')
	AND EXISTS (SELECT 1 FROM dissuasion_confirmations WHERE dissuasion_id = d.id)
	AND NOT EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = b.id AND outcome IN ('held', 'reduced'));
--> statement-breakpoint
CREATE VIEW counted_activities AS
SELECT 'activities' AS measure, a.kind, '' AS topic, a.unit_id, a.done_on AS on_date,
	'activity' AS type, a.id AS record_id, a.id AS subject_id, a.subject AS title, a.quantity AS adds
FROM activities a
WHERE a.is_removed = 0 AND a.kind <> 'checked-zero';
--> statement-breakpoint
CREATE VIEW counted_events AS
SELECT 'events' AS measure, e.kind, coalesce(e.topic, '') AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.attended AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id;
--> statement-breakpoint
CREATE VIEW counted_blood_donors AS
SELECT 'blood-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.donors AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
WHERE e.kind = 'blood-drive' AND c.donors > 0;
--> statement-breakpoint
CREATE VIEW counted_blood_millilitres AS
SELECT 'blood-millilitres' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, c.millilitres AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
WHERE e.kind = 'blood-drive' AND c.millilitres > 0;
--> statement-breakpoint
CREATE VIEW counted_first_time_donors AS
SELECT 'first-time-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 1
WHERE e.kind = 'blood-drive';
--> statement-breakpoint
CREATE VIEW counted_repeat_donors AS
SELECT 'repeat-donors' AS measure, e.kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'event' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id
	JOIN donations d ON d.event_id = e.id AND d.is_removed = 0 AND d.is_first = 0
WHERE e.kind = 'blood-drive';
--> statement-breakpoint
CREATE VIEW counted_birthday_guests AS
SELECT 'birthday-guests' AS measure, i.result AS kind, '' AS topic, e.unit_id,
	date(e.starts_at / 1000 + 28800, 'unixepoch') AS on_date,
	'birthday-list' AS type, e.id AS record_id, e.id AS subject_id, e.title, 1 AS adds
FROM events e JOIN event_completions c ON c.event_id = e.id JOIN invitations i ON i.event_id = e.id
WHERE e.kind = 'birthday-banquet' AND i.result IS NOT NULL;
--> statement-breakpoint
CREATE VIEW counted_pledges_signed AS
SELECT 'pledges-signed' AS measure, p.audience AS kind, '' AS topic, p.village_id AS unit_id, p.signed_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledges p
WHERE p.audience = 'household';
--> statement-breakpoint
CREATE VIEW counted_pledges_withdrawn AS
SELECT 'pledges-withdrawn' AS measure, p.audience AS kind, '' AS topic, p.village_id AS unit_id, w.withdrawn_on AS on_date,
	'pledge' AS type, p.id AS record_id, p.id AS subject_id, '' AS title, 1 AS adds
FROM pledge_withdrawals w JOIN pledges p ON p.id = w.pledge_id
WHERE p.audience = 'household';
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TRIGGER figure_days_added AFTER INSERT ON figure_days BEGIN
	INSERT INTO figure_months (scope_id, month, measure, kind, topic, records, adds)
		SELECT ancestor_id, substr(NEW.on_date, 1, 7), NEW.measure, NEW.kind, NEW.topic, NEW.records, NEW.adds
		FROM unit_closure WHERE descendant_id = NEW.unit_id
		ON CONFLICT DO UPDATE SET records = records + excluded.records, adds = adds + excluded.adds;
END;
--> statement-breakpoint
CREATE TRIGGER figure_days_taken AFTER DELETE ON figure_days BEGIN
	UPDATE figure_months SET records = records - OLD.records, adds = adds - OLD.adds
	WHERE scope_id IN (SELECT ancestor_id FROM unit_closure WHERE descendant_id = OLD.unit_id)
		AND month = substr(OLD.on_date, 1, 7) AND measure = OLD.measure AND kind = OLD.kind AND topic = OLD.topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_count AFTER INSERT ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_recount AFTER UPDATE OF outcome, ended_on ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.ended_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_uncount AFTER DELETE ON banquet_outcomes BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.ended_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_count_dissuaded AFTER INSERT ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_recount_dissuaded AFTER UPDATE OF outcome ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = NEW.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.banquet_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_uncount_dissuaded AFTER DELETE ON banquet_outcomes
WHEN EXISTS (SELECT 1 FROM dissuasions WHERE banquet_id = OLD.banquet_id) BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.banquet_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquets_count AFTER INSERT ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquets_recount AFTER UPDATE OF unit_id, origin, occasion, declared_on, is_removed ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = NEW.unit_id AND on_date = NEW.declared_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = OLD.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) AND measure = 'banquets-held';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_held WHERE unit_id = NEW.unit_id AND on_date = (SELECT ended_on FROM banquet_outcomes WHERE banquet_id = NEW.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = OLD.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = NEW.unit_id AND on_date = (SELECT went_on FROM dissuasions WHERE banquet_id = NEW.id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER banquets_uncount AFTER DELETE ON banquets BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on AND measure = 'banquets-declared';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_declared WHERE unit_id = OLD.unit_id AND on_date = OLD.declared_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_count AFTER INSERT ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_recount AFTER UPDATE OF went_on, outcome ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = NEW.banquet_id) AND on_date = NEW.went_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_uncount AFTER DELETE ON dissuasions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT unit_id FROM banquets WHERE id = OLD.banquet_id) AND on_date = OLD.went_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasion_confirmations_count AFTER INSERT ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = NEW.dissuasion_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER dissuasion_confirmations_uncount AFTER DELETE ON dissuasion_confirmations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) AND measure = 'banquets-dissuaded';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_banquets_dissuaded WHERE unit_id = (SELECT b.unit_id FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = OLD.dissuasion_id) AND on_date = (SELECT went_on FROM dissuasions WHERE id = OLD.dissuasion_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER activities_count AFTER INSERT ON activities
WHEN NEW.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER activities_recount AFTER UPDATE OF unit_id, kind, done_on, quantity, is_removed ON activities
WHEN NEW.kind <> 'checked-zero' BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = NEW.unit_id AND on_date = NEW.done_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER activities_uncount AFTER DELETE ON activities BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on AND measure = 'activities';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_activities WHERE unit_id = OLD.unit_id AND on_date = OLD.done_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_count AFTER INSERT ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_count_blood AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_count_guests AFTER INSERT ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_recount AFTER UPDATE OF attended, donors, millilitres ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_recount_blood AFTER UPDATE OF attended, donors, millilitres ON event_completions
WHEN (SELECT kind FROM events WHERE id = NEW.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_uncount AFTER DELETE ON event_completions BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_uncount_blood AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'blood-drive' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_uncount_guests AFTER DELETE ON event_completions
WHEN (SELECT kind FROM events WHERE id = OLD.event_id) = 'birthday-banquet' BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER events_recount AFTER UPDATE OF unit_id, kind, topic, starts_at ON events
WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id) BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'events';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_events WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'blood-millilitres';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_blood_millilitres WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = OLD.unit_id AND on_date = date(OLD.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = NEW.unit_id AND on_date = date(NEW.starts_at / 1000 + 28800, 'unixepoch') GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER donations_count AFTER INSERT ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER donations_recount AFTER UPDATE OF is_first, is_removed ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER donations_uncount AFTER DELETE ON donations BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'first-time-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_first_time_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'repeat-donors';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_repeat_donors WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_count AFTER INSERT ON invitations
WHEN NEW.result IS NOT NULL BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_recount AFTER UPDATE OF result ON invitations
WHEN NEW.result IS NOT OLD.result BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = NEW.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = NEW.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_uncount AFTER DELETE ON invitations
WHEN OLD.result IS NOT NULL BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) AND measure = 'birthday-guests';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_birthday_guests WHERE unit_id = (SELECT unit_id FROM events WHERE id = OLD.event_id) AND on_date = (SELECT date(starts_at / 1000 + 28800, 'unixepoch') FROM events WHERE id = OLD.event_id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledges_count AFTER INSERT ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledges_recount AFTER UPDATE OF village_id, audience, signed_on ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = NEW.village_id AND on_date = NEW.signed_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = OLD.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = OLD.id) GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = NEW.village_id AND on_date = (SELECT withdrawn_on FROM pledge_withdrawals WHERE pledge_id = NEW.id) GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledges_uncount AFTER DELETE ON pledges BEGIN
	DELETE FROM figure_days WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on AND measure = 'pledges-signed';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_signed WHERE unit_id = OLD.village_id AND on_date = OLD.signed_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledge_withdrawals_count AFTER INSERT ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledge_withdrawals_recount AFTER UPDATE OF withdrawn_on ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY kind, topic;
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = NEW.pledge_id) AND on_date = NEW.withdrawn_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledge_withdrawals_uncount AFTER DELETE ON pledge_withdrawals BEGIN
	DELETE FROM figure_days WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on AND measure = 'pledges-withdrawn';
	INSERT INTO figure_days SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds)
		FROM counted_pledges_withdrawn WHERE unit_id = (SELECT village_id FROM pledges WHERE id = OLD.pledge_id) AND on_date = OLD.withdrawn_on GROUP BY kind, topic;
END;
--> statement-breakpoint
CREATE TRIGGER pledge_withdrawals_after BEFORE INSERT ON pledge_withdrawals
WHEN NEW.withdrawn_on < (SELECT signed_on FROM pledges WHERE id = NEW.pledge_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:withdrawn-before-signed');
END;
--> statement-breakpoint
DROP TRIGGER activities_zero_of_none;
--> statement-breakpoint
DROP TRIGGER activities_none_in_zero;
--> statement-breakpoint
DROP TRIGGER activities_none_in_zero_later;
--> statement-breakpoint
-- A checked zero and a record of what was checked never stand side by side, in whichever ledger.
CREATE TRIGGER activities_zero_of_none BEFORE INSERT ON activities
WHEN NEW.kind = 'checked-zero' AND EXISTS (
	SELECT 1 FROM figure_months WHERE scope_id = NEW.unit_id AND month = NEW.zero_month AND records > 0 AND CASE NEW.zero_kind
		WHEN 'banquet' THEN measure = 'banquets-held' WHEN 'dissuasion' THEN measure = 'banquets-dissuaded'
		ELSE measure = 'activities' AND kind = NEW.zero_kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-has-records');
END;
--> statement-breakpoint
CREATE TRIGGER figure_days_none_in_zero BEFORE INSERT ON figure_days
WHEN EXISTS (
	SELECT 1 FROM unit_closure c JOIN activities z ON z.unit_id = c.ancestor_id
	WHERE c.descendant_id = NEW.unit_id AND z.zero_month = substr(NEW.on_date, 1, 7) AND z.is_removed = 0
		AND z.zero_kind = CASE NEW.measure WHEN 'banquets-held' THEN 'banquet' WHEN 'banquets-dissuaded' THEN 'dissuasion'
			WHEN 'activities' THEN NEW.kind END
) BEGIN
	SELECT RAISE(ABORT, 'refusal:month-checked-zero');
END;
--> statement-breakpoint
INSERT INTO figure_days (unit_id, on_date, measure, kind, topic, records, adds)
	SELECT unit_id, on_date, measure, kind, topic, count(*), sum(adds) FROM counted_records GROUP BY 1, 2, 3, 4, 5;
