CREATE TABLE `banquet_removals` (
	`banquet_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`banquet_id`) REFERENCES `banquets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `banquets_once`;--> statement-breakpoint
ALTER TABLE `banquets` ALTER COLUMN `host_phone_sealed` TO `host_phone_sealed` text;--> statement-breakpoint
ALTER TABLE `banquets` ALTER COLUMN `host_phone_index` TO `host_phone_index` text;--> statement-breakpoint
ALTER TABLE `banquets` ADD `host_name_index` text;--> statement-breakpoint
ALTER TABLE `banquets` ADD `is_removed` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `banquets_once` ON `banquets` (`host_phone_index`,`occasion`,`planned_on`) WHERE is_removed = 0;--> statement-breakpoint
CREATE UNIQUE INDEX `banquets_once_by_name` ON `banquets` (`host_name_index`,`occasion`,`planned_on`) WHERE is_removed = 0;--> statement-breakpoint
ALTER TABLE `audit_entries` ADD `reason` text;--> statement-breakpoint
CREATE TABLE `former_values` (
	`act_id` text PRIMARY KEY NOT NULL,
	`subject_id` text NOT NULL,
	`values_sealed` text NOT NULL,
	FOREIGN KEY (`act_id`) REFERENCES `audit_entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `former_values_subject` ON `former_values` (`subject_id`);--> statement-breakpoint
-- rules
-- Whoever has no telephone is known by name and unit.
CREATE TRIGGER banquets_host_known BEFORE INSERT ON banquets
WHEN (NEW.host_phone_index IS NULL) <> (NEW.host_phone_sealed IS NULL) OR (NEW.host_phone_index IS NULL) <> (NEW.host_name_index IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'banquets_host_known');
END;
--> statement-breakpoint
CREATE TRIGGER banquets_host_known_still BEFORE UPDATE OF host_phone_index, host_phone_sealed, host_name_index ON banquets
WHEN (NEW.host_phone_index IS NULL) <> (NEW.host_phone_sealed IS NULL) OR (NEW.host_phone_index IS NULL) <> (NEW.host_name_index IS NOT NULL) BEGIN
	SELECT RAISE(ABORT, 'banquets_host_known');
END;
--> statement-breakpoint
CREATE TRIGGER banquet_removals_mark AFTER INSERT ON banquet_removals BEGIN
	UPDATE banquets SET is_removed = 1 WHERE id = NEW.banquet_id;
END;
--> statement-breakpoint
CREATE TRIGGER banquet_removals_stand BEFORE DELETE ON banquet_removals BEGIN
	SELECT RAISE(ABORT, 'a removal stands');
END;
--> statement-breakpoint
-- What was struck out stays as it was; nothing more happens to it.
CREATE TRIGGER banquets_removed_stay BEFORE UPDATE ON banquets WHEN OLD.is_removed = 1 BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER banquets_removed_by_removal BEFORE UPDATE OF is_removed ON banquets
WHEN NEW.is_removed = 1 AND NOT EXISTS (SELECT 1 FROM banquet_removals WHERE banquet_id = NEW.id) BEGIN
	SELECT RAISE(ABORT, 'a banquet is struck out by its removal alone');
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_not_removed BEFORE INSERT ON banquet_outcomes
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER banquet_outcomes_removed_stay BEFORE UPDATE ON banquet_outcomes
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_not_removed BEFORE INSERT ON dissuasions
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasions_removed_stay BEFORE UPDATE ON dissuasions
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER dissuasion_confirmations_not_removed BEFORE INSERT ON dissuasion_confirmations
WHEN (SELECT b.is_removed FROM dissuasions d JOIN banquets b ON b.id = d.banquet_id WHERE d.id = NEW.dissuasion_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER banquet_visits_not_removed BEFORE INSERT ON banquet_visits
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
--> statement-breakpoint
CREATE TRIGGER household_acts_not_removed BEFORE INSERT ON household_acts
WHEN (SELECT is_removed FROM banquets WHERE id = NEW.banquet_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:banquet-removed');
END;
