CREATE TABLE `unit_names` (
	`unit_id` text NOT NULL,
	`from_on` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`unit_id`, `from_on`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unit_successions` (
	`from_id` text PRIMARY KEY NOT NULL,
	`to_id` text NOT NULL,
	`on_date` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`from_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unit_successions_to` ON `unit_successions` (`to_id`);