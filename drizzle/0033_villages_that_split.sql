CREATE TABLE `unit_splits` (
	`to_id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`nth` integer NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`to_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_splits_once` ON `unit_splits` (`from_id`,`nth`);