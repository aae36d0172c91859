import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';

/** Dissuasions of an import, of banquets not struck out, that no second person has confirmed. */
const waiting = (importId: string) =>
	sql`dissuasions d join banquets b on b.id = d.banquet_id and b.is_removed = 0
		where d.id in (select record_id from import_records where import_id = ${importId} and record_type = 'dissuasion')
		and not exists (select 1 from dissuasion_confirmations c where c.dissuasion_id = d.id)`;

/** The checked zeros of months in which waiting dissuasions would be counted, once they are confirmed: a rule refuses that. */
const zerosOfWaiting = sql`waiting_entries w cross join unit_closure c on c.descendant_id = w.unit_id
	cross join activities z on z.unit_id = c.ancestor_id and z.is_removed = 0
		and z.zero_kind = 'dissuasion' and z.zero_month = substr(w.on_date, 1, 7)
	where w.ledger = 'dissuasion'`;

/** Those that this account may confirm: another account recorded them, and no checked zero keeps them out. */
const confirmable = (importId: string, accountId: string) =>
	sql`${waiting(importId)} and d.by_id <> ${accountId} and not exists (select 1 from ${zerosOfWaiting} and w.record_id = d.id)`;

/** How many wait, and how many of these this account may confirm. */
export async function countWaiting(
	db: Database,
	importId: string,
	accountId: string
): Promise<{ all: number; ready: number }> {
	const count = (of: typeof zerosOfWaiting) => sql`(select count(*) from ${of})`;
	const rows = await db.all<{ whole: number; ready: number }>(
		sql`select ${count(waiting(importId))} as whole, ${count(confirmable(importId, accountId))} as ready`
	);
	return { all: rows[0]!.whole, ready: rows[0]!.ready };
}

/** The ids of those that this account may confirm. */
export async function listWaiting(db: Database, importId: string, accountId: string): Promise<string[]> {
	const rows = await db.all<{ id: string }>(sql`select d.id from ${confirmable(importId, accountId)}`);
	return rows.map(({ id }) => id);
}

/** A checked zero that keeps dissuasions of an import from being confirmed: whose it is, of which month (YYYY-MM), and how many it keeps out. */
export interface KeepingOut {
	id: string;
	unitId: string;
	month: string;
	/** YYYY-MM-DD. */
	checkedOn: string;
	count: number;
}

/** These, by month, at most `most`. */
export const listKeepingOut = (db: Database, importId: string, most: number): Promise<KeepingOut[]> =>
	db.all<KeepingOut>(
		sql`select z.id, z.unit_id as unitId, z.zero_month as month, z.done_on as checkedOn, count(*) as count
			from ${zerosOfWaiting} and w.record_id in (select d.id from ${waiting(importId)})
			group by z.id order by z.zero_month, z.unit_id limit ${most}`
	);

/** Confirms these, where they still wait. */
export const confirmWaiting = (
	db: Database,
	importId: string,
	ids: readonly string[],
	{ at, byId }: { at: number; byId: string }
): Statement =>
	db.run(sql`insert into dissuasion_confirmations (dissuasion_id, at, by_id)
		select d.id, ${at}, ${byId} from ${confirmable(importId, byId)}
			and d.id in (select value from json_each(${JSON.stringify(ids)}))`);
