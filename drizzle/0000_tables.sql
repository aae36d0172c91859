CREATE TABLE `account_closures` (
	`account_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name_sealed` text NOT NULL,
	`role` text NOT NULL,
	`unit_id` text NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_role" CHECK(role in ('administrator', 'cadre', 'volunteer'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username_unique` ON `accounts` (`username`);--> statement-breakpoint
CREATE INDEX `accounts_unit` ON `accounts` (`unit_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`succeeded` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_attempts_username` ON `sign_in_attempts` (`username`,`at`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`done_on` text NOT NULL,
	`subject` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`audience` text DEFAULT '' NOT NULL,
	`quantity` integer NOT NULL,
	`result` text DEFAULT '' NOT NULL,
	`responsible_sealed` text NOT NULL,
	`evidence` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`zero_kind` text,
	`zero_month` text,
	`is_removed` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_kind" CHECK(kind in ('deployment-meeting', 'villagers-meeting', 'village-rule-study', 'appeal-broadcast', 'slogan', 'caterer-inspection', 'media-report', 'complaint', 'checked-zero', 'health-service', 'disability-check-up', 'martyr-tribute', 'defence-education', 'defence-film', 'defence-board', 'waste-sorting', 'other')),
	CONSTRAINT "activities_quantity" CHECK(case when kind = 'checked-zero' then quantity = 0 else quantity between 1 and 100000 end),
	CONSTRAINT "activities_zero" CHECK((kind = 'checked-zero') = (zero_kind is not null) and (zero_kind is null) = (zero_month is null))
);
--> statement-breakpoint
CREATE INDEX `activities_kind` ON `activities` (`kind`,`done_on`,`id`);--> statement-breakpoint
CREATE INDEX `activities_unit` ON `activities` (`unit_id`,`done_on`,`id`);--> statement-breakpoint
CREATE INDEX `activities_on` ON `activities` (`done_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `activities_one_zero` ON `activities` (`unit_id`,`zero_kind`,`zero_month`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE TABLE `activity_removals` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`verb` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`unit_id` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entries_unit` ON `audit_entries` (`unit_id`,`at`);--> statement-breakpoint
CREATE TABLE `answer_replies` (
	`answer_id` text PRIMARY KEY NOT NULL,
	`text_sealed` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`answer_id`) REFERENCES `household_answers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `banquet_outcomes` (
	`banquet_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`ended_on` text NOT NULL,
	`tables_held` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "banquet_outcomes_outcome" CHECK(outcome in ('held', 'reduced', 'family-meal', 'cancelled')),
	CONSTRAINT "banquet_outcomes_tables" CHECK(case outcome when 'cancelled' then tables_held = 0 when 'family-meal' then tables_held >= 0 else tables_held > 0 end)
);
--> statement-breakpoint
CREATE INDEX `banquet_outcomes_on` ON `banquet_outcomes` (`ended_on`,`outcome`);--> statement-breakpoint
CREATE TABLE `banquets` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`origin` text NOT NULL,
	`occasion` text NOT NULL,
	`host_name_sealed` text NOT NULL,
	`host_phone_sealed` text NOT NULL,
	`host_phone_index` text NOT NULL,
	`code` text NOT NULL,
	`declared_on` text NOT NULL,
	`planned_on` text NOT NULL,
	`meals` integer NOT NULL,
	`tables_planned` integer NOT NULL,
	`price_per_table` integer,
	`venue` text DEFAULT '' NOT NULL,
	`caterer` text DEFAULT '' NOT NULL,
	`is_hygiene_certificate_seen` integer DEFAULT false NOT NULL,
	`pledge_id` text,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledge_id`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "banquets_origin" CHECK(origin in ('declared', 'found')),
	CONSTRAINT "banquets_occasion" CHECK(occasion in ('wedding', 'funeral', 'longevity', 'school', 'housewarming', 'full-month', 'enlistment', 'other')),
	CONSTRAINT "banquets_size" CHECK(meals between 1 and 30 and tables_planned between 1 and 999)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `banquets_once` ON `banquets` (`host_phone_index`,`occasion`,`planned_on`);--> statement-breakpoint
CREATE INDEX `banquets_unit` ON `banquets` (`unit_id`,`planned_on`,`id`);--> statement-breakpoint
CREATE INDEX `banquets_planned` ON `banquets` (`planned_on`,`id`);--> statement-breakpoint
CREATE INDEX `banquets_phone` ON `banquets` (`host_phone_index`,`code`);--> statement-breakpoint
CREATE TABLE `dissuasion_confirmations` (
	`dissuasion_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`dissuasion_id`) REFERENCES `dissuasions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dissuasions` (
	`id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`went_on` text NOT NULL,
	`visits` integer NOT NULL,
	`outcome` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dissuasions_outcome" CHECK(outcome in ('cancelled', 'reduced', 'family-meal', 'went-ahead')),
	CONSTRAINT "dissuasions_visits" CHECK(visits between 1 and 99)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dissuasions_banquet_id_unique` ON `dissuasions` (`banquet_id`);--> statement-breakpoint
CREATE INDEX `dissuasions_on` ON `dissuasions` (`went_on`,`id`);--> statement-breakpoint
CREATE TABLE `household_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`text_sealed` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_answers_banquet` ON `household_answers` (`banquet_id`,`at`);--> statement-breakpoint
CREATE TABLE `village_rules` (
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`notice_days` integer NOT NULL,
	`tables_per_meal` integer NOT NULL,
	`price_per_table` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`unit_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "village_rules_limits" CHECK(notice_days between 0 and 60 and tables_per_meal between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE `event_cancellations` (
	`event_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `event_completions` (
	`event_id` text PRIMARY KEY NOT NULL,
	`attended` integer NOT NULL,
	`donors` integer,
	`millilitres` integer,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_completions_attended" CHECK(attended >= 0),
	CONSTRAINT "event_completions_donors" CHECK(donors is null or (donors >= 0 and donors <= attended)),
	CONSTRAINT "event_completions_millilitres" CHECK(millilitres is null or millilitres >= 0)
);
--> statement-breakpoint
CREATE TABLE `event_publications` (
	`event_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text,
	`title` text NOT NULL,
	`place` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`partner` text DEFAULT '' NOT NULL,
	`contact_phone` text NOT NULL,
	`lets_pass` integer DEFAULT false NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_kind" CHECK(kind in ('blood-drive', 'lecture', 'birthday-banquet', 'performance', 'volunteer-day', 'meeting')),
	CONSTRAINT "events_topic" CHECK(topic is null or topic in ('health', 'ideological', 'micro-talk', 'clean-up', 'small-ads-removal', 'other'))
);
--> statement-breakpoint
CREATE INDEX `events_start` ON `events` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `events_unit` ON `events` (`unit_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`starts_at`);--> statement-breakpoint
CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`capacity` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slots_taken_within_capacity" CHECK(taken >= 0 and (capacity is null or taken <= capacity)),
	CONSTRAINT "slots_capacity_positive" CHECK(capacity is null or capacity > 0),
	CONSTRAINT "slots_end_after_start" CHECK(ends_at > starts_at)
);
--> statement-breakpoint
CREATE INDEX `slots_event` ON `slots` (`event_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `pledge_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`audience` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`effective_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	CONSTRAINT "pledge_texts_audience" CHECK(audience in ('household', 'party-member')),
	CONSTRAINT "pledge_texts_number_positive" CHECK(number > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pledge_texts_number` ON `pledge_texts` (`audience`,`number`);--> statement-breakpoint
CREATE TABLE `pledge_withdrawals` (
	`pledge_id` text PRIMARY KEY NOT NULL,
	`withdrawn_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`pledge_id`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pledges` (
	`id` text PRIMARY KEY NOT NULL,
	`text_id` text NOT NULL,
	`audience` text NOT NULL,
	`village_id` text NOT NULL,
	`name_sealed` text NOT NULL,
	`phone_sealed` text NOT NULL,
	`phone_index` text NOT NULL,
	`code` text NOT NULL,
	`signed_on` text NOT NULL,
	`is_on_paper` integer DEFAULT false NOT NULL,
	`is_withdrawn` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`text_id`) REFERENCES `pledge_texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pledges_one_in_force` ON `pledges` (`phone_index`,`audience`) WHERE is_withdrawn = 0;--> statement-breakpoint
CREATE INDEX `pledges_village` ON `pledges` (`village_id`,`signed_on`,`id`);--> statement-breakpoint
CREATE INDEX `pledges_phone` ON `pledges` (`phone_index`,`code`);--> statement-breakpoint
CREATE TABLE `shift_claims` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`account_id` text NOT NULL,
	`is_released` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`shift_id`) REFERENCES `shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_claims_once` ON `shift_claims` (`shift_id`,`account_id`) WHERE is_released = 0;--> statement-breakpoint
CREATE INDEX `shift_claims_account` ON `shift_claims` (`account_id`,`is_released`);--> statement-breakpoint
CREATE TABLE `shift_releases` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`claim_id`) REFERENCES `shift_claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`duty` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`needed` integer NOT NULL,
	`taken` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "shifts_taken_within_needed" CHECK(taken between 0 and needed),
	CONSTRAINT "shifts_needed_positive" CHECK(needed > 0),
	CONSTRAINT "shifts_end_after_start" CHECK(ends_at > starts_at)
);
--> statement-breakpoint
CREATE INDEX `shifts_event` ON `shifts` (`event_id`);--> statement-breakpoint
CREATE INDEX `shifts_start` ON `shifts` (`starts_at`,`id`);--> statement-breakpoint
CREATE TABLE `line_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`signup_id` text NOT NULL,
	`from_rank` real NOT NULL,
	`to_rank` real NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `line_moves_signup` ON `line_moves` (`signup_id`);--> statement-breakpoint
CREATE TABLE `signup_companions` (
	`signup_id` text NOT NULL,
	`nth` integer NOT NULL,
	`name_sealed` text NOT NULL,
	PRIMARY KEY(`signup_id`, `nth`),
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signup_companions_nth" CHECK(nth between 2 and 6)
);
--> statement-breakpoint
CREATE TABLE `signup_helpers` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`name_sealed` text NOT NULL,
	`phone_sealed` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `signup_promotions` (
	`signup_id` text NOT NULL,
	`act_id` text NOT NULL,
	`people` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`signup_id`, `act_id`),
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signup_promotions_people" CHECK(people > 0)
);
--> statement-breakpoint
CREATE INDEX `signup_promotions_act` ON `signup_promotions` (`act_id`);--> statement-breakpoint
CREATE TABLE `signup_withdrawals` (
	`signup_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`signup_id`) REFERENCES `signups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `signups` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`seq` integer NOT NULL,
	`rank` real NOT NULL,
	`place` text NOT NULL,
	`party_size` integer NOT NULL,
	`granted` integer NOT NULL,
	`accepts_some` integer DEFAULT false NOT NULL,
	`origin` text DEFAULT 'online' NOT NULL,
	`name_sealed` text NOT NULL,
	`phone_sealed` text,
	`phone_index` text,
	`email_sealed` text,
	`language` text DEFAULT 'zh-CN' NOT NULL,
	`village_id` text,
	`code` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`slot_id`) REFERENCES `slots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signups_place" CHECK(place in ('confirmed', 'waitlisted', 'withdrawn')),
	CONSTRAINT "signups_origin" CHECK(origin in ('online', 'paper', 'walk-in')),
	CONSTRAINT "signups_party_size" CHECK(typeof(party_size) = 'integer' and party_size between 1 and 6),
	CONSTRAINT "signups_phone_found" CHECK((phone_sealed is null) = (phone_index is null)),
	CONSTRAINT "signups_phone_online" CHECK(origin <> 'online' or phone_index is not null),
	CONSTRAINT "signups_granted" CHECK(case place when 'confirmed' then granted = party_size when 'withdrawn' then granted = 0
				else granted >= 0 and granted < party_size and (granted = 0 or accepts_some) end)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_seq` ON `signups` (`slot_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `signups_rank` ON `signups` (`slot_id`,`rank`);--> statement-breakpoint
CREATE UNIQUE INDEX `signups_once_per_phone` ON `signups` (`slot_id`,`phone_index`) WHERE place <> 'withdrawn';--> statement-breakpoint
CREATE INDEX `signups_line` ON `signups` (`slot_id`,`place`,`rank`);--> statement-breakpoint
CREATE INDEX `signups_phone` ON `signups` (`phone_index`,`code`);--> statement-breakpoint
CREATE INDEX `signups_at` ON `signups` (`at`);--> statement-breakpoint
CREATE TABLE `grid_groups` (
	`grid_id` text NOT NULL,
	`group_id` text NOT NULL,
	PRIMARY KEY(`grid_id`, `group_id`),
	FOREIGN KEY (`grid_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `grid_members` (
	`id` text PRIMARY KEY NOT NULL,
	`grid_id` text NOT NULL,
	`role` text NOT NULL,
	`name_sealed` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`grid_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grid_members_role" CHECK(role in ('full-time', 'part-time', 'helper')),
	CONSTRAINT "grid_members_period" CHECK(to_on is null or to_on >= from_on)
);
--> statement-breakpoint
CREATE INDEX `grid_members_grid` ON `grid_members` (`grid_id`);--> statement-breakpoint
CREATE TABLE `household_counts` (
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`households` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`unit_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_counts_positive" CHECK(households > 0)
);
--> statement-breakpoint
CREATE TABLE `unit_closure` (
	`ancestor_id` text NOT NULL,
	`descendant_id` text NOT NULL,
	PRIMARY KEY(`ancestor_id`, `descendant_id`),
	FOREIGN KEY (`ancestor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`descendant_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_closure_descendant` ON `unit_closure` (`descendant_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`code` text,
	`phone` text,
	`position` integer DEFAULT 0 NOT NULL,
	`valid_from_on` text NOT NULL,
	`valid_to_on` text,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "units_kind" CHECK(kind in ('district', 'town', 'village', 'community', 'group', 'grid'))
);
--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);