CREATE TABLE `__new_birthday_banquets` (
	`event_id` text PRIMARY KEY NOT NULL,
	`series_id` text NOT NULL,
	`threshold` integer NOT NULL,
	`age_kind` text NOT NULL,
	`calendar` text NOT NULL,
	`year` integer NOT NULL,
	`first_month` integer NOT NULL,
	`last_month` integer NOT NULL,
	`seats` integer NOT NULL,
	`price_per_table` integer,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`series_id`) REFERENCES `birthday_series`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "birthday_banquets_threshold" CHECK(threshold between 50 and 100),
	CONSTRAINT "birthday_banquets_age_kind" CHECK(age_kind in ('nominal', 'full')),
	CONSTRAINT "birthday_banquets_calendar" CHECK(calendar in ('lunar', 'solar')),
	CONSTRAINT "birthday_banquets_months" CHECK(first_month between 1 and 12 and last_month between first_month and 12),
	CONSTRAINT "birthday_banquets_seats" CHECK(seats between 6 and 12),
	CONSTRAINT "birthday_banquets_price" CHECK(price_per_table is null or price_per_table between 1 and 99999)
);
--> statement-breakpoint
-- A list was planned as its series was then: as it stood before the first correction since, or as it is today.
WITH `planned` AS (
	SELECT b.*, b.rowid AS `nth`, coalesce(
		(SELECT json_extract(a.`detail`, '$.before') FROM `audit_entries` a
			WHERE a.`subject_type` = 'birthday-series' AND a.`subject_id` = b.`series_id` AND a.`verb` = 'correctBirthdaySeries'
				AND a.`at` > b.`at` AND json_valid(a.`detail`) ORDER BY a.`at`, a.`id` LIMIT 1),
		(SELECT json_object('threshold', s.`threshold`, 'ageKind', s.`age_kind`, 'calendar', s.`calendar`) FROM `birthday_series` s WHERE s.`id` = b.`series_id`)
	) AS `rule` FROM `birthday_banquets` b
)
INSERT INTO `__new_birthday_banquets`("event_id", "series_id", "threshold", "age_kind", "calendar", "year", "first_month", "last_month", "seats", "price_per_table", "at", "by_id")
	SELECT "event_id", "series_id", "rule" ->> '$.threshold', "rule" ->> '$.ageKind', "rule" ->> '$.calendar', "year", "first_month", "last_month", "seats", "price_per_table", "at", "by_id"
	FROM `planned` ORDER BY `nth`;--> statement-breakpoint
DROP TABLE `birthday_banquets`;--> statement-breakpoint
ALTER TABLE `__new_birthday_banquets` RENAME TO `birthday_banquets`;--> statement-breakpoint
CREATE INDEX `birthday_banquets_window` ON `birthday_banquets` (`series_id`,`year`,`first_month`);