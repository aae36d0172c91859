import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';

/** Every row of the import has been read. While some are not, two readers may be at it; the one that comes last compares. */
const isRead = (importId: string): SQL =>
	sql`not exists (select 1 from import_rows u where u.import_id = ${importId} and u.state = 'unread')`;

const considered = (importId: string): SQL =>
	sql`import_id = ${importId} and reading = 'fine' and coalesce(decision, '') <> 'leave' and ${isRead(importId)}`;

/** The row before a row with the same key, in the order of days; `days` apart. */
const before = (importId: string, key: SQL): SQL => sql`
	select nth, lag(nth) over near as before_nth, julianday(day_on) - julianday(lag(day_on) over near) as days from import_rows
	where ${considered(importId)} and ${key} is not null and likeness is null
	window near as (partition by ${key} order by day_on, nth)`;

const markAlike = (db: Database, importId: string, key: SQL, nearDays: number): Statement =>
	db.run(sql`update import_rows set likeness = 'alike', like_nth = f.before_nth from (${before(importId, key)}) f
		where import_rows.import_id = ${importId} and import_rows.nth = f.nth and f.before_nth is not null and f.days <= ${nearDays}`);

/**
 * Once every row is read, finds which rows of a file say the same as an earlier one, and which are like one: by `likeKey` with days at most
 * `nearDays` apart, by `alsoKey` on the same day. Rows that a cadre left out are not compared. Each call compares all rows anew, so it sees every
 * decision made in between. It notes up to which act records were compared.
 */
export function compareRows(db: Database, importId: string, nearDays: number): Statement[] {
	return [
		db.run(sql`update import_rows set likeness = null, like_nth = null
			where import_id = ${importId} and likeness is not null and ${isRead(importId)}`),
		db.run(sql`update import_rows set likeness = 'same', like_nth = f.first_nth from (
				select nth, min(nth) over (partition by same_key) as first_nth from import_rows
				where ${considered(importId)} and same_key is not null) f
			where import_rows.import_id = ${importId} and import_rows.nth = f.nth and f.first_nth < f.nth`),
		markAlike(db, importId, sql`also_key`, 0),
		markAlike(db, importId, sql`like_key`, nearDays)
	];
}
