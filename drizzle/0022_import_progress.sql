-- How far a large import is that is being committed or undone, and which of its lines were refused meanwhile.
CREATE TABLE `import_progress` (
	`import_id` text PRIMARY KEY NOT NULL,
	`act_id` text NOT NULL,
	`reached` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_refusals` (
	`import_id` text NOT NULL,
	`nth` integer NOT NULL,
	`refusal` text NOT NULL,
	PRIMARY KEY(`import_id`, `nth`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
