CREATE TABLE `banquet_acknowledgements` (
	`id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `banquet_acknowledgements_banquet` ON `banquet_acknowledgements` (`banquet_id`,`at`);--> statement-breakpoint
CREATE TABLE `banquet_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`went_on` text NOT NULL,
	`note_sealed` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `banquet_visits_once` ON `banquet_visits` (`banquet_id`,`went_on`,`by_id`);--> statement-breakpoint
CREATE TABLE `household_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "household_acts_kind" CHECK(kind in ('declared', 'corrected', 'called-off'))
);
--> statement-breakpoint
CREATE INDEX `household_acts_banquet` ON `household_acts` (`banquet_id`,`at`);--> statement-breakpoint
CREATE TABLE `hygiene_notices` (
	`banquet_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `village_rules` ADD `discouraged` text DEFAULT '["longevity","school","housewarming","full-month","enlistment","other"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `village_rules` ADD `wording` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `village_rules` ADD `source` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- rules
-- A household changes its own record until its day has passed or somebody has recorded how it ended (domain/household-act). `at` in the town's days: UTC+8.
CREATE TRIGGER household_acts_in_time BEFORE INSERT ON household_acts WHEN NEW.kind <> 'declared' BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id) THEN RAISE(ABORT, 'refusal:banquet-ended')
		WHEN (SELECT planned_on FROM banquets WHERE id = NEW.banquet_id) < date(NEW.at / 1000 + 28800, 'unixepoch')
			THEN RAISE(ABORT, 'refusal:banquet-day-passed')
	END;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_visits_open BEFORE INSERT ON banquet_visits BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM banquet_outcomes WHERE banquet_id = NEW.banquet_id AND outcome IN ('held', 'reduced'))
			THEN RAISE(ABORT, 'refusal:banquet-already-held')
		WHEN NEW.went_on > (SELECT planned_on FROM banquets WHERE id = NEW.banquet_id) THEN RAISE(ABORT, 'refusal:went-after-banquet')
	END;
END;
--> statement-breakpoint
-- A dissuasion says how many visits there were, and the day of the last. Those of before visits had rows keep their number.
CREATE TRIGGER banquet_visits_counted AFTER INSERT ON banquet_visits BEGIN
	UPDATE dissuasions SET visits = visits + 1, went_on = max(went_on, NEW.went_on) WHERE banquet_id = NEW.banquet_id;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_visits_moved AFTER UPDATE OF went_on ON banquet_visits BEGIN
	UPDATE dissuasions SET went_on = (SELECT max(went_on) FROM banquet_visits WHERE banquet_id = NEW.banquet_id)
	WHERE banquet_id = NEW.banquet_id;
END;
--> statement-breakpoint
-- The day decides the year in which a dissuasion counts: another day, and a second person is asked again.
CREATE TRIGGER dissuasions_other_day AFTER UPDATE OF went_on ON dissuasions WHEN NEW.went_on <> OLD.went_on BEGIN
	DELETE FROM dissuasion_confirmations WHERE dissuasion_id = NEW.id;
END;
