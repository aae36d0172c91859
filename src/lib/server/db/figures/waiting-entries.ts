// Entries that wait to be counted: banquets without outcome, and dissuasions without their second person.
import { sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { countsIn, type MonthOfUnit, type RecordsOf } from './coverage';

type Asked = Record<'units' | 'first' | 'last', string>;
type Rows = { waiting: string }[];

/** The query of how many entries of which ledger wait in some units, with all below them, in the months that a period touches. */
export const askWaiting = (db: Database, unitIds: readonly string[], { fromOn, toOn }: Period) =>
	waiting(db, { units: JSON.stringify(unitIds), first: fromOn.slice(0, 7), last: toOn.slice(0, 7) });

// +: of an entry the few units above it are read, rather than each unit that is asked for.
const waiting = compiled<Asked, Rows>((db, { units, first, last }) =>
	db.select({ waiting: sql<string>`json_group_array(json_array(unit_id, ledger, month, entries))` }).from(
		sql`(select c.ancestor_id as unit_id, w.ledger, substr(w.on_date, 1, 7) as month, count(*) as entries
			from waiting_entries w cross join unit_closure c on c.descendant_id = w.unit_id
			where w.on_date between ${first} || '-01' and ${last} || '-31' and +c.ancestor_id in (select value from json_each(${units}))
			group by 1, 2, 3)`
	)
);

/** Reads the answer to `askWaiting`. */
export function waitingIn([row]: Rows): MonthOfUnit[] {
	const rows = JSON.parse(row!.waiting) as [unitId: string, ledger: string, month: string, entries: number][];
	return rows.map(([unitId, ledger, month, count]) => ({ unitId, ledger, month, count }));
}

/** The same, asked and read; of no days there is nothing. */
export async function listWaiting(...asked: Parameters<typeof askWaiting>): Promise<RecordsOf> {
	return countsIn(waitingIn(await askWaiting(...asked)));
}
