-- Sums of years, months and days of a unit with all below it take the place of months alone. A start counts all records anew, since what counts has changed.
CREATE TABLE `figure_sums` (
	`scope_id` text NOT NULL,
	`measure` text NOT NULL,
	`grain` text NOT NULL,
	`span` text NOT NULL,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`records` integer NOT NULL,
	`adds` integer NOT NULL,
	PRIMARY KEY(`scope_id`, `measure`, `grain`, `span`, `kind`, `topic`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `figure_months`;--> statement-breakpoint
DROP INDEX `figure_days_first`;--> statement-breakpoint
CREATE INDEX `units_by_kind` ON `units` (`kind`,`valid_from_on`);--> statement-breakpoint
-- The days on which events of a kind count, as `events_day` has those of a unit.
CREATE INDEX events_kind_day ON events (kind, date(starts_at / 1000 + 28800, 'unixepoch'));
