CREATE TABLE `event_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`slot_id` text,
	`place_before` text,
	`place_after` text,
	`starts_before` integer,
	`ends_before` integer,
	`starts_after` integer,
	`ends_after` integer,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_changes_reason" CHECK(trim(reason) <> ''),
	CONSTRAINT "event_changes_of_place_or_time" CHECK(case when slot_id is null then place_before is not null and place_after is not null and starts_before is null
				else place_before is null and starts_before is not null and ends_before is not null
					and starts_after is not null and ends_after is not null end)
);
--> statement-breakpoint
CREATE INDEX `event_changes_event` ON `event_changes` (`event_id`,`at`);--> statement-breakpoint
CREATE INDEX `event_changes_slot` ON `event_changes` (`slot_id`,`at`);--> statement-breakpoint
CREATE TABLE `event_series` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`every` integer NOT NULL,
	`times` integer NOT NULL,
	`first_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	CONSTRAINT "event_series_rule" CHECK(rule in ('weekly', 'monthly-day', 'monthly-weekday', 'lunar-day')),
	CONSTRAINT "event_series_every" CHECK(every between 1 and 12),
	CONSTRAINT "event_series_times" CHECK(times between 1 and 60)
);
--> statement-breakpoint
ALTER TABLE `events` ADD `number` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `series_id` text REFERENCES event_series(id);--> statement-breakpoint
UPDATE events SET number = nth FROM (SELECT id AS counted, row_number() OVER (ORDER BY at, id) AS nth FROM events) WHERE id = counted;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_number` ON `events` (`number`);--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`,`starts_at`);
--> statement-breakpoint
CREATE TRIGGER events_take_a_number AFTER INSERT ON events WHEN NEW.number = 0 BEGIN
	UPDATE events SET number = (SELECT max(number) + 1 FROM events) WHERE id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER events_keep_their_number BEFORE UPDATE OF number ON events WHEN OLD.number <> 0 BEGIN
	SELECT RAISE(ABORT, 'the number of an event stands on posters');
END;
--> statement-breakpoint
CREATE TRIGGER slots_moved_with_reason BEFORE UPDATE OF starts_at, ends_at ON slots
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at)
	AND EXISTS (SELECT 1 FROM event_publications WHERE event_id = OLD.event_id)
	AND EXISTS (SELECT 1 FROM signups WHERE slot_id = OLD.id AND place <> 'withdrawn')
	AND NOT coalesce((
		SELECT starts_before = OLD.starts_at AND ends_before = OLD.ends_at AND starts_after = NEW.starts_at AND ends_after = NEW.ends_at
		FROM event_changes WHERE slot_id = OLD.id ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;
--> statement-breakpoint
CREATE TRIGGER events_moved_with_reason BEFORE UPDATE OF place ON events
WHEN NEW.place <> OLD.place
	AND EXISTS (SELECT 1 FROM event_publications WHERE event_id = OLD.id)
	AND EXISTS (SELECT 1 FROM slots JOIN signups ON signups.slot_id = slots.id WHERE slots.event_id = OLD.id AND signups.place <> 'withdrawn')
	AND NOT coalesce((
		SELECT place_before = OLD.place AND place_after = NEW.place
		FROM event_changes WHERE event_id = OLD.id AND slot_id IS NULL ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;
--> statement-breakpoint
CREATE TRIGGER event_changes_unchanged BEFORE UPDATE ON event_changes BEGIN
	SELECT RAISE(ABORT, 'a change of an event is never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER events_stay_in_their_series BEFORE UPDATE OF series_id ON events
WHEN OLD.series_id IS NOT NULL AND NEW.series_id IS NOT OLD.series_id BEGIN
	SELECT RAISE(ABORT, 'refusal:event-in-series');
END;
