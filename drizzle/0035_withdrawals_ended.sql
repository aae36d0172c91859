CREATE TABLE `release_withdrawal_ends` (
	`withdrawal_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text NOT NULL,
	FOREIGN KEY (`withdrawal_id`) REFERENCES `release_withdrawals`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_withdrawal_ends_outcome" CHECK(outcome in ('taken-back', 'refused'))
);
