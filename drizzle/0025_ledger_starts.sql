-- From which day the town keeps each ledger. A town that is there already goes on as before: from the first record of each, else from today.
CREATE TABLE `ledger_starts` (
	`ledger` text NOT NULL,
	`seq` integer NOT NULL,
	`from_on` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`ledger`, `seq`),
	CONSTRAINT "ledger_starts_ledger" CHECK(ledger in ('banquets', 'declarations', 'activities', 'events', 'guests', 'pledges', 'grids')),
	CONSTRAINT "ledger_starts_day" CHECK(from_on between '1950-01-01' and '2199-12-31' and date(from_on) = from_on)
);
--> statement-breakpoint
INSERT INTO ledger_starts (ledger, seq, from_on, at, by_id)
SELECT column1, 1, max('1950-01-01', coalesce(column2, date('now', '+8 hours'))), unixepoch() * 1000, NULL FROM (VALUES
	('banquets', (SELECT min(day) FROM (SELECT o.ended_on AS day FROM banquet_outcomes o JOIN banquets b ON b.id = o.banquet_id WHERE b.is_removed = 0
		UNION ALL SELECT zero_month || '-01' FROM activities WHERE zero_kind IN ('banquet', 'dissuasion') AND is_removed = 0))),
	('declarations', (SELECT min(declared_on) FROM banquets WHERE is_removed = 0)),
	('activities', (SELECT min(CASE WHEN kind = 'checked-zero' THEN zero_month || '-01' ELSE done_on END) FROM activities
		WHERE is_removed = 0 AND coalesce(zero_kind, '') NOT IN ('banquet', 'dissuasion'))),
	('events', (SELECT date(min(e.starts_at) / 1000 + 28800, 'unixepoch') FROM events e JOIN event_completions c ON c.event_id = e.id)),
	('guests', (SELECT date(min(e.starts_at) / 1000 + 28800, 'unixepoch') FROM events e JOIN event_completions c ON c.event_id = e.id
		JOIN invitations i ON i.event_id = e.id WHERE i.result IS NOT NULL)),
	('pledges', (SELECT min(signed_on) FROM pledges WHERE audience = 'household')),
	('grids', (SELECT min(valid_from_on) FROM units WHERE kind = 'grid'))
) WHERE EXISTS (SELECT 1 FROM units);
