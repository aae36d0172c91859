import { always, yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../db/client';
import { countDissuasions, type DissuasionFilter } from '../db/banquets/dissuasion-list';
import { readSums } from '../db/figures/figure-sums';

/** How many dissuasions a list within `scope` shows. Those that count are counted already. */
export async function countListed(db: Database, scope: string, filter: DissuasionFilter): Promise<number> {
	if (filter.state !== 'counted') return countDissuasions(db, scope, filter);
	const period = filter.year ? yearBounds(filter.year) : always;
	const [counted] = await readSums(db, scope, [{ of: [{ measure: 'banquets-dissuaded', by: 'records' }], period }]);
	return counted as number;
}
