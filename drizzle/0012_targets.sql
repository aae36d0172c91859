CREATE TABLE `target_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`year` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "target_settings_year" CHECK(typeof(year) = 'integer' and year between 2000 and 2199)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_settings_seq` ON `target_settings` (`unit_id`,`year`,`seq`);--> statement-breakpoint
CREATE TABLE `targets` (
	`year` integer NOT NULL,
	`figure` text NOT NULL,
	`unit_id` text NOT NULL,
	`value` integer NOT NULL,
	`setting_id` text NOT NULL,
	PRIMARY KEY(`year`, `figure`, `unit_id`),
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`setting_id`) REFERENCES `target_settings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_value" CHECK(typeof(value) = 'integer' and value between 0 and 1000000)
);
--> statement-breakpoint
CREATE INDEX `targets_unit` ON `targets` (`unit_id`,`year`);--> statement-breakpoint
CREATE TABLE `task_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_replies_task` ON `task_replies` (`task_id`,`at`);--> statement-breakpoint
CREATE TABLE `task_withdrawals` (
	`task_id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`figure` text NOT NULL,
	`quantity` integer NOT NULL,
	`assigned_on` text NOT NULL,
	`due_on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`is_withdrawn` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tasks_quantity" CHECK(typeof(quantity) = 'integer' and quantity between 1 and 1000000),
	CONSTRAINT "tasks_time" CHECK(due_on >= assigned_on)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_one_a_day` ON `tasks` (`unit_id`,`figure`,`assigned_on`) WHERE is_withdrawn = 0;--> statement-breakpoint
CREATE INDEX `tasks_unit` ON `tasks` (`unit_id`,`due_on`);--> statement-breakpoint
-- rules
CREATE TRIGGER target_settings_in_turn BEFORE INSERT ON target_settings
WHEN NEW.seq <> (SELECT 1 + coalesce(max(seq), 0) FROM target_settings WHERE unit_id = NEW.unit_id AND year = NEW.year) BEGIN
	SELECT RAISE(ABORT, 'refusal:targets-changed');
END;
--> statement-breakpoint
CREATE TRIGGER target_settings_unchanged BEFORE UPDATE ON target_settings BEGIN
	SELECT RAISE(ABORT, 'who set targets, and when, is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER targets_within BEFORE INSERT ON targets
WHEN NOT EXISTS (
	SELECT 1 FROM target_settings s JOIN unit_closure c ON c.ancestor_id = s.unit_id JOIN units u ON u.id = c.descendant_id
	WHERE s.id = NEW.setting_id AND s.year = NEW.year AND u.id = NEW.unit_id
		AND u.kind IN ('district', 'town', 'village', 'community')
) BEGIN
	SELECT RAISE(ABORT, 'refusal:not-your-unit');
END;
--> statement-breakpoint
CREATE TRIGGER tasks_unit BEFORE INSERT ON tasks
WHEN NOT EXISTS (
	SELECT 1 FROM units WHERE id = NEW.unit_id AND kind IN ('town', 'village', 'community') AND valid_to_on IS NULL
) BEGIN
	SELECT RAISE(ABORT, 'refusal:task-unit-wrong');
END;
--> statement-breakpoint
CREATE TRIGGER tasks_unchanged BEFORE UPDATE OF unit_id, figure, quantity, assigned_on, due_on, note, at, by_id ON tasks BEGIN
	SELECT RAISE(ABORT, 'a task that was given is never changed, only withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER task_withdrawals_marked AFTER INSERT ON task_withdrawals BEGIN
	UPDATE tasks SET is_withdrawn = 1 WHERE id = NEW.task_id;
END;
--> statement-breakpoint
CREATE TRIGGER task_replies_open BEFORE INSERT ON task_replies
WHEN (SELECT is_withdrawn FROM tasks WHERE id = NEW.task_id) BEGIN
	SELECT RAISE(ABORT, 'refusal:task-withdrawn');
END;
--> statement-breakpoint
CREATE TRIGGER task_replies_unchanged BEFORE UPDATE ON task_replies BEGIN
	SELECT RAISE(ABORT, 'what was said of a task is never changed');
END;
