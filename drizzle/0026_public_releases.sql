CREATE TABLE `release_withdrawal_confirmations` (
	`withdrawal_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`withdrawal_id`) REFERENCES `release_withdrawals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_withdrawals` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`figure` text NOT NULL,
	`year` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_withdrawals_of` ON `release_withdrawals` (`unit_id`,`year`,`figure`);--> statement-breakpoint
CREATE TABLE `public_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`figure` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`cells` text NOT NULL,
	`snapshot_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "public_releases_kind" CHECK(kind in ('year', 'line', 'villages', 'groups', 'occasions', 'coverage', 'drives', 'saved', 'ledger', 'later')),
	CONSTRAINT "public_releases_period" CHECK(from_on <= to_on and cast(substr(from_on, 1, 4) as integer) = year and cast(substr(to_on, 1, 4) as integer) = year)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_releases_once` ON `public_releases` (`unit_id`,`year`,`figure`,`kind`,`from_on`,`snapshot_id`);--> statement-breakpoint
CREATE TABLE `withdrawn_releases` (
	`release_id` text PRIMARY KEY NOT NULL,
	`withdrawal_id` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `public_releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawal_id`) REFERENCES `release_withdrawals`(`id`) ON UPDATE no action ON DELETE no action
);
