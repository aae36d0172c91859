-- The status of a sign-up was the column `place`. The table is made anew, for a check cannot get another name.
CREATE TABLE `__new_signups` (
	`id` text PRIMARY KEY NOT NULL,
	`slot_id` text NOT NULL,
	`seq` integer NOT NULL,
	`rank` real NOT NULL,
	`status` text NOT NULL,
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
	CONSTRAINT "signups_status" CHECK(status in ('confirmed', 'waitlisted', 'withdrawn')),
	CONSTRAINT "signups_origin" CHECK(origin in ('online', 'paper', 'walk-in')),
	CONSTRAINT "signups_party_size" CHECK(typeof(party_size) = 'integer' and party_size between 1 and 6),
	CONSTRAINT "signups_phone_found" CHECK((phone_sealed is null) = (phone_index is null)),
	CONSTRAINT "signups_phone_online" CHECK(origin <> 'online' or phone_index is not null),
	CONSTRAINT "signups_granted" CHECK(case status when 'confirmed' then granted = party_size when 'withdrawn' then granted = 0
				else granted >= 0 and granted < party_size and (granted = 0 or accepts_some) end)
);
--> statement-breakpoint
INSERT INTO `__new_signups`("id", "slot_id", "seq", "rank", "status", "party_size", "granted", "accepts_some", "origin", "name_sealed", "phone_sealed", "phone_index", "email_sealed", "language", "village_id", "code", "at", "by_id") SELECT "id", "slot_id", "seq", "rank", "place", "party_size", "granted", "accepts_some", "origin", "name_sealed", "phone_sealed", "phone_index", "email_sealed", "language", "village_id", "code", "at", "by_id" FROM `signups` ORDER BY rowid;
--> statement-breakpoint
DROP TABLE `signups`;
--> statement-breakpoint
ALTER TABLE `__new_signups` RENAME TO `signups`;
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_seq` ON `signups` (`slot_id`,`seq`);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_rank` ON `signups` (`slot_id`,`rank`);
--> statement-breakpoint
CREATE UNIQUE INDEX `signups_once_per_phone` ON `signups` (`slot_id`,`phone_index`) WHERE status <> 'withdrawn';
--> statement-breakpoint
CREATE INDEX `signups_line` ON `signups` (`slot_id`,`status`,`rank`);
--> statement-breakpoint
CREATE INDEX `signups_phone` ON `signups` (`phone_index`,`code`);
--> statement-breakpoint
CREATE INDEX `signups_at` ON `signups` (`at`);
--> statement-breakpoint
CREATE INDEX `signups_unerased` ON `signups` (`slot_id`) WHERE name_sealed <> 'erased';
