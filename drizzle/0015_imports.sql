CREATE TABLE `dissuasion_removals` (
	`dissuasion_id` text PRIMARY KEY NOT NULL,
	`banquet_id` text NOT NULL,
	`record` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text
);
--> statement-breakpoint
CREATE INDEX `dissuasion_removals_banquet` ON `dissuasion_removals` (`banquet_id`);--> statement-breakpoint
CREATE TABLE `elder_removals` (
	`elder_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text
);
--> statement-breakpoint
CREATE TABLE `household_count_removals` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`households` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by_id` text,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `household_count_removals_unit` ON `household_count_removals` (`unit_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `import_drops` (
	`import_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_landings` (
	`import_id` text PRIMARY KEY NOT NULL,
	`records` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_records` (
	`import_id` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	PRIMARY KEY(`import_id`, `record_type`, `record_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_records_type" CHECK(record_type in ('banquet', 'dissuasion', 'activity', 'elder', 'household-count', 'signup'))
);
--> statement-breakpoint
CREATE INDEX `import_records_record` ON `import_records` (`record_id`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`nth` integer NOT NULL,
	`record_id` text NOT NULL,
	`text_sealed` text NOT NULL,
	`is_mended` integer DEFAULT false NOT NULL,
	`skip` text,
	`reading` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`faults` text DEFAULT '[]' NOT NULL,
	`record` text,
	`same_key` text,
	`like_key` text,
	`day_on` text,
	`likeness` text,
	`like_nth` integer,
	`record_likeness` text,
	`like_record_id` text,
	`decision` text,
	`state` text GENERATED ALWAYS AS (case when reading = 'skipped' then 'skipped' when decision = 'leave' then 'left-out'
				when reading <> 'fine' then reading when likeness = 'same' or record_likeness = 'same' then 'double'
				when coalesce(likeness, record_likeness) is not null and decision is null then 'doubtful' else 'new' end) VIRTUAL NOT NULL,
	PRIMARY KEY(`import_id`, `nth`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_rows_reading" CHECK(reading in ('skipped', 'unread', 'wrong', 'fine')),
	CONSTRAINT "import_rows_decision" CHECK(decision is null or decision in ('take', 'leave')),
	CONSTRAINT "import_rows_likeness" CHECK(likeness is null or likeness in ('same', 'alike')),
	CONSTRAINT "import_rows_record_likeness" CHECK(record_likeness is null or record_likeness in ('same', 'alike')),
	CONSTRAINT "import_rows_fine" CHECK((reading = 'fine') <= (record is not null or text_sealed = 'erased'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_record` ON `import_rows` (`record_id`);--> statement-breakpoint
CREATE INDEX `import_rows_state` ON `import_rows` (`import_id`,`state`,`nth`);--> statement-breakpoint
CREATE TABLE `import_undos` (
	`import_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`removed` integer NOT NULL,
	`kept` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`import_id`) REFERENCES `import_landings`(`import_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger` text NOT NULL,
	`unit_id` text NOT NULL,
	`file_name_sealed` text NOT NULL,
	`file_hash` text NOT NULL,
	`sheet` text NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`dropped` text NOT NULL,
	`year` integer,
	`village_id` text,
	`calendar` text,
	`is_1904` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_ledger" CHECK(ledger in ('banquets', 'dissuasions', 'activities', 'elders', 'households', 'signups'))
);
--> statement-breakpoint
CREATE INDEX `imports_unit` ON `imports` (`unit_id`,`at`);--> statement-breakpoint
CREATE INDEX `imports_hash` ON `imports` (`file_hash`);--> statement-breakpoint
-- rules
-- What has landed or was dropped is closed: nothing of its rows is decided or read any more.
CREATE TRIGGER import_rows_closed BEFORE UPDATE OF reading, revision, decision ON import_rows
WHEN EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.import_id)
	OR EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-closed');
END;
--> statement-breakpoint
-- All or nothing: it lands when every row of it has been read and decided, and only with something to land.
CREATE TRIGGER import_landings_ready BEFORE INSERT ON import_landings BEGIN
	SELECT CASE
		WHEN EXISTS (SELECT 1 FROM import_drops WHERE import_id = NEW.import_id) THEN RAISE(ABORT, 'refusal:import-closed')
		WHEN EXISTS (SELECT 1 FROM import_rows WHERE import_id = NEW.import_id AND state IN ('unread', 'wrong', 'doubtful'))
			OR NEW.records = 0 THEN RAISE(ABORT, 'refusal:import-not-ready')
		WHEN NEW.records <> (SELECT count(*) FROM import_rows WHERE import_id = NEW.import_id AND state = 'new')
			THEN RAISE(ABORT, 'refusal:import-outdated')
	END;
END;
--> statement-breakpoint
CREATE TRIGGER import_drops_open BEFORE INSERT ON import_drops
WHEN EXISTS (SELECT 1 FROM import_landings WHERE import_id = NEW.import_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:import-closed');
END;
--> statement-breakpoint
-- Out of the roll and of what is still to come, and another import may bring the same person again.
CREATE TRIGGER elder_removals_drop AFTER INSERT ON elder_removals BEGIN
	UPDATE elders SET is_gone = 1, person_index = 'removed:' || id WHERE id = NEW.elder_id;
	UPDATE invitations SET is_dropped = 1 WHERE elder_id = NEW.elder_id AND result IS NULL;
END;
