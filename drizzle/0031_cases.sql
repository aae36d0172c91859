-- The ledger of cases: what was received, how it was settled, and what was struck out. Ledgers and imports know it by name.
CREATE TABLE `case_removals` (
	`case_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_settlements` (
	`case_id` text PRIMARY KEY NOT NULL,
	`settled_on` text NOT NULL,
	`result_sealed` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`received_on` text NOT NULL,
	`due_on` text,
	`matter_sealed` text NOT NULL,
	`settled_on` text,
	`is_removed` integer DEFAULT false NOT NULL,
	`list_key` text GENERATED ALWAYS AS (case when settled_on is null then '0' || coalesce(due_on, '9999-12-31') else '1' || (99999999 - replace(received_on, '-', '')) end) VIRTUAL NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cases_kind" CHECK(kind in ('dispute', 'call', 'incident')),
	CONSTRAINT "cases_level" CHECK(level in ('grid', 'village', 'town')),
	CONSTRAINT "cases_received" CHECK(date(received_on) is received_on),
	CONSTRAINT "cases_due" CHECK(due_on is null or (date(due_on) is due_on and due_on >= received_on)),
	CONSTRAINT "cases_must_be_due" CHECK(kind = 'dispute' or due_on is not null),
	CONSTRAINT "cases_settled" CHECK(settled_on is null or (date(settled_on) is settled_on and settled_on >= received_on))
);
--> statement-breakpoint
CREATE INDEX `cases_listed` ON `cases` (`is_removed`,`list_key`,`id`);--> statement-breakpoint
CREATE INDEX `cases_unit` ON `cases` (`unit_id`,`is_removed`,`list_key`,`id`);--> statement-breakpoint
CREATE INDEX `cases_received` ON `cases` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `cases_unit_received` ON `cases` (`unit_id`,`received_on`);--> statement-breakpoint
CREATE TABLE `__new_ledger_starts` (
	`ledger` text NOT NULL,
	`seq` integer NOT NULL,
	`from_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`ledger`, `seq`),
	CONSTRAINT "ledger_starts_ledger" CHECK(ledger in ('banquets', 'declarations', 'activities', 'events', 'guests', 'pledges', 'grids', 'cases')),
	CONSTRAINT "ledger_starts_day" CHECK(from_on between '1950-01-01' and '2199-12-31' and date(from_on) = from_on)
);
--> statement-breakpoint
INSERT INTO `__new_ledger_starts`("ledger", "seq", "from_on", "at", "by_id") SELECT "ledger", "seq", "from_on", "at", "by_id" FROM `ledger_starts` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `ledger_starts`;--> statement-breakpoint
ALTER TABLE `__new_ledger_starts` RENAME TO `ledger_starts`;--> statement-breakpoint
CREATE TABLE `__new_import_records` (
	`import_id` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`note_sealed` text,
	PRIMARY KEY(`import_id`, `record_type`, `record_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_records_type" CHECK(record_type in ('banquet', 'dissuasion', 'activity', 'case', 'elder', 'household-count', 'signup'))
);
--> statement-breakpoint
INSERT INTO `__new_import_records`("import_id", "record_type", "record_id", "note_sealed") SELECT "import_id", "record_type", "record_id", "note_sealed" FROM `import_records` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `import_records`;--> statement-breakpoint
ALTER TABLE `__new_import_records` RENAME TO `import_records`;--> statement-breakpoint
CREATE INDEX `import_records_record` ON `import_records` (`record_id`);--> statement-breakpoint
CREATE TABLE `__new_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`ledger` text NOT NULL,
	`unit_id` text NOT NULL,
	`file_name_sealed` text NOT NULL,
	`file_hash` text NOT NULL,
	`sheets` text DEFAULT '[]' NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`dropped` text NOT NULL,
	`year` integer,
	`village_id` text,
	`calendar` text,
	`is_1904` integer NOT NULL,
	`compared_act` integer,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_ledger" CHECK(ledger in ('banquets', 'dissuasions', 'activities', 'cases', 'elders', 'households', 'signups'))
);
--> statement-breakpoint
INSERT INTO `__new_imports`("id", "ledger", "unit_id", "file_name_sealed", "file_hash", "sheets", "headings", "columns", "dropped", "year", "village_id", "calendar", "is_1904", "compared_act", "at", "by_id") SELECT "id", "ledger", "unit_id", "file_name_sealed", "file_hash", "sheets", "headings", "columns", "dropped", "year", "village_id", "calendar", "is_1904", "compared_act", "at", "by_id" FROM `imports` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `imports`;--> statement-breakpoint
ALTER TABLE `__new_imports` RENAME TO `imports`;--> statement-breakpoint
CREATE INDEX `imports_unit` ON `imports` (`unit_id`,`at`);--> statement-breakpoint
CREATE INDEX `imports_hash` ON `imports` (`file_hash`);