import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { listColumnDifferences } from '../../../src/lib/server/db/kept-columns';
import { freshTown, ledger, town } from './figure-ledger';
import { fillAtRandom } from './random-records';

freshTown();

it('what triggers keep for lists is what the records say, and a verification sees where it is not', async () => {
	await fillAtRandom(town, ledger, { seed: 3, count: 120 });
	const { db } = town.ctx;
	await db.run(
		sql`insert into shifts (id, event_id, duty, starts_at, ends_at, needed, at) select 'shift', id, '引导', 1, 2, 3, 0 from events limit 1`
	);
	expect(await listColumnDifferences(db)).toEqual([]);
	// It refuses one of the wrong columns. A database may have been changed by hand, or before the rule was there.
	await db.run(sql`drop trigger pledges_confirmed_by_confirmation`);
	const wrong = {
		'banquets listed_outcome': `update banquets set listed_outcome = null where id = (select k.id from banquets k where k.is_removed = 0 and k.listed_outcome is not null)`,
		'banquets listed_ended_on': `update banquets set listed_ended_on = '2000-01-01' where id = (select id from banquets where is_removed = 0)`,
		'dissuasions is_confirmed': `update dissuasions set is_confirmed = 1 - is_confirmed where id = (select d.id from dissuasions d join banquets b on b.id = d.banquet_id where b.is_removed = 0)`,
		'events stage': `update events set stage = 'draft' where id = (select id from events where stage <> 'draft')`,
		'slots taken': `update slots set taken = taken + 1 where id = (select id from slots where capacity is null or taken < capacity)`,
		'shifts taken': `update shifts set taken = taken + 1 where id = (select id from shifts where taken < needed)`,
		'pledges renewed_text_id': `update pledges set renewed_text_id = text_id where id = (select id from pledges where renewed_text_id is null)`,
		'pledges is_confirmed': `update pledges set is_confirmed = 1 - is_confirmed where id = (select min(id) from pledges)`,
		'pledges is_withdrawn': `update pledges set is_withdrawn = 1 where id = (select id from pledges where is_withdrawn = 0)`,
		'pledge_counts in_force': `update pledge_counts set in_force = in_force + 1 where rowid = (select min(rowid) from pledge_counts)`
	};
	for (const statement of Object.values(wrong)) await db.run(sql.raw(statement));
	const found = await listColumnDifferences(db);
	expect(found.map(({ table, column, rows }) => [`${table} ${column}`, rows])).toEqual(
		Object.keys(wrong).map((name) => [name, 1])
	);
}, 30_000);
