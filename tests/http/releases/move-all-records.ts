import { expect } from 'vitest';
import { join } from 'node:path';
import { openDatabase } from '../../../src/lib/server/db/client';

/** A month or two away, in the same year. */
const moved = (day: string) =>
	`date(${day}, case when substr(${day}, 6, 2) <= '02' then '+33 days' else '-33 days' end)`;

/**
 * What is recorded of households becomes something else: every banquet, dissuasion and pledge has another month, village and occasion, every
 * donor gave less and for the first time, every elder came, every dispute is struck out and every other case is of the town; and what was checked is
 * no longer known.
 */
const changes = [
	`insert into activity_removals (activity_id, reason, at) select id, '重复', 0 from activities
		where is_removed = 0 and zero_kind in ('banquet', 'dissuasion', 'complaint')`,
	`update banquet_outcomes set ended_on = ${moved('ended_on')}
		where banquet_id in (select id from banquets where is_removed = 0)`,
	`update banquets set occasion = case occasion when 'wedding' then 'full-month' else 'wedding' end,
		unit_id = (select min(id) from units where kind = 'village') where is_removed = 0`,
	`update dissuasions set went_on = ${moved('went_on')}`,
	`update pledges set signed_on = ${moved('signed_on')}`,
	`update donations set is_first = 1, millilitres = 200 where outcome = 'donated' and is_removed = 0`,
	`insert into case_removals (case_id, reason, at) select id, '重复', 0 from cases where is_removed = 0 and kind = 'dispute'`,
	`update cases set level = 'town', received_on = date(received_on, '-1 day') where is_removed = 0 and substr(received_on, 6) > '01-01'`,
	`update invitations set result = 'attended' where result is not null`
];

/** Writes into the database of an app that runs on this data folder. */
export async function moveAllRecords(folder: string): Promise<void> {
	const db = await openDatabase(`file:${join(folder, 'xinfeng.db')}`);
	for (const change of changes) expect((await db.$client.execute(change)).rowsAffected, change).toBeGreaterThan(0);
	await db.$client.close();
}
