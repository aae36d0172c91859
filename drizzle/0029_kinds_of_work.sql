-- The kinds of the work ledger are rows, so that an administrator adds some, each under a campaign. Those of the software have their ids alone.
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`name_key` text,
	`name_en` text,
	`at` integer,
	`by_id` text,
	CONSTRAINT "campaigns_added" CHECK(case when id glob 'campaign-[1-9]*' then name is not null and name_key is not null and at is not null
				else name is null and name_key is null and name_en is null end)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name` ON `campaigns` (`name_key`);--> statement-breakpoint
CREATE TABLE `work_kinds` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign` text,
	`name` text,
	`name_key` text,
	`name_en` text,
	`definition` text,
	`measure` text,
	`counts` text,
	`words` text,
	`lead` text,
	`is_rounded` integer,
	`from_on` text,
	`closed_from_on` text,
	`at` integer,
	`by_id` text,
	FOREIGN KEY (`campaign`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "work_kinds_added" CHECK(case when id glob 'added-[1-9]*'
				then campaign is not null and name is not null and name_key is not null and definition is not null and json_valid(words)
					and lead is not null and is_rounded in (0, 1) and at is not null
				else campaign is null and name is null and name_key is null and from_on is null and closed_from_on is null end),
	CONSTRAINT "work_kinds_measure" CHECK(id not glob 'added-*' or measure in ('sessions', 'pieces', 'places', 'times', 'boards', 'sheets', 'copies', 'objects', 'items')),
	CONSTRAINT "work_kinds_counts" CHECK(id not glob 'added-*' or counts in ('records', 'quantity')),
	CONSTRAINT "work_kinds_span" CHECK(id not glob 'added-*' or (from_on between '1950-01-01' and '2199-12-31' and date(from_on) = from_on
				and (closed_from_on is null or (date(closed_from_on) = closed_from_on and closed_from_on > from_on))))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_kinds_name` ON `work_kinds` (`name_key`);--> statement-breakpoint
INSERT INTO `campaigns` (`id`) VALUES ('banquet-reform'), ('health'), ('defence-clean-up'), ('governance');--> statement-breakpoint
INSERT INTO `work_kinds` (`id`) VALUES ('deployment-meeting'), ('villagers-meeting'), ('village-rule-study'), ('appeal-broadcast'), ('slogan'), ('caterer-inspection'), ('media-report'), ('complaint'), ('checked-zero'), ('health-service'), ('disability-check-up'), ('martyr-tribute'), ('defence-education'), ('defence-film'), ('defence-board'), ('waste-sorting'), ('warning'), ('other');--> statement-breakpoint
CREATE TABLE `__new_activities` (
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
	FOREIGN KEY (`kind`) REFERENCES `work_kinds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activities_quantity" CHECK(case when kind = 'checked-zero' then quantity = 0 else quantity between 1 and 100000 end),
	CONSTRAINT "activities_zero" CHECK((kind = 'checked-zero') = (zero_kind is not null) and (zero_kind is null) = (zero_month is null))
);
--> statement-breakpoint
INSERT INTO `__new_activities`("id", "unit_id", "kind", "done_on", "subject", "place", "audience", "quantity", "result", "responsible_sealed", "evidence", "note", "zero_kind", "zero_month", "is_removed", "at", "by_id") SELECT "id", "unit_id", "kind", "done_on", "subject", "place", "audience", "quantity", "result", "responsible_sealed", "evidence", "note", "zero_kind", "zero_month", "is_removed", "at", "by_id" FROM `activities` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `activities`;--> statement-breakpoint
ALTER TABLE `__new_activities` RENAME TO `activities`;--> statement-breakpoint
CREATE INDEX `activities_kind` ON `activities` (`kind`,`done_on`,`id`);--> statement-breakpoint
CREATE INDEX `activities_unit` ON `activities` (`unit_id`,`done_on`,`id`);--> statement-breakpoint
CREATE INDEX `activities_on` ON `activities` (`done_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `activities_one_zero` ON `activities` (`unit_id`,`zero_kind`,`zero_month`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE INDEX `activities_zeros` ON `activities` (`zero_kind`,`zero_month`,`unit_id`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE INDEX `activities_zeros_on` ON `activities` (`done_on`,`zero_kind`,`unit_id`) WHERE zero_kind is not null and is_removed = 0;--> statement-breakpoint
CREATE INDEX `activities_removed` ON `activities` (`done_on`,`id`) WHERE is_removed = 1;
