CREATE TABLE `shift_change_sights` (
	`claim_id` text NOT NULL,
	`change_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`claim_id`, `change_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `shift_claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `shift_changes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shift_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`starts_before` integer NOT NULL,
	`ends_before` integer NOT NULL,
	`starts_after` integer NOT NULL,
	`ends_after` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_changes_reason" CHECK(trim(reason) <> '')
);
--> statement-breakpoint
CREATE INDEX `shift_changes_shift` ON `shift_changes` (`shift_id`,`at`);--> statement-breakpoint
-- rules
-- A shift that somebody has taken moves with its change written down, and never into another shift of theirs.
DROP TRIGGER shifts_moved;
--> statement-breakpoint
CREATE TRIGGER shifts_moved BEFORE UPDATE OF starts_at, ends_at ON shifts
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at) AND OLD.taken > 0
	AND NOT coalesce((
		SELECT starts_before = OLD.starts_at AND ends_before = OLD.ends_at AND starts_after = NEW.starts_at AND ends_after = NEW.ends_at
		FROM shift_changes WHERE shift_id = OLD.id ORDER BY rowid DESC LIMIT 1
	), 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:reason-missing');
END;
--> statement-breakpoint
CREATE TRIGGER shifts_moved_one_at_a_time BEFORE UPDATE OF starts_at, ends_at ON shifts
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at) AND EXISTS (
	SELECT 1 FROM shift_claims moved
		JOIN shift_claims c ON c.account_id = moved.account_id AND c.is_released = 0 AND c.shift_id <> NEW.id
		JOIN shifts other ON other.id = c.shift_id
	WHERE moved.shift_id = NEW.id AND moved.is_released = 0
		AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = other.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:moved-shift-overlaps');
END;
--> statement-breakpoint
CREATE TRIGGER shift_changes_unchanged BEFORE UPDATE ON shift_changes BEGIN
	SELECT RAISE(ABORT, 'a change of a shift is never rewritten');
END;
--> statement-breakpoint
CREATE TRIGGER shift_change_sights_own BEFORE INSERT ON shift_change_sights
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shift_changes x ON x.shift_id = c.shift_id
	WHERE c.id = NEW.claim_id AND x.id = NEW.change_id AND c.account_id = NEW.by_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;
--> statement-breakpoint
-- Nobody signs up any more for an event that was completed, be it for a slot still to come.
DROP TRIGGER signups_open;
--> statement-breakpoint
CREATE TRIGGER signups_open BEFORE INSERT ON signups
WHEN NOT EXISTS (
	SELECT 1 FROM slots s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.slot_id
		AND (NEW.at < s.starts_at OR (
			NEW.origin = 'walk-in' AND NEW.at < ((s.ends_at - 1 + 28800000) / 86400000 + 1) * 86400000 - 28800000
		))
		AND NOT EXISTS (SELECT 1 FROM event_completions e WHERE e.event_id = s.event_id)
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:slot-closed');
END;
--> statement-breakpoint
-- Name and telephone are corrected while the sign-up is in force; erased they stay.
CREATE TRIGGER signups_corrected BEFORE UPDATE OF name_sealed, phone_sealed, phone_index ON signups
WHEN NEW.name_sealed <> 'erased' BEGIN
	SELECT CASE
		WHEN OLD.place = 'withdrawn' THEN RAISE(ABORT, 'refusal:signup-withdrawn')
		WHEN OLD.name_sealed = 'erased' OR EXISTS (
			SELECT 1 FROM slots s JOIN event_cancellations c ON c.event_id = s.event_id WHERE s.id = OLD.slot_id
		) THEN RAISE(ABORT, 'refusal:slot-closed')
	END;
END;
