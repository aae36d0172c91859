CREATE TABLE `replaced_releases` (
	`release_id` text PRIMARY KEY NOT NULL,
	`snapshot_id` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `public_releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
