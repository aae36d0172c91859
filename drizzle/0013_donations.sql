CREATE TABLE `donation_reminder_withdrawals` (
	`reminder_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`reminder_id`) REFERENCES `donation_reminders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `donation_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`signup_id` text NOT NULL,
	`due_on` text NOT NULL,
	`is_withdrawn` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `donation_reminders_once` ON `donation_reminders` (`signup_id`) WHERE is_withdrawn = 0;--> statement-breakpoint
CREATE INDEX `donation_reminders_due` ON `donation_reminders` (`is_withdrawn`,`due_on`);--> statement-breakpoint
CREATE TABLE `donation_removals` (
	`donation_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`donation_id`) REFERENCES `donations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `donation_standards` (
	`id` text PRIMARY KEY NOT NULL,
	`standard` text NOT NULL,
	`from_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	CONSTRAINT "donation_standards_standard" CHECK(standard in ('gb-18467-2011', 'draft-2025'))
);
--> statement-breakpoint
CREATE TABLE `donations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`signup_id` text,
	`outcome` text NOT NULL,
	`kind` text,
	`millilitres` integer,
	`units` integer,
	`is_first` integer,
	`is_removed` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "donations_outcome" CHECK(outcome in ('donated', 'deferred')),
	CONSTRAINT "donations_given" CHECK(case when outcome = 'deferred' then kind is null and millilitres is null and units is null and is_first is null
				when kind = 'whole-blood' then millilitres > 0 and units is null and is_first is not null
				when kind = 'platelets' then units > 0 and millilitres is null and is_first is not null else 0 end)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `donations_once` ON `donations` (`signup_id`) WHERE is_removed = 0 and signup_id is not null;--> statement-breakpoint
CREATE INDEX `donations_event` ON `donations` (`event_id`,`is_removed`);--> statement-breakpoint
CREATE TABLE `donor_checks` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`standard` text NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "donor_checks_outcome" CHECK(outcome in ('eligible', 'ask-station')),
	CONSTRAINT "donor_checks_standard" CHECK(standard in ('gb-18467-2011', 'draft-2025'))
);
--> statement-breakpoint
CREATE TABLE `station_consent_withdrawals` (
	`consent_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`consent_id`) REFERENCES `station_consents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `station_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`signup_id` text NOT NULL,
	`is_withdrawn` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `station_consents_once` ON `station_consents` (`signup_id`) WHERE is_withdrawn = 0;--> statement-breakpoint
-- rules
-- A blood drive is signed up for by one person a time, each after a self-check for the day of the slot.
CREATE TRIGGER signups_of_one BEFORE INSERT ON signups
WHEN NEW.party_size > 1
	AND (SELECT e.kind FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) = 'blood-drive' BEGIN
	SELECT RAISE(ABORT, 'refusal:one-person-each');
END;
--> statement-breakpoint
CREATE TRIGGER signups_stay_of_one BEFORE UPDATE OF party_size ON signups
WHEN NEW.party_size > 1
	AND (SELECT e.kind FROM slots s JOIN events e ON e.id = s.event_id WHERE s.id = NEW.slot_id) = 'blood-drive' BEGIN
	SELECT RAISE(ABORT, 'refusal:one-person-each');
END;
--> statement-breakpoint
CREATE TRIGGER signups_checked BEFORE INSERT ON signups
WHEN NEW.origin = 'online' AND EXISTS (
	SELECT 1 FROM slots s JOIN events e ON e.id = s.event_id
	WHERE s.id = NEW.slot_id AND e.kind = 'blood-drive' AND NOT EXISTS (
		SELECT 1 FROM donor_checks c
		WHERE c.signup_id = NEW.id AND c.on_date = date(s.starts_at / 1000 + 28800, 'unixepoch')
	)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:check-missing');
END;
--> statement-breakpoint
CREATE TRIGGER donor_checks_unchanged BEFORE UPDATE ON donor_checks BEGIN
	SELECT RAISE(ABORT, 'what a self-check came to is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER events_keep_their_kind BEFORE UPDATE OF kind ON events
WHEN NEW.kind <> OLD.kind AND 'blood-drive' IN (NEW.kind, OLD.kind) AND (
	EXISTS (SELECT 1 FROM slots s JOIN signups g ON g.slot_id = s.id WHERE s.event_id = NEW.id)
	OR EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:kind-has-signups');
END;
--> statement-breakpoint
CREATE TRIGGER station_consents_for_a_drive BEFORE INSERT ON station_consents
WHEN NOT EXISTS (
	SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id JOIN events e ON e.id = s.event_id
	WHERE g.id = NEW.signup_id AND g.place <> 'withdrawn' AND e.kind = 'blood-drive'
) BEGIN
	SELECT RAISE(ABORT, 'refusal:no-drive-signup');
END;
--> statement-breakpoint
CREATE TRIGGER station_consent_withdrawals_marked AFTER INSERT ON station_consent_withdrawals BEGIN
	UPDATE station_consents SET is_withdrawn = 1 WHERE id = NEW.consent_id;
END;
--> statement-breakpoint
-- A result belongs to a drive that has begun, and to one of its own list.
CREATE TRIGGER donations_at_a_drive BEFORE INSERT ON donations BEGIN
	SELECT CASE
		WHEN e.kind <> 'blood-drive' OR EXISTS (SELECT 1 FROM event_cancellations WHERE event_id = e.id)
			OR NOT EXISTS (SELECT 1 FROM event_publications WHERE event_id = e.id) THEN RAISE(ABORT, 'refusal:event-not-held')
		WHEN e.starts_at > NEW.at THEN RAISE(ABORT, 'refusal:event-not-begun')
		WHEN NEW.signup_id IS NOT NULL AND NOT EXISTS (
			SELECT 1 FROM signups g JOIN slots s ON s.id = g.slot_id
			WHERE g.id = NEW.signup_id AND s.event_id = e.id AND g.place <> 'withdrawn'
		) THEN RAISE(ABORT, 'refusal:no-drive-signup')
	END
	FROM events e WHERE e.id = NEW.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER donations_stay_where_they_are BEFORE UPDATE OF event_id, signup_id ON donations BEGIN
	SELECT RAISE(ABORT, 'a result stays with its drive and its person');
END;
--> statement-breakpoint
CREATE TRIGGER donations_removed_stay BEFORE UPDATE OF outcome, kind, millilitres, units, is_first ON donations
WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:result-removed');
END;
--> statement-breakpoint
CREATE TRIGGER donation_removals_marked AFTER INSERT ON donation_removals BEGIN
	UPDATE donations SET is_removed = 1 WHERE id = NEW.donation_id;
END;
--> statement-breakpoint
-- The numbers of a completed drive are those of its results, where there are any.
CREATE TRIGGER donations_counted AFTER INSERT ON donations BEGIN
	UPDATE event_completions SET
		donors = (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated'),
		millilitres = (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
	WHERE event_id = NEW.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER donations_recounted AFTER UPDATE OF outcome, kind, millilitres, units, is_removed ON donations
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) BEGIN
	UPDATE event_completions SET
		donors = (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated'),
		millilitres = (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
	WHERE event_id = NEW.event_id;
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_say_the_results BEFORE INSERT ON event_completions
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) AND (
	NEW.donors IS NOT (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated')
	OR NEW.millilitres IS NOT (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:results-say-otherwise');
END;
--> statement-breakpoint
CREATE TRIGGER event_completions_still_say_the_results BEFORE UPDATE OF donors, millilitres ON event_completions
WHEN EXISTS (SELECT 1 FROM donations WHERE event_id = NEW.event_id AND is_removed = 0) AND (
	NEW.donors IS NOT (SELECT count(*) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0 AND outcome = 'donated')
	OR NEW.millilitres IS NOT (SELECT coalesce(sum(millilitres), 0) FROM donations WHERE event_id = NEW.event_id AND is_removed = 0)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:results-say-otherwise');
END;
--> statement-breakpoint
-- Whoever gave did come: the door cannot take the walk-in back.
CREATE TRIGGER signup_withdrawals_without_result BEFORE INSERT ON signup_withdrawals
WHEN EXISTS (SELECT 1 FROM donations WHERE signup_id = NEW.signup_id AND is_removed = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:has-result');
END;
--> statement-breakpoint
CREATE TRIGGER donation_reminders_after_giving BEFORE INSERT ON donation_reminders
WHEN NOT EXISTS (SELECT 1 FROM donations WHERE signup_id = NEW.signup_id AND is_removed = 0 AND outcome = 'donated') BEGIN
	SELECT RAISE(ABORT, 'refusal:no-donation');
END;
--> statement-breakpoint
CREATE TRIGGER donation_reminder_withdrawals_marked AFTER INSERT ON donation_reminder_withdrawals BEGIN
	UPDATE donation_reminders SET is_withdrawn = 1 WHERE id = NEW.reminder_id;
END;
--> statement-breakpoint
-- One more kind of message. SQLite cannot change a CHECK: the table is made anew, in its order, and what names it once more after it.
DROP TRIGGER messages_sent_stay;
--> statement-breakpoint
DROP TRIGGER messages_sending_from_queue;
--> statement-breakpoint
DROP TRIGGER call_attempts_on_list;
--> statement-breakpoint
DROP TRIGGER call_attempts_settle;
--> statement-breakpoint
DROP TRIGGER call_attempt_undos_last;
--> statement-breakpoint
DROP TRIGGER call_attempt_undos_reopen;
--> statement-breakpoint
CREATE TABLE `__new_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`signup_id` text NOT NULL,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`channel` text,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`owner` text,
	`lease_until` integer,
	`reason` text,
	`state_at` integer NOT NULL,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_kind" CHECK(kind in ('promotion', 'change', 'cancellation', 'reminder', 'donation-due')),
	CONSTRAINT "messages_state" CHECK(state in ('queued', 'sending', 'sent', 'in-doubt', 'call', 'dead', 'called', 'unreachable', 'dropped')),
	CONSTRAINT "messages_channel" CHECK(channel in ('email', 'sms', 'call'))
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "kind", "signup_id", "act_id", "at", "state", "channel", "next_at", "attempts", "owner", "lease_until", "reason", "state_at") SELECT "id", "kind", "signup_id", "act_id", "at", "state", "channel", "next_at", "attempts", "owner", "lease_until", "reason", "state_at" FROM `messages` ORDER BY rowid;
--> statement-breakpoint
DROP TABLE `messages`;
--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`act_id`,`signup_id`,`kind`);
--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`state`,`next_at`);
--> statement-breakpoint
CREATE INDEX `messages_signup` ON `messages` (`signup_id`);
--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);
--> statement-breakpoint
CREATE TRIGGER messages_sent_stay BEFORE UPDATE OF state ON messages
WHEN OLD.state IN ('sent', 'dropped') AND NEW.state <> OLD.state BEGIN
	SELECT RAISE(ABORT, 'refusal:message-settled');
END;
--> statement-breakpoint
CREATE TRIGGER messages_sending_from_queue BEFORE UPDATE OF state ON messages
WHEN NEW.state = 'sending' AND OLD.state <> 'queued' BEGIN
	SELECT RAISE(ABORT, 'refusal:message-settled');
END;
--> statement-breakpoint
CREATE TRIGGER call_attempts_on_list BEFORE INSERT ON call_attempts
WHEN NOT EXISTS (SELECT 1 FROM messages WHERE id = NEW.message_id AND state IN ('call', 'dead')) BEGIN
	SELECT RAISE(ABORT, 'refusal:call-settled');
END;
--> statement-breakpoint
CREATE TRIGGER call_attempts_settle AFTER INSERT ON call_attempts BEGIN
	UPDATE messages SET
		state = CASE NEW.outcome WHEN 'reached' THEN 'called' WHEN 'wrong-number' THEN 'unreachable' ELSE state END,
		next_at = NEW.at + CASE NEW.outcome WHEN 'not-reached' THEN 3600000 ELSE 0 END,
		state_at = NEW.at
	WHERE id = NEW.message_id;
END;
--> statement-breakpoint
CREATE TRIGGER call_attempt_undos_last BEFORE INSERT ON call_attempt_undos
WHEN NEW.at > (SELECT at FROM call_attempts WHERE id = NEW.attempt_id) + 900000 OR EXISTS (
	SELECT 1 FROM call_attempts mine JOIN call_attempts later ON later.message_id = mine.message_id AND later.rowid > mine.rowid
	WHERE mine.id = NEW.attempt_id AND NOT EXISTS (SELECT 1 FROM call_attempt_undos u WHERE u.attempt_id = later.id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:call-undo-too-late');
END;
--> statement-breakpoint
CREATE TRIGGER call_attempt_undos_reopen AFTER INSERT ON call_attempt_undos BEGIN
	UPDATE messages SET state = CASE channel WHEN 'call' THEN 'call' ELSE 'dead' END, next_at = NEW.at, state_at = NEW.at
	WHERE id = (SELECT message_id FROM call_attempts WHERE id = NEW.attempt_id) AND state IN ('called', 'unreachable', 'call', 'dead');
END;
