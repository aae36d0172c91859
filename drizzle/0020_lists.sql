-- Columns that lists go by, kept by triggers, with the indexes for them; and how many pledges each village has under each text.
CREATE TABLE `pledge_counts` (
	`village_id` text NOT NULL,
	`audience` text NOT NULL,
	`text_id` text NOT NULL,
	`in_force` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	PRIMARY KEY(`village_id`, `audience`, `text_id`),
	FOREIGN KEY (`village_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_id`) REFERENCES `pledge_texts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `banquets` ADD `listed_outcome` text;--> statement-breakpoint
ALTER TABLE `banquets` ADD `listed_ended_on` text;--> statement-breakpoint
UPDATE `banquets` SET (`listed_outcome`, `listed_ended_on`) = (SELECT `outcome`, `ended_on` FROM `banquet_outcomes` WHERE `banquet_id` = `banquets`.`id`);--> statement-breakpoint
ALTER TABLE `banquets` ADD `listed_year` text GENERATED ALWAYS AS (substr(coalesce(listed_ended_on, planned_on), 1, 4)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `banquets_listed` ON `banquets` (`planned_on`,`id`,`unit_id`,`occasion`,`origin`,`listed_outcome`) WHERE is_removed = 0;--> statement-breakpoint
CREATE INDEX `banquets_listed_by_occasion` ON `banquets` (`occasion`,`planned_on`,`id`,`unit_id`,`listed_outcome`) WHERE is_removed = 0;--> statement-breakpoint
CREATE INDEX `banquets_listed_by_outcome` ON `banquets` (`listed_outcome`,`planned_on`,`id`,`unit_id`,`occasion`,`origin`) WHERE is_removed = 0;--> statement-breakpoint
CREATE INDEX `banquets_listed_by_year` ON `banquets` (`listed_year`,`planned_on`,`id`,`unit_id`,`occasion`,`listed_outcome`) WHERE is_removed = 0;--> statement-breakpoint
ALTER TABLE `dissuasions` ADD `is_confirmed` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `dissuasions` SET `is_confirmed` = 1 WHERE `id` IN (SELECT `dissuasion_id` FROM `dissuasion_confirmations`);--> statement-breakpoint
CREATE INDEX `dissuasions_confirmed` ON `dissuasions` (`is_confirmed`,`went_on`,`id`);--> statement-breakpoint
ALTER TABLE `events` ADD `stage` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
UPDATE `events` SET `stage` = CASE
	WHEN EXISTS (SELECT 1 FROM `event_cancellations` WHERE `event_id` = `events`.`id`) THEN 'cancelled'
	WHEN EXISTS (SELECT 1 FROM `event_completions` WHERE `event_id` = `events`.`id`) THEN 'completed'
	WHEN EXISTS (SELECT 1 FROM `event_publications` WHERE `event_id` = `events`.`id`) THEN 'published'
	ELSE 'draft' END;--> statement-breakpoint
CREATE INDEX `events_stage` ON `events` (`stage`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_stage_kind` ON `events` (`stage`,`kind`,`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_stage_end` ON `events` (`stage`,`ends_at`);--> statement-breakpoint
CREATE INDEX `events_end` ON `events` (`ends_at`,`starts_at`);--> statement-breakpoint
ALTER TABLE `pledges` ADD `renewed_text_id` text;--> statement-breakpoint
UPDATE `pledges` SET `renewed_text_id` = (SELECT r.`text_id` FROM `pledge_renewals` r JOIN `pledge_texts` t ON t.`id` = r.`text_id`
	WHERE r.`pledge_id` = `pledges`.`id` ORDER BY t.`effective_on` DESC, t.`number` DESC LIMIT 1)
	WHERE `id` IN (SELECT `pledge_id` FROM `pledge_renewals`);--> statement-breakpoint
INSERT INTO `pledge_counts` SELECT `village_id`, `audience`, coalesce(`renewed_text_id`, `text_id`), sum(`is_withdrawn` = 0), sum(`is_withdrawn`) FROM `pledges` GROUP BY 1, 2, 3;--> statement-breakpoint
CREATE INDEX `pledges_listed` ON `pledges` (`signed_on`,`id`,`audience`,`is_withdrawn`,`renewed_text_id`,`text_id`);--> statement-breakpoint
CREATE INDEX `activities_zeros_on` ON `activities` (`done_on`,`zero_kind`,`unit_id`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE INDEX `activities_removed` ON `activities` (`done_on`,`id`) WHERE is_removed = 1;--> statement-breakpoint
CREATE INDEX `audit_entries_verb` ON `audit_entries` (`verb`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `elders_unerased` ON `elders` (`id`) WHERE is_gone = 1 and name_sealed <> 'erased';--> statement-breakpoint
CREATE INDEX `slots_start` ON `slots` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `lecture_feedbacks_sentences` ON `lecture_feedbacks` (`event_id`) WHERE sentence_sealed is not null;--> statement-breakpoint
CREATE INDEX `messages_state` ON `messages` (`state`,`at`,`id`);