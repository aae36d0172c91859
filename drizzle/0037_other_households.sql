DROP INDEX `banquets_once`;--> statement-breakpoint
DROP INDEX `banquets_once_by_name`;--> statement-breakpoint
ALTER TABLE `banquets` ADD `other_household_index` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- Hosts of one name whose units became one had their own id in the index of the name.
UPDATE `banquets` SET `other_household_index` = `id`, `host_name_index` = substr(`host_name_index`, 1, instr(`host_name_index`, ':') - 1)
	WHERE instr(`host_name_index`, ':') > 0;--> statement-breakpoint
CREATE UNIQUE INDEX `banquets_once` ON `banquets` (`host_phone_index`,`occasion`,`planned_on`,`other_household_index`) WHERE is_removed = 0;--> statement-breakpoint
CREATE UNIQUE INDEX `banquets_once_by_name` ON `banquets` (`host_name_index`,`occasion`,`planned_on`,`other_household_index`) WHERE is_removed = 0;