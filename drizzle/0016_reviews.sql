CREATE TABLE `acting` (
	`one` integer PRIMARY KEY NOT NULL,
	`act_id` text,
	CONSTRAINT "acting_one" CHECK(one = 1)
);
--> statement-breakpoint
CREATE TABLE `closings` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "closings_period" CHECK(from_on <= to_on)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `closings_once` ON `closings` (`unit_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE TABLE `late_reasons` (
	`id` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text
);
--> statement-breakpoint
CREATE INDEX `late_reasons_act` ON `late_reasons` (`act_id`,`at`);--> statement-breakpoint
CREATE TABLE `late_records` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`closing_id` text NOT NULL,
	`type` text NOT NULL,
	`record_id` text NOT NULL,
	`on_date` text NOT NULL,
	`change` text NOT NULL,
	`act_id` text,
	`by_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "late_records_change" CHECK(change in ('added', 'changed', 'removed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `late_records_once` ON `late_records` (`closing_id`,`act_id`,`type`,`record_id`);--> statement-breakpoint
CREATE INDEX `late_records_by` ON `late_records` (`by_id`,`act_id`);--> statement-breakpoint
CREATE TABLE `snapshot_figures` (
	`snapshot_id` text NOT NULL,
	`figure` text NOT NULL,
	`value` integer,
	`previous` integer,
	`record_count` integer NOT NULL,
	`list_hash` text NOT NULL,
	`definition` text NOT NULL,
	PRIMARY KEY(`snapshot_id`, `figure`),
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_hash`) REFERENCES `snapshot_lists`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `snapshot_lists` (
	`hash` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`closing_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`definitions` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`seen_acts` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`closing_id`) REFERENCES `closings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number` ON `snapshots` (`unit_id`,`number`);--> statement-breakpoint
CREATE INDEX `snapshots_closing` ON `snapshots` (`closing_id`,`number`);--> statement-breakpoint
CREATE TABLE `report_draft_figures` (
	`draft_id` text NOT NULL,
	`figure` text NOT NULL,
	`value` integer,
	`previous` integer,
	`target` integer,
	`previous_target` integer,
	PRIMARY KEY(`draft_id`, `figure`),
	FOREIGN KEY (`draft_id`) REFERENCES `report_drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`number` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_drafts_number` ON `report_drafts` (`report_id`,`number`);--> statement-breakpoint
CREATE TABLE `report_publications` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`draft_id` text NOT NULL,
	`snapshot_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `report_drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_publications_report` ON `report_publications` (`report_id`,`at`);--> statement-breakpoint
CREATE TABLE `report_withdrawals` (
	`publication_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`publication_id`) REFERENCES `report_publications`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reports_year" CHECK(typeof(year) = 'integer' and year between 2000 and 2199)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`unit_id`,`year`);
--> statement-breakpoint
-- rules
INSERT INTO acting (one) VALUES (1);
--> statement-breakpoint
CREATE TRIGGER acting_kept BEFORE DELETE ON acting BEGIN
	SELECT RAISE(ABORT, 'the one row of acting is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER report_drafts_in_turn BEFORE INSERT ON report_drafts
WHEN NEW.number <> (SELECT 1 + coalesce(max(number), 0) FROM report_drafts WHERE report_id = NEW.report_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:report-moved-on');
END;
--> statement-breakpoint
-- What is made public is the report's own draft, from a snapshot of its whole year, and no earlier draft over a later one.
CREATE TRIGGER report_publications_fit BEFORE INSERT ON report_publications BEGIN
	SELECT CASE
		WHEN NOT EXISTS (SELECT 1 FROM report_drafts WHERE id = NEW.draft_id AND report_id = NEW.report_id)
			THEN RAISE(ABORT, 'a report is published from its own draft')
		WHEN NOT EXISTS (
			SELECT 1 FROM snapshots s JOIN closings c ON c.id = s.closing_id JOIN reports r ON r.id = NEW.report_id
			WHERE s.id = NEW.snapshot_id AND c.unit_id = r.unit_id
				AND c.from_on = r.year || '-01-01' AND c.to_on = r.year || '-12-31'
		) THEN RAISE(ABORT, 'refusal:report-not-closed')
		WHEN NEW.draft_id <> (SELECT id FROM report_drafts WHERE report_id = NEW.report_id ORDER BY number DESC LIMIT 1)
			THEN RAISE(ABORT, 'refusal:report-moved-on')
	END;
END;
--> statement-breakpoint
CREATE TRIGGER report_withdrawals_last BEFORE INSERT ON report_withdrawals
WHEN EXISTS (
	SELECT 1 FROM report_publications mine JOIN report_publications later ON later.report_id = mine.report_id AND later.rowid > mine.rowid
	WHERE mine.id = NEW.publication_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:report-moved-on');
END;
--> statement-breakpoint
CREATE TRIGGER reports_unchanged BEFORE UPDATE ON reports BEGIN
	SELECT RAISE(ABORT, 'a report is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER reports_kept BEFORE DELETE ON reports BEGIN
	SELECT RAISE(ABORT, 'a report is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER report_drafts_unchanged BEFORE UPDATE ON report_drafts BEGIN
	SELECT RAISE(ABORT, 'a draft is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER report_drafts_kept BEFORE DELETE ON report_drafts BEGIN
	SELECT RAISE(ABORT, 'a draft is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER report_draft_figures_unchanged BEFORE UPDATE ON report_draft_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a draft are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER report_draft_figures_kept BEFORE DELETE ON report_draft_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a draft are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER report_publications_unchanged BEFORE UPDATE ON report_publications BEGIN
	SELECT RAISE(ABORT, 'a publication is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER report_publications_kept BEFORE DELETE ON report_publications BEGIN
	SELECT RAISE(ABORT, 'a publication is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER report_withdrawals_unchanged BEFORE UPDATE ON report_withdrawals BEGIN
	SELECT RAISE(ABORT, 'a withdrawal is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER report_withdrawals_kept BEFORE DELETE ON report_withdrawals BEGIN
	SELECT RAISE(ABORT, 'a withdrawal is never deleted');
END;
--> statement-breakpoint
-- The next number of the unit, chained to the snapshot before, of records that no act has changed since they were counted.
CREATE TRIGGER snapshots_in_turn BEFORE INSERT ON snapshots BEGIN
	SELECT CASE
		WHEN NEW.number <> (SELECT 1 + coalesce(max(number), 0) FROM snapshots WHERE unit_id = NEW.unit_id)
			OR NEW.previous_hash <> coalesce((SELECT hash FROM snapshots WHERE unit_id = NEW.unit_id ORDER BY number DESC LIMIT 1), '')
			OR NEW.seen_acts + 1 <> (SELECT max(rowid) FROM audit_entries) THEN RAISE(ABORT, 'refusal:records-moved-on')
		WHEN NEW.unit_id <> (SELECT unit_id FROM closings WHERE id = NEW.closing_id) THEN RAISE(ABORT, 'a snapshot is of the unit of its closing')
	END;
END;
--> statement-breakpoint
CREATE TRIGGER closings_unchanged BEFORE UPDATE ON closings BEGIN
	SELECT RAISE(ABORT, 'a closing is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER closings_kept BEFORE DELETE ON closings BEGIN
	SELECT RAISE(ABORT, 'a closing is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER snapshots_unchanged BEFORE UPDATE ON snapshots BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER snapshots_kept BEFORE DELETE ON snapshots BEGIN
	SELECT RAISE(ABORT, 'a snapshot is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER snapshot_lists_unchanged BEFORE UPDATE ON snapshot_lists BEGIN
	SELECT RAISE(ABORT, 'the records of a snapshot are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER snapshot_lists_kept BEFORE DELETE ON snapshot_lists BEGIN
	SELECT RAISE(ABORT, 'the records of a snapshot are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER snapshot_figures_unchanged BEFORE UPDATE ON snapshot_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a snapshot are never changed');
END;
--> statement-breakpoint
CREATE TRIGGER snapshot_figures_kept BEFORE DELETE ON snapshot_figures BEGIN
	SELECT RAISE(ABORT, 'the figures of a snapshot are never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER late_records_unchanged BEFORE UPDATE ON late_records BEGIN
	SELECT RAISE(ABORT, 'what came late is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER late_records_kept BEFORE DELETE ON late_records BEGIN
	SELECT RAISE(ABORT, 'what came late is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER late_reasons_unchanged BEFORE UPDATE ON late_reasons BEGIN
	SELECT RAISE(ABORT, 'what was said of a late record is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER late_reasons_kept BEFORE DELETE ON late_reasons BEGIN
	SELECT RAISE(ABORT, 'what was said of a late record is never deleted');
END;
--> statement-breakpoint
-- What comes or changes of a closed period is noted with the act that did it. A dissuasion counts no more once the banquet was held.
CREATE TRIGGER late_outcomes_added AFTER INSERT ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', b.id, NEW.ended_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = NEW.banquet_id AND NEW.ended_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_outcomes_changed AFTER UPDATE OF outcome, ended_on ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', b.id, NEW.ended_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = NEW.banquet_id AND (OLD.ended_on BETWEEN c.from_on AND c.to_on OR NEW.ended_on BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_outcomes_added_dissuaded AFTER INSERT ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.banquet_id AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_outcomes_changed_dissuaded AFTER UPDATE OF outcome ON banquet_outcomes BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.banquet_id AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_banquets_added AFTER INSERT ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', NEW.id, NEW.declared_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.origin = 'declared' AND NEW.declared_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_banquets_changed AFTER UPDATE OF unit_id, origin, declared_on, is_removed ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'banquet', NEW.id, NEW.declared_on, CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.origin, OLD.declared_on, OLD.is_removed) IS NOT (NEW.unit_id, NEW.origin, NEW.declared_on, NEW.is_removed)
			AND (OLD.declared_on BETWEEN c.from_on AND c.to_on OR NEW.declared_on BETWEEN c.from_on AND c.to_on
				OR EXISTS (SELECT 1 FROM banquet_outcomes o WHERE o.banquet_id = NEW.id AND o.ended_on BETWEEN c.from_on AND c.to_on))
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_banquets_changed_dissuaded AFTER UPDATE OF unit_id, occasion, is_removed ON banquets BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.banquet_id = NEW.id AND d.went_on BETWEEN c.from_on AND c.to_on AND (OLD.unit_id, OLD.occasion, OLD.is_removed) IS NOT (NEW.unit_id, NEW.occasion, NEW.is_removed)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_dissuasions_added AFTER INSERT ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.id AND NEW.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_dissuasions_changed AFTER UPDATE OF went_on, outcome ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.id AND (OLD.went_on BETWEEN c.from_on AND c.to_on OR NEW.went_on BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_dissuasions_removed AFTER DELETE ON dissuasions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', OLD.id, OLD.went_on, 'removed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM banquets b JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE b.id = OLD.banquet_id AND OLD.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_confirmations_added AFTER INSERT ON dissuasion_confirmations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = NEW.dissuasion_id AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_confirmations_removed AFTER DELETE ON dissuasion_confirmations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'dissuasion', d.id, d.went_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id JOIN unit_closure u ON u.descendant_id = b.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE d.id = OLD.dissuasion_id AND d.went_on BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- A checked zero belongs to the month that was checked.
CREATE TRIGGER late_activities_added AFTER INSERT ON activities BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'activity', NEW.id, NEW.done_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (NEW.done_on BETWEEN c.from_on AND c.to_on OR NEW.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7))
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_activities_changed AFTER UPDATE OF unit_id, kind, done_on, quantity, zero_month, is_removed ON activities BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'activity', NEW.id, NEW.done_on, CASE WHEN NEW.is_removed AND NOT OLD.is_removed THEN 'removed' ELSE 'changed' END, a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.kind, OLD.done_on, OLD.quantity, OLD.zero_month, OLD.is_removed)
				IS NOT (NEW.unit_id, NEW.kind, NEW.done_on, NEW.quantity, NEW.zero_month, NEW.is_removed)
			AND ((OLD.done_on BETWEEN c.from_on AND c.to_on OR OLD.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7))
				OR (NEW.done_on BETWEEN c.from_on AND c.to_on OR NEW.zero_month BETWEEN substr(c.from_on, 1, 7) AND substr(c.to_on, 1, 7)))
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- An event counts by the day of its first slot, in the town's time.
CREATE TRIGGER late_completions_added AFTER INSERT ON event_completions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN unit_closure u ON u.descendant_id = v.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_completions_changed AFTER UPDATE OF attended, donors, millilitres ON event_completions BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN unit_closure u ON u.descendant_id = v.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND (OLD.attended, OLD.donors, OLD.millilitres) IS NOT (NEW.attended, NEW.donors, NEW.millilitres)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_events_changed AFTER UPDATE OF unit_id, kind, topic, starts_at ON events BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', NEW.id, coalesce(date(NEW.starts_at / 1000 + 28800, 'unixepoch'), date(OLD.starts_at / 1000 + 28800, 'unixepoch'), ''), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.unit_id, NEW.unit_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.unit_id, OLD.kind, OLD.topic, OLD.starts_at) IS NOT (NEW.unit_id, NEW.kind, NEW.topic, NEW.starts_at)
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = NEW.id)
			AND (date(OLD.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
				OR date(NEW.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_donations_added AFTER INSERT ON donations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN unit_closure u ON u.descendant_id = v.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_donations_changed AFTER UPDATE OF is_first, is_removed ON donations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'event', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN unit_closure u ON u.descendant_id = v.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
			AND (OLD.is_first, OLD.is_removed) IS NOT (NEW.is_first, NEW.is_removed)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_invitations_changed AFTER UPDATE OF result ON invitations BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'birthday-list', v.id, date(v.starts_at / 1000 + 28800, 'unixepoch'), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM events v JOIN unit_closure u ON u.descendant_id = v.unit_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE v.id = NEW.event_id AND date(v.starts_at / 1000 + 28800, 'unixepoch') BETWEEN c.from_on AND c.to_on AND OLD.result IS NOT NEW.result
			AND EXISTS (SELECT 1 FROM event_completions WHERE event_id = v.id)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
-- What is in force at a period's end changes by what began at any time before.
CREATE TRIGGER late_pledges_added AFTER INSERT ON pledges BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'pledge', NEW.id, NEW.signed_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.village_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.audience = 'household' AND NEW.signed_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_pledges_withdrawn AFTER INSERT ON pledge_withdrawals BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'pledge', p.id, NEW.withdrawn_on, 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM pledges p JOIN unit_closure u ON u.descendant_id = p.village_id JOIN closings c ON c.unit_id = u.ancestor_id JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE p.id = NEW.pledge_id AND p.audience = 'household' AND NEW.withdrawn_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_grids_added AFTER INSERT ON units BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid', NEW.id, NEW.valid_from_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.parent_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.kind = 'grid' AND NEW.valid_from_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_grids_changed AFTER UPDATE OF valid_from_on, valid_to_on ON units BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid', NEW.id, coalesce(NEW.valid_to_on, NEW.valid_from_on), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.kind = 'grid'
			AND (OLD.valid_from_on, OLD.valid_to_on) IS NOT (NEW.valid_from_on, NEW.valid_to_on)
			AND (OLD.valid_from_on <> NEW.valid_from_on AND min(OLD.valid_from_on, NEW.valid_from_on) <= c.to_on
				OR min(coalesce(OLD.valid_to_on, '9999'), coalesce(NEW.valid_to_on, '9999')) <= c.to_on)
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_grid_members_added AFTER INSERT ON grid_members BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid-member', NEW.id, NEW.from_on, 'added', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (NEW.grid_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE NEW.from_on <= c.to_on
		ON CONFLICT DO NOTHING;
END;
--> statement-breakpoint
CREATE TRIGGER late_grid_members_changed AFTER UPDATE OF grid_id, role, from_on, to_on ON grid_members BEGIN
	INSERT INTO late_records (closing_id, type, record_id, on_date, change, act_id, by_id, at)
		SELECT c.id, 'grid-member', NEW.id, coalesce(NEW.to_on, NEW.from_on), 'changed', a.act_id, e.actor_id, coalesce(e.at, unixepoch() * 1000)
		FROM closings c JOIN unit_closure u ON u.ancestor_id = c.unit_id AND u.descendant_id IN (OLD.grid_id, NEW.grid_id) JOIN acting a LEFT JOIN audit_entries e ON e.id = a.act_id
		WHERE (OLD.grid_id, OLD.role, OLD.from_on) IS NOT (NEW.grid_id, NEW.role, NEW.from_on) AND min(OLD.from_on, NEW.from_on) <= c.to_on
			OR OLD.to_on IS NOT NEW.to_on AND min(coalesce(OLD.to_on, '9999'), coalesce(NEW.to_on, '9999')) <= c.to_on
		ON CONFLICT DO NOTHING;
END;
