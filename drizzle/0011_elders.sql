CREATE TABLE `birthday_banquets` (
	`event_id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`year` integer NOT NULL,
	`first_month` integer NOT NULL,
	`last_month` integer NOT NULL,
	`seats` integer NOT NULL,
	`price_per_table` integer,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `birthday_series`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "birthday_banquets_months" CHECK(first_month between 1 and 12 and last_month between first_month and 12),
	CONSTRAINT "birthday_banquets_seats" CHECK(seats between 6 and 12),
	CONSTRAINT "birthday_banquets_price" CHECK(price_per_table is null or price_per_table between 1 and 99999)
);
--> statement-breakpoint
CREATE INDEX `birthday_banquets_window` ON `birthday_banquets` (`series_id`,`year`,`first_month`);--> statement-breakpoint
CREATE TABLE `birthday_series` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`threshold` integer NOT NULL,
	`age_kind` text NOT NULL,
	`cadence` text NOT NULL,
	`calendar` text NOT NULL,
	`from_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "birthday_series_threshold" CHECK(threshold between 50 and 100),
	CONSTRAINT "birthday_series_age_kind" CHECK(age_kind in ('nominal', 'full')),
	CONSTRAINT "birthday_series_cadence" CHECK(cadence in ('monthly', 'two-months', 'quarterly', 'yearly')),
	CONSTRAINT "birthday_series_calendar" CHECK(calendar in ('lunar', 'solar'))
);
--> statement-breakpoint
CREATE INDEX `birthday_series_unit` ON `birthday_series` (`unit_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `birthday_series_ends` (
	`series_id` text PRIMARY KEY NOT NULL,
	`ends_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`series_id`) REFERENCES `birthday_series`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `birthday_suppositions` (
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`share_percent` integer NOT NULL,
	`tables_each` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`unit_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "birthday_suppositions_numbers" CHECK(share_percent between 0 and 100 and tables_each between 1 and 99)
);
--> statement-breakpoint
CREATE TABLE `elder_departure_undos` (
	`departure_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`departure_id`) REFERENCES `elder_departures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `elder_departures` (
	`id` text PRIMARY KEY NOT NULL,
	`elder_id` text NOT NULL,
	`reason` text NOT NULL,
	`departed_on` text NOT NULL,
	`is_undone` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`elder_id`) REFERENCES `elders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "elder_departures_reason" CHECK(reason in ('died', 'moved'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `elder_departures_once` ON `elder_departures` (`elder_id`) WHERE is_undone = 0;--> statement-breakpoint
CREATE TABLE `elder_erasures` (
	`elder_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`elder_id`) REFERENCES `elders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `elders` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name_sealed` text NOT NULL,
	`birth_sealed` text NOT NULL,
	`person_index` text NOT NULL,
	`phone_sealed` text,
	`relative_phone_sealed` text,
	`sex` text NOT NULL,
	`mobility` text NOT NULL,
	`needs_transport` integer DEFAULT false NOT NULL,
	`pick_up_point` text DEFAULT '' NOT NULL,
	`diet` text NOT NULL,
	`companions` integer DEFAULT 0 NOT NULL,
	`photo_consent` text NOT NULL,
	`is_gone` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "elders_sex" CHECK(sex in ('female', 'male')),
	CONSTRAINT "elders_mobility" CHECK(mobility in ('walks', 'needs-arm', 'wheelchair', 'homebound')),
	CONSTRAINT "elders_diet" CHECK(diet in ('any', 'soft', 'light', 'low-sugar', 'vegetarian', 'halal')),
	CONSTRAINT "elders_photo" CHECK(photo_consent in ('unasked', 'yes', 'no')),
	CONSTRAINT "elders_companions" CHECK(companions between 0 and 4)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `elders_person` ON `elders` (`person_index`);--> statement-breakpoint
CREATE INDEX `elders_unit` ON `elders` (`unit_id`,`is_gone`);--> statement-breakpoint
CREATE TABLE `invitation_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`outcome` text NOT NULL,
	`companions` integer DEFAULT 0 NOT NULL,
	`needs_transport` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_calls_outcome" CHECK(outcome in ('coming', 'declined', 'not-reached', 'wrong-number')),
	CONSTRAINT "invitation_calls_companions" CHECK(companions between 0 and 4)
);
--> statement-breakpoint
CREATE INDEX `invitation_calls_of` ON `invitation_calls` (`invitation_id`,`at`);--> statement-breakpoint
CREATE TABLE `invitation_results` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_results_result" CHECK(result in ('attended', 'cake-delivered', 'absent'))
);
--> statement-breakpoint
CREATE INDEX `invitation_results_of` ON `invitation_results` (`invitation_id`,`at`);--> statement-breakpoint
CREATE TABLE `invitation_seats` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`table_number` integer NOT NULL,
	`is_by_hand` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_seats_table" CHECK(table_number between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`elder_id` text NOT NULL,
	`answer` text,
	`companions` integer DEFAULT 0 NOT NULL,
	`needs_transport` integer DEFAULT false NOT NULL,
	`result` text,
	`is_dropped` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `birthday_banquets`(`event_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`elder_id`) REFERENCES `elders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_once` ON `invitations` (`event_id`,`elder_id`);--> statement-breakpoint
CREATE INDEX `invitations_elder` ON `invitations` (`elder_id`);--> statement-breakpoint
CREATE INDEX `invitations_result` ON `invitations` (`result`,`event_id`);--> statement-breakpoint
-- rules
-- A list belongs to a birthday banquet, also one that was held and is written down from paper later; a window has one banquet, unless that was called off.
CREATE TRIGGER birthday_banquets_fit BEFORE INSERT ON birthday_banquets BEGIN
	SELECT CASE
		WHEN (SELECT kind FROM events WHERE id = NEW.event_id) <> 'birthday-banquet' THEN RAISE(ABORT, 'refusal:not-a-birthday-banquet')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN NOT EXISTS (
			SELECT 1 FROM events e JOIN birthday_series s ON s.id = NEW.series_id WHERE e.id = NEW.event_id AND e.unit_id = s.unit_id
		) THEN RAISE(ABORT, 'refusal:series-of-other-village')
		WHEN EXISTS (
			SELECT 1 FROM birthday_banquets b WHERE b.series_id = NEW.series_id AND b.year = NEW.year AND b.first_month = NEW.first_month
				AND b.event_id <> NEW.event_id AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = b.event_id)
		) THEN RAISE(ABORT, 'refusal:window-has-banquet')
	END;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_fit BEFORE INSERT ON invitations BEGIN
	SELECT CASE
		WHEN e.is_gone THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN NOT EXISTS (
			SELECT 1 FROM birthday_banquets b JOIN birthday_series s ON s.id = b.series_id
			JOIN unit_closure c ON c.ancestor_id = s.unit_id AND c.descendant_id = e.unit_id
			WHERE b.event_id = NEW.event_id
		) THEN RAISE(ABORT, 'refusal:elder-of-other-village')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = NEW.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
	END
	FROM elders e WHERE e.id = NEW.elder_id;
END;
--> statement-breakpoint
CREATE TRIGGER invitations_kept BEFORE DELETE ON invitations BEGIN
	SELECT RAISE(ABORT, 'invitations are kept');
END;
--> statement-breakpoint
CREATE TRIGGER invitation_calls_in_time BEFORE INSERT ON invitation_calls BEGIN
	SELECT CASE
		WHEN i.is_dropped THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN EXISTS (SELECT 1 FROM event_completions WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-completed')
	END
	FROM invitations i WHERE i.id = NEW.invitation_id;
END;
--> statement-breakpoint
CREATE TRIGGER invitation_calls_answer AFTER INSERT ON invitation_calls WHEN NEW.outcome IN ('coming', 'declined') BEGIN
	UPDATE invitations SET answer = NEW.outcome,
		companions = CASE NEW.outcome WHEN 'coming' THEN NEW.companions ELSE 0 END,
		needs_transport = CASE NEW.outcome WHEN 'coming' THEN NEW.needs_transport ELSE 0 END
	WHERE id = NEW.invitation_id;
END;
--> statement-breakpoint
-- The day begins with the banquet; what was written down wrong can be put right long after.
CREATE TRIGGER invitation_results_begun BEFORE INSERT ON invitation_results BEGIN
	SELECT CASE
		WHEN i.is_dropped THEN RAISE(ABORT, 'refusal:elder-gone')
		WHEN EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = i.event_id) THEN RAISE(ABORT, 'refusal:event-cancelled')
		WHEN e.starts_at IS NULL OR NEW.at < e.starts_at THEN RAISE(ABORT, 'refusal:event-not-begun')
	END
	FROM invitations i JOIN events e ON e.id = i.event_id WHERE i.id = NEW.invitation_id;
END;
--> statement-breakpoint
CREATE TRIGGER invitation_results_told AFTER INSERT ON invitation_results BEGIN
	UPDATE invitations SET result = NEW.result WHERE id = NEW.invitation_id;
END;
--> statement-breakpoint
-- Who died, moved away or was erased drops out of what is still to come; what was is kept.
CREATE TRIGGER elder_departures_drop AFTER INSERT ON elder_departures BEGIN
	UPDATE elders SET is_gone = 1 WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL
		AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = event_id AND e.starts_at <= NEW.at);
END;
--> statement-breakpoint
CREATE TRIGGER elder_departures_of_the_living BEFORE INSERT ON elder_departures
WHEN EXISTS (SELECT 1 FROM elder_erasures WHERE elder_id = NEW.elder_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:elder-gone');
END;
--> statement-breakpoint
CREATE TRIGGER elder_departure_undos_not_erased BEFORE INSERT ON elder_departure_undos
WHEN EXISTS (SELECT 1 FROM elder_departures d JOIN elder_erasures e ON e.elder_id = d.elder_id WHERE d.id = NEW.departure_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:elder-gone');
END;
--> statement-breakpoint
CREATE TRIGGER elder_departure_undos_return AFTER INSERT ON elder_departure_undos BEGIN
	UPDATE elder_departures SET is_undone = 1 WHERE id = NEW.departure_id;
	UPDATE elders SET is_gone = 0 WHERE id = (SELECT elder_id FROM elder_departures WHERE id = NEW.departure_id);
	UPDATE invitations SET is_dropped = 0 WHERE elder_id = (SELECT elder_id FROM elder_departures WHERE id = NEW.departure_id);
END;
--> statement-breakpoint
CREATE TRIGGER elder_erasures_drop AFTER INSERT ON elder_erasures BEGIN
	UPDATE elders SET is_gone = 1 WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL
		AND NOT EXISTS (SELECT 1 FROM events e WHERE e.id = event_id AND e.starts_at <= NEW.at);
END;
