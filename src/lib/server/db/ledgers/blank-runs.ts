import { sql } from 'drizzle-orm';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { Database } from '../client';

/** Lines of a draft whose cell in a column is blank, below the line `above` that says it. */
export interface BlankRun {
	column: LedgerColumn;
	above: number;
	nths: number[];
}

/** The runs of blank cells of a draft that a cadre is asked about, in the order of the file. */
export async function listBlankRuns(db: Database, importId: string): Promise<BlankRun[]> {
	const rows = await db.all<{ name: LedgerColumn; above: number; nths: string }>(sql`
		select f.value ->> 'column' as name, f.value ->> 'above' as above, json_group_array(r.nth) as nths
		from import_rows r, json_each(r.faults) f
		where r.import_id = ${importId} and r.state = 'wrong' and f.value ->> 'fault' = 'same-as-above'
		group by 1, 2 order by min(r.nth), 1`);
	return rows.map(({ name, above, nths }) => ({
		column: name,
		above,
		nths: (JSON.parse(nths) as number[]).sort((a, b) => a - b)
	}));
}
