CREATE TABLE `check_in_people` (
	`check_in_id` text NOT NULL,
	`signup_id` text NOT NULL,
	`nth` integer NOT NULL,
	`is_undone` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`check_in_id`, `nth`),
	FOREIGN KEY (`check_in_id`) REFERENCES `check_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `check_in_people_once` ON `check_in_people` (`signup_id`,`nth`) WHERE is_undone = 0;--> statement-breakpoint
CREATE TABLE `check_in_undos` (
	`check_in_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`check_in_id`) REFERENCES `check_ins`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`signup_id` text NOT NULL,
	`people` integer NOT NULL,
	`how` text NOT NULL,
	`is_undone` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "check_ins_people" CHECK(people between 1 and 6),
	CONSTRAINT "check_ins_how" CHECK(how in ('camera', 'code', 'name', 'list', 'walk-in'))
);
--> statement-breakpoint
CREATE INDEX `check_ins_slot` ON `check_ins` (`slot_id`,`is_undone`,`at`);--> statement-breakpoint
CREATE INDEX `check_ins_signup` ON `check_ins` (`signup_id`);--> statement-breakpoint
CREATE TABLE `no_shows` (
	`act_id` text NOT NULL,
	`signup_id` text NOT NULL,
	`nth` integer NOT NULL,
	`is_ended` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`act_id`, `signup_id`, `nth`),
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `no_shows_once` ON `no_shows` (`signup_id`,`nth`) WHERE is_ended = 0;--> statement-breakpoint
ALTER TABLE `event_completions` ADD `unticked` integer;--> statement-breakpoint
-- At the door: from two hours before the slot until the town's midnight of its last day, or until the event is completed.
CREATE TRIGGER check_ins_allowed BEFORE INSERT ON check_ins BEGIN
	SELECT CASE
		WHEN g.slot_id <> NEW.slot_id THEN RAISE(ABORT, 'refusal:other-slot')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = s.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN NEW.at < s.starts_at - 7200000 THEN RAISE(ABORT, 'refusal:door-not-open')
		WHEN NEW.at >= ((s.ends_at - 1 + 28800000) / 86400000 + 1) * 86400000 - 28800000
			OR EXISTS (SELECT 1 FROM event_completions WHERE event_id = s.event_id)
			OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = s.event_id) THEN RAISE(ABORT, 'refusal:door-closed')
		WHEN g.place = 'withdrawn' THEN RAISE(ABORT, 'refusal:signup-withdrawn')
		WHEN g.granted = 0 THEN RAISE(ABORT, 'refusal:still-waiting')
		WHEN g.came >= g.granted THEN RAISE(ABORT, 'refusal:already-in')
		WHEN g.came + NEW.people > g.granted THEN RAISE(ABORT, 'refusal:more-than-granted')
	END
	FROM (
		SELECT slot_id, place, granted,
			(SELECT count(*) FROM check_in_people WHERE signup_id = signups.id AND is_undone = 0) AS came
		FROM signups WHERE id = NEW.signup_id
	) g JOIN slots s ON s.id = NEW.slot_id;
END;
--> statement-breakpoint
CREATE TRIGGER check_ins_people_named AFTER INSERT ON check_ins BEGIN
	INSERT INTO check_in_people (check_in_id, signup_id, nth)
		SELECT NEW.id, NEW.signup_id, nth
		FROM (SELECT 1 AS nth UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6)
		WHERE nth NOT IN (SELECT nth FROM check_in_people WHERE signup_id = NEW.signup_id AND is_undone = 0)
		ORDER BY nth LIMIT NEW.people;
	UPDATE no_shows SET is_ended = 1
		WHERE signup_id = NEW.signup_id AND is_ended = 0
			AND nth IN (SELECT nth FROM check_in_people WHERE check_in_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER check_in_undos_in_time BEFORE INSERT ON check_in_undos
WHEN EXISTS (
	SELECT 1 FROM check_ins c JOIN slots s ON s.id = c.slot_id JOIN event_completions e ON e.event_id = s.event_id
	WHERE c.id = NEW.check_in_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:door-closed');
END;
--> statement-breakpoint
CREATE TRIGGER check_in_undos_marked AFTER INSERT ON check_in_undos BEGIN
	UPDATE check_ins SET is_undone = 1 WHERE id = NEW.check_in_id;
	UPDATE check_in_people SET is_undone = 1 WHERE check_in_id = NEW.check_in_id;
END;
--> statement-breakpoint
CREATE TRIGGER no_shows_absent BEFORE INSERT ON no_shows BEGIN
	SELECT CASE
		WHEN NEW.at < s.starts_at THEN RAISE(ABORT, 'refusal:slot-not-begun')
		WHEN NEW.nth > g.granted THEN RAISE(ABORT, 'only who has a place can fail to come')
		WHEN EXISTS (SELECT 1 FROM check_in_people WHERE signup_id = g.id AND nth = NEW.nth AND is_undone = 0)
			THEN RAISE(ABORT, 'whoever is in has come')
	END
	FROM signups g JOIN slots s ON s.id = g.slot_id WHERE g.id = NEW.signup_id;
END;
--> statement-breakpoint
CREATE TRIGGER no_shows_free_the_place AFTER INSERT ON no_shows BEGIN
	UPDATE slots SET taken = taken - 1 WHERE id = (SELECT slot_id FROM signups WHERE id = NEW.signup_id);
END;
--> statement-breakpoint
CREATE TRIGGER no_shows_take_it_back AFTER UPDATE OF is_ended ON no_shows WHEN OLD.is_ended = 0 AND NEW.is_ended = 1 BEGIN
	UPDATE slots SET taken = taken + 1 WHERE id = (SELECT slot_id FROM signups WHERE id = NEW.signup_id);
END;
--> statement-breakpoint
CREATE TRIGGER signups_keep_who_came BEFORE UPDATE OF granted ON signups
WHEN NEW.granted < OLD.granted AND EXISTS (
	SELECT 1 FROM check_in_people WHERE signup_id = NEW.id AND nth > NEW.granted AND is_undone = 0
	UNION ALL SELECT 1 FROM no_shows WHERE signup_id = NEW.id AND is_ended = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
-- Whoever comes to the door may be put down after the start.
DROP TRIGGER signups_open;
--> statement-breakpoint
CREATE TRIGGER signups_open BEFORE INSERT ON signups
WHEN NOT EXISTS (
	SELECT 1 FROM slots s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.slot_id
		AND (NEW.at < s.starts_at OR (
			NEW.origin = 'walk-in' AND NEW.at < ((s.ends_at - 1 + 28800000) / 86400000 + 1) * 86400000 - 28800000
			AND NOT EXISTS (SELECT 1 FROM event_completions e WHERE e.event_id = s.event_id)
		))
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
-- After the start the line is over: whoever stands at the door may have a free place.
DROP TRIGGER signups_in_order;
--> statement-breakpoint
CREATE TRIGGER signups_in_order BEFORE INSERT ON signups
WHEN NEW.granted > 0 AND EXISTS (SELECT 1 FROM signups WHERE slot_id = NEW.slot_id AND place = 'waitlisted')
	AND NOT EXISTS (
		SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id
		WHERE s.id = NEW.slot_id AND (e.lets_pass OR (NEW.origin = 'walk-in' AND NEW.at >= s.starts_at))
	) BEGIN
	SELECT RAISE(ABORT, 'refusal:others-are-waiting');
END;
--> statement-breakpoint
-- A walk-in put down by mistake is taken back by the door at any time.
DROP TRIGGER signup_withdrawals_in_time;
--> statement-breakpoint
CREATE TRIGGER signup_withdrawals_in_time BEFORE INSERT ON signup_withdrawals
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
	WHERE g.id = NEW.signup_id AND (NEW.at < s.starts_at OR g.origin = 'walk-in')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
