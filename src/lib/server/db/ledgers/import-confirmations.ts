import { sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';

/** Dissuasions of an import, of banquets not struck out, that no second person has confirmed. */
const waiting = (importId: string) =>
	sql`dissuasions d join banquets b on b.id = d.banquet_id and b.is_removed = 0
		where d.id in (select record_id from import_records where import_id = ${importId} and record_type = 'dissuasion')
		and not exists (select 1 from dissuasion_confirmations c where c.dissuasion_id = d.id)`;

/** How many wait, and how many of these another account recorded, so that this one may confirm them. */
export async function countWaiting(
	db: Database,
	importId: string,
	accountId: string
): Promise<{ all: number; others: number }> {
	const rows = await db.all<{ whole: number; others: number }>(
		sql`select count(*) as whole, coalesce(sum(d.by_id <> ${accountId}), 0) as others from ${waiting(importId)}`
	);
	return { all: rows[0]!.whole, others: rows[0]!.others };
}

/** The ids of those that another account recorded. */
export async function listWaiting(db: Database, importId: string, accountId: string): Promise<string[]> {
	const rows = await db.all<{ id: string }>(sql`select d.id from ${waiting(importId)} and d.by_id <> ${accountId}`);
	return rows.map(({ id }) => id);
}

/** Confirms these, where they still wait. */
export const confirmWaiting = (
	db: Database,
	importId: string,
	ids: readonly string[],
	{ at, byId }: { at: number; byId: string }
): Statement =>
	db.run(sql`insert into dissuasion_confirmations (dissuasion_id, at, by_id)
		select d.id, ${at}, ${byId} from ${waiting(importId)} and d.by_id <> ${byId}
			and d.id in (select value from json_each(${JSON.stringify(ids)}))`);
