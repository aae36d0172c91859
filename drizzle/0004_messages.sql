CREATE TABLE `call_attempt_undos` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`attempt_id`) REFERENCES `call_attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `call_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_attempts_outcome" CHECK(outcome in ('reached', 'not-reached', 'wrong-number'))
);
--> statement-breakpoint
CREATE INDEX `call_attempts_message` ON `call_attempts` (`message_id`);--> statement-breakpoint
CREATE INDEX `call_attempts_by` ON `call_attempts` (`by_id`,`at`);--> statement-breakpoint
CREATE TABLE `messages` (
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
	CONSTRAINT "messages_kind" CHECK(kind in ('promotion', 'change', 'cancellation', 'reminder')),
	CONSTRAINT "messages_state" CHECK(state in ('queued', 'sending', 'sent', 'in-doubt', 'call', 'dead', 'called', 'unreachable', 'dropped')),
	CONSTRAINT "messages_channel" CHECK(channel in ('email', 'sms', 'call'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`act_id`,`signup_id`,`kind`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `messages_signup` ON `messages` (`signup_id`);--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);--> statement-breakpoint
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
