import { sql, type SQL } from 'drizzle-orm';
import type { RowDecision, RowState } from '$lib/domain/ledgers/import';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { hasOtherFaults } from './import-rows';

/** Decides one row, or all in a state: take it or leave it out; null: to ask again. */
export function updateDecision(
	db: Database,
	importId: string,
	which: { nths: readonly number[] } | { state: RowState; isSame?: boolean },
	decision: RowDecision | null
): Statement {
	const rows: SQL =
		'nths' in which
			? sql`nth in (select value from json_each(${JSON.stringify(which.nths)}))`
			: sql`state = ${which.state} ${which.isSame ? sql`and (likeness = 'same' or record_likeness = 'same')` : sql``}`;
	return db.run(
		sql`update import_rows set decision = ${decision},
			taken_as = ${decision === 'take' ? sql`json_array(like_nth, like_record_id)` : null} where import_id = ${importId} and reading <> 'skipped' and ${rows}`
	);
}

/** How many rows may say the same as others and are still asked about, and how many were left out because the file hides them or strikes them through. */
export async function countAside(db: Database, importId: string) {
	const rows = await db.all<{ same: number; above: number; hidden: number; struck: number }>(sql`
		select coalesce(sum(state = 'doubtful' and (likeness = 'same' or record_likeness = 'same')), 0) as same,
			coalesce(sum(state = 'wrong' and not ${hasOtherFaults}), 0) as above,
			coalesce(sum(state = 'left-out' and mark = 'hidden'), 0) as hidden,
			coalesce(sum(state = 'left-out' and mark = 'struck'), 0) as struck
		from import_rows where import_id = ${importId}`);
	return rows[0]!;
}
