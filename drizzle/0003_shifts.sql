CREATE TABLE `shift_feed_revocations` (
	`feed_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`feed_id`) REFERENCES `shift_feeds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shift_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`is_revoked` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_feeds_token_hash_unique` ON `shift_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `shift_feeds_one` ON `shift_feeds` (`account_id`) WHERE is_revoked = 0;--> statement-breakpoint
CREATE TABLE `shift_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`seq` integer NOT NULL,
	`side` text NOT NULL,
	`minutes` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`claim_id`) REFERENCES `shift_claims`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_hours_side" CHECK(side in ('volunteer', 'organiser')),
	CONSTRAINT "shift_hours_minutes" CHECK(typeof(minutes) = 'integer' and minutes >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_hours_seq` ON `shift_hours` (`claim_id`,`seq`);--> statement-breakpoint
CREATE TABLE `shift_answers` (
	`request_id` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`request_id`) REFERENCES `shift_requests`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shift_answers_answer" CHECK(answer in ('accepted', 'declined', 'taken-back'))
);
--> statement-breakpoint
CREATE TABLE `shift_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`claim_id` text NOT NULL,
	`wanted_claim_id` text,
	`to_id` text NOT NULL,
	`is_open` integer DEFAULT true NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`claim_id`) REFERENCES `shift_claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wanted_claim_id`) REFERENCES `shift_claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_requests_once` ON `shift_requests` (`claim_id`,`to_id`) WHERE is_open = 1;--> statement-breakpoint
CREATE INDEX `shift_requests_to` ON `shift_requests` (`to_id`,`is_open`);--> statement-breakpoint
CREATE INDEX `shift_requests_wanted` ON `shift_requests` (`wanted_claim_id`);--> statement-breakpoint
CREATE TABLE `shift_promotions` (
	`wait_id` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`wait_id`) REFERENCES `shift_waits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shift_wait_withdrawals` (
	`wait_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`wait_id`) REFERENCES `shift_waits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shift_waits` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`account_id` text NOT NULL,
	`seq` integer NOT NULL,
	`is_over` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_waits_seq` ON `shift_waits` (`shift_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `shift_waits_once` ON `shift_waits` (`shift_id`,`account_id`) WHERE is_over = 0;--> statement-breakpoint
CREATE INDEX `shift_waits_account` ON `shift_waits` (`account_id`,`is_over`);--> statement-breakpoint
ALTER TABLE `shift_claims` ADD `request_id` text;--> statement-breakpoint
ALTER TABLE `shift_claims` ADD `confirmed_minutes` integer;--> statement-breakpoint
-- Those in line who could come: their account is open and no other shift of theirs is at the same time.
CREATE VIEW shift_waits_ready AS
	SELECT w.id, w.shift_id, w.account_id, w.seq FROM shift_waits w JOIN shifts wanted ON wanted.id = w.shift_id
	WHERE w.is_over = 0
		AND NOT EXISTS (SELECT 1 FROM account_closures x WHERE x.account_id = w.account_id)
		AND NOT EXISTS (
			SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id
			WHERE c.account_id = w.account_id AND c.is_released = 0
				AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
				AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
		);
--> statement-breakpoint
CREATE TRIGGER shift_waits_open BEFORE INSERT ON shift_waits
WHEN NOT EXISTS (
	SELECT 1 FROM shifts s JOIN event_publications p ON p.event_id = s.event_id
	WHERE s.id = NEW.shift_id AND NEW.at < s.starts_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations c WHERE c.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-closed');
END;
--> statement-breakpoint
CREATE TRIGGER shift_waits_not_held BEFORE INSERT ON shift_waits
WHEN EXISTS (
	SELECT 1 FROM shift_claims WHERE shift_id = NEW.shift_id AND account_id = NEW.account_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:already-yours');
END;
--> statement-breakpoint
CREATE TRIGGER shift_waits_one_at_a_time BEFORE INSERT ON shift_waits
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts mine ON mine.id = c.shift_id JOIN shifts wanted ON wanted.id = NEW.shift_id
	WHERE c.account_id = NEW.account_id AND c.is_released = 0 AND mine.id <> wanted.id
		AND mine.starts_at < wanted.ends_at AND wanted.starts_at < mine.ends_at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = mine.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-overlaps');
END;
--> statement-breakpoint
CREATE TRIGGER shift_waits_when_full BEFORE INSERT ON shift_waits
WHEN EXISTS (SELECT 1 FROM shifts WHERE id = NEW.shift_id AND taken < needed)
	AND NOT EXISTS (SELECT 1 FROM shift_waits_ready WHERE shift_id = NEW.shift_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-has-room');
END;
--> statement-breakpoint
CREATE TRIGGER shift_wait_withdrawals_waiting BEFORE INSERT ON shift_wait_withdrawals
WHEN NOT EXISTS (SELECT 1 FROM shift_waits WHERE id = NEW.wait_id AND is_over = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:wait-over');
END;
--> statement-breakpoint
CREATE TRIGGER shift_wait_withdrawals_done AFTER INSERT ON shift_wait_withdrawals BEGIN
	UPDATE shift_waits SET is_over = 1 WHERE id = NEW.wait_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_promotions_waiting BEFORE INSERT ON shift_promotions
WHEN NOT EXISTS (SELECT 1 FROM shift_waits WHERE id = NEW.wait_id AND is_over = 0) BEGIN
	SELECT RAISE(ABORT, 'refusal:wait-over');
END;
--> statement-breakpoint
CREATE TRIGGER shift_promotions_claim AFTER INSERT ON shift_promotions BEGIN
	INSERT INTO shift_claims (id, shift_id, account_id, at, by_id)
		SELECT id, shift_id, account_id, NEW.at, NULL FROM shift_waits WHERE id = NEW.wait_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_in_order BEFORE INSERT ON shift_claims
WHEN NEW.request_id IS NULL
	AND EXISTS (SELECT 1 FROM shifts WHERE id = NEW.shift_id AND taken < needed AND NEW.at < starts_at)
	AND EXISTS (
		SELECT 1 FROM shift_waits_ready ahead WHERE ahead.shift_id = NEW.shift_id AND ahead.account_id <> NEW.account_id
			AND NOT EXISTS (
				SELECT 1 FROM shift_waits own WHERE own.shift_id = NEW.shift_id AND own.account_id = NEW.account_id
					AND own.is_over = 0 AND own.seq < ahead.seq
			)
	) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-has-line');
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_end_wait AFTER INSERT ON shift_claims BEGIN
	UPDATE shift_waits SET is_over = 1 WHERE shift_id = NEW.shift_id AND account_id = NEW.account_id AND is_over = 0;
END;
--> statement-breakpoint
CREATE TRIGGER shift_claims_by_request BEFORE INSERT ON shift_claims
WHEN NEW.request_id IS NOT NULL
	AND NOT EXISTS (SELECT 1 FROM shift_answers WHERE request_id = NEW.request_id AND answer = 'accepted') BEGIN
	SELECT RAISE(ABORT, 'a shift is handed over by an accepted request alone');
END;
--> statement-breakpoint
CREATE TRIGGER shift_requests_own BEFORE INSERT ON shift_requests
WHEN NEW.to_id = NEW.by_id OR NOT EXISTS (
	SELECT 1 FROM shift_claims WHERE id = NEW.claim_id AND account_id = NEW.by_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;
--> statement-breakpoint
CREATE TRIGGER shift_requests_in_time BEFORE INSERT ON shift_requests
WHEN EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id
	WHERE c.id IN (NEW.claim_id, NEW.wanted_claim_id) AND (s.starts_at <= NEW.at
		OR EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = s.event_id))
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-begun');
END;
--> statement-breakpoint
CREATE TRIGGER shift_requests_wanted_theirs BEFORE INSERT ON shift_requests
WHEN NEW.wanted_claim_id IS NOT NULL AND NOT EXISTS (
	SELECT 1 FROM shift_claims WHERE id = NEW.wanted_claim_id AND account_id = NEW.to_id AND is_released = 0
) BEGIN
	SELECT RAISE(ABORT, 'refusal:wanted-not-theirs');
END;
--> statement-breakpoint
CREATE TRIGGER shift_requests_not_held BEFORE INSERT ON shift_requests
WHEN EXISTS (
	SELECT 1 FROM shift_claims given JOIN shift_claims held ON held.shift_id = given.shift_id AND held.is_released = 0
	WHERE (given.id = NEW.claim_id AND held.account_id = NEW.to_id)
		OR (given.id = NEW.wanted_claim_id AND held.account_id = NEW.by_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:already-theirs');
END;
--> statement-breakpoint
CREATE TRIGGER shift_releases_lapse_requests AFTER INSERT ON shift_releases BEGIN
	UPDATE shift_requests SET is_open = 0 WHERE claim_id = NEW.claim_id AND is_open = 1;
	UPDATE shift_requests SET is_open = 0 WHERE wanted_claim_id = NEW.claim_id AND is_open = 1;
END;
--> statement-breakpoint
CREATE TRIGGER shift_answers_open BEFORE INSERT ON shift_answers
WHEN NOT EXISTS (SELECT 1 FROM shift_requests WHERE id = NEW.request_id AND is_open = 1) BEGIN
	SELECT RAISE(ABORT, 'refusal:request-closed');
END;
--> statement-breakpoint
CREATE TRIGGER shift_answers_by BEFORE INSERT ON shift_answers
WHEN NEW.by_id IS NOT (
	SELECT CASE NEW.answer WHEN 'taken-back' THEN by_id ELSE to_id END FROM shift_requests WHERE id = NEW.request_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:request-not-yours');
END;
--> statement-breakpoint
CREATE TRIGGER shift_answers_close AFTER INSERT ON shift_answers BEGIN
	UPDATE shift_requests SET is_open = 0 WHERE id = NEW.request_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_after BEFORE INSERT ON shift_hours
WHEN NOT EXISTS (
	SELECT 1 FROM shift_claims c JOIN shifts s ON s.id = c.shift_id
	WHERE c.id = NEW.claim_id AND c.is_released = 0 AND s.ends_at <= NEW.at
		AND NOT EXISTS (SELECT 1 FROM event_cancellations x WHERE x.event_id = s.event_id)
) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-over');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_settled BEFORE INSERT ON shift_hours
WHEN EXISTS (SELECT 1 FROM shift_claims WHERE id = NEW.claim_id AND confirmed_minutes IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-settled');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_in_turn BEFORE INSERT ON shift_hours
WHEN NEW.seq <> (SELECT 1 + coalesce(max(seq), 0) FROM shift_hours WHERE claim_id = NEW.claim_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-moved-on');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_volunteer BEFORE INSERT ON shift_hours
WHEN NEW.side = 'volunteer' AND NEW.by_id IS NOT (SELECT account_id FROM shift_claims WHERE id = NEW.claim_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:shift-not-yours');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_second_person BEFORE INSERT ON shift_hours
WHEN NEW.side = 'organiser'
	AND (NEW.by_id IS NULL OR NEW.by_id = (SELECT account_id FROM shift_claims WHERE id = NEW.claim_id)) BEGIN
	SELECT RAISE(ABORT, 'refusal:own-hours');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_volunteer_first BEFORE INSERT ON shift_hours WHEN NEW.side = 'organiser' AND NEW.seq = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-unsaid');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_within_shift BEFORE INSERT ON shift_hours
WHEN NEW.minutes * 60000 > (
	SELECT s.ends_at - s.starts_at FROM shift_claims c JOIN shifts s ON s.id = c.shift_id WHERE c.id = NEW.claim_id
) BEGIN
	SELECT RAISE(ABORT, 'refusal:hours-too-long');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_agreed AFTER INSERT ON shift_hours
WHEN EXISTS (
	SELECT 1 FROM shift_hours WHERE claim_id = NEW.claim_id AND seq = NEW.seq - 1
		AND side <> NEW.side AND minutes = NEW.minutes
) BEGIN
	UPDATE shift_claims SET confirmed_minutes = NEW.minutes WHERE id = NEW.claim_id;
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_unchanged BEFORE UPDATE ON shift_hours BEGIN
	SELECT RAISE(ABORT, 'what was said of hours is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER shift_hours_kept BEFORE DELETE ON shift_hours BEGIN
	SELECT RAISE(ABORT, 'what was said of hours is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER shift_feed_revocations_done AFTER INSERT ON shift_feed_revocations BEGIN
	UPDATE shift_feeds SET is_revoked = 1 WHERE id = NEW.feed_id;
END;
