-- What comes from outside counts once staff or attendance has proved it: confirmations of households' declarations and of pledges signed
-- online, the slips that gave feedback, and sign-ups that a call confirms.
CREATE TABLE `banquet_confirmations` (
	`banquet_id` text PRIMARY KEY NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "banquet_confirmations_why" CHECK(by_id is not null or reason is not null),
	CONSTRAINT "banquet_confirmations_reason" CHECK(reason is null or reason in ('closed-before'))
);
--> statement-breakpoint
CREATE TABLE `pledge_confirmations` (
	`pledge_id` text PRIMARY KEY NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`pledge_id`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pledge_confirmations_why" CHECK(by_id is not null or reason is not null),
	CONSTRAINT "pledge_confirmations_reason" CHECK(reason is null or reason in ('closed-before'))
);
--> statement-breakpoint
CREATE TABLE `feedback_slips` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `feedback_slips_event` ON `feedback_slips` (`event_id`);--> statement-breakpoint
CREATE TABLE `signup_confirmations` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `signup_lapses` (
	`signup_id` text NOT NULL,
	`people` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`signup_id`, `at`),
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
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
	CONSTRAINT "messages_kind" CHECK(kind in ('promotion', 'change', 'cancellation', 'reminder', 'donation-due', 'confirmation')),
	CONSTRAINT "messages_state" CHECK(state in ('queued', 'sending', 'sent', 'in-doubt', 'call', 'dead', 'called', 'unreachable', 'dropped')),
	CONSTRAINT "messages_channel" CHECK(channel in ('email', 'sms', 'call'))
);
--> statement-breakpoint
INSERT INTO `__new_messages`("id", "kind", "signup_id", "act_id", "at", "state", "channel", "next_at", "attempts", "owner", "lease_until", "reason", "state_at") SELECT "id", "kind", "signup_id", "act_id", "at", "state", "channel", "next_at", "attempts", "owner", "lease_until", "reason", "state_at" FROM `messages` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `messages`;--> statement-breakpoint
ALTER TABLE `__new_messages` RENAME TO `messages`;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`act_id`,`signup_id`,`kind`);--> statement-breakpoint
CREATE INDEX `messages_due` ON `messages` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `messages_signup` ON `messages` (`signup_id`);--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `messages_at` ON `messages` (`at`);--> statement-breakpoint
ALTER TABLE `events` ADD `confirm_hours` integer CONSTRAINT "events_confirm_hours" CHECK(confirm_hours between 1 and 72);--> statement-breakpoint
ALTER TABLE `signups` ADD `held_until` integer;--> statement-breakpoint
ALTER TABLE `signups` ADD `is_lapsed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `signups_held` ON `signups` (`held_until`) WHERE held_until is not null;--> statement-breakpoint
ALTER TABLE `lecture_feedbacks` ADD `is_from_slip` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `banquets` ADD `confirmed_tables` integer;--> statement-breakpoint
ALTER TABLE `pledges` ADD `is_confirmed` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- What was counted in a closed period stays counted. Everything later from outside waits for a cadre.
INSERT INTO `banquet_confirmations` SELECT b.`id`, 'closed-before', unixepoch() * 1000, NULL FROM `banquets` b
	WHERE EXISTS (SELECT 1 FROM `household_acts` h WHERE h.`banquet_id` = b.`id` AND h.`kind` = 'declared')
		AND EXISTS (SELECT 1 FROM `closings` c JOIN `unit_closure` u ON u.`ancestor_id` = c.`unit_id`
			WHERE u.`descendant_id` = b.`unit_id` AND (b.`declared_on` BETWEEN c.`from_on` AND c.`to_on` OR b.`listed_ended_on` BETWEEN c.`from_on` AND c.`to_on`));--> statement-breakpoint
UPDATE `banquets` SET `confirmed_tables` = `tables_planned`
	WHERE `id` IN (SELECT `banquet_id` FROM `banquet_confirmations`)
		OR `id` NOT IN (SELECT `banquet_id` FROM `household_acts` WHERE `kind` = 'declared');--> statement-breakpoint
CREATE INDEX `banquets_unconfirmed` ON `banquets` (`declared_on`,`id`,`unit_id`) WHERE confirmed_tables is null and is_removed = 0;--> statement-breakpoint
-- A pledge counts at the end of a period, whenever it was signed before.
INSERT INTO `pledge_confirmations` SELECT p.`id`, 'closed-before', unixepoch() * 1000, NULL FROM `pledges` p
	WHERE p.`is_on_paper` = 0 AND EXISTS (SELECT 1 FROM `closings` c JOIN `unit_closure` u ON u.`ancestor_id` = c.`unit_id`
		WHERE u.`descendant_id` = p.`village_id` AND p.`signed_on` <= c.`to_on`);--> statement-breakpoint
UPDATE `pledges` SET `is_confirmed` = 1
	WHERE `is_on_paper` = 1 OR `id` IN (SELECT `pledge_id` FROM `pledge_confirmations`);--> statement-breakpoint
CREATE INDEX `pledges_unconfirmed` ON `pledges` (`signed_on`,`id`,`village_id`) WHERE is_confirmed = 0 and is_withdrawn = 0;
