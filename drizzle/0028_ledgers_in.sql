-- All sheets of a ledger file, rows that the file sets aside, likeness by telephone, notes of records, words of the town, and up to which act a draft was compared.
CREATE TABLE `ledger_words` (
	`column_name` text NOT NULL,
	`word_index` text NOT NULL,
	`word_sealed` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`column_name`, `word_index`)
);
--> statement-breakpoint
ALTER TABLE `imports` ADD `sheets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `compared_act` integer;--> statement-breakpoint
UPDATE `imports` SET `sheets` = json_array(json_object('name', `sheet`, 'lines', (SELECT count(*) FROM `import_rows` WHERE `import_id` = `imports`.`id`),
	'above', 0, 'leftOut', null, 'from', 0, 'year', null, 'villageId', null));--> statement-breakpoint
ALTER TABLE `imports` DROP COLUMN `sheet`;--> statement-breakpoint
ALTER TABLE `import_records` ADD `note_sealed` text;--> statement-breakpoint
-- What is there already is asked about from now on; what was committed keeps the answer it had.
UPDATE `import_rows` SET `decision` = 'leave' WHERE `state` = 'double'
	AND EXISTS (SELECT 1 FROM `import_landings` WHERE `import_id` = `import_rows`.`import_id`);--> statement-breakpoint
DROP INDEX `import_rows_state`;--> statement-breakpoint
ALTER TABLE `import_rows` DROP COLUMN `state`;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `also_key` text;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `taken_as` text;--> statement-breakpoint
UPDATE `import_rows` SET `taken_as` = json_array(`like_nth`, `like_record_id`) WHERE `decision` = 'take';--> statement-breakpoint
ALTER TABLE `import_rows` ADD `mark` text CONSTRAINT "import_rows_mark" CHECK(mark is null or mark in ('hidden', 'struck'));--> statement-breakpoint
ALTER TABLE `import_rows` ADD `state` text GENERATED ALWAYS AS (case when reading = 'skipped' then 'skipped' when decision = 'leave' then 'left-out' when reading <> 'fine' then reading
				when coalesce(likeness, record_likeness) is null then 'new'
				when decision is null or taken_as is not json_array(like_nth, like_record_id) then 'doubtful'
				when likeness = 'same' or record_likeness = 'same' then 'wrong' else 'new' end) VIRTUAL NOT NULL;--> statement-breakpoint
CREATE INDEX `import_rows_state` ON `import_rows` (`import_id`,`state`,`nth`);
