import { always, yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../db/client';
import { countDissuasions, type DissuasionFilter } from '../db/banquets/dissuasion-list';
import { countedIn } from '../db/figures/figure-counts';

/** How many dissuasions a list within `scope` shows. Those that count are counted already. */
export async function countListed(db: Database, scope: string, filter: DissuasionFilter): Promise<number> {
	if (filter.state !== 'counted') return countDissuasions(db, scope, filter);
	const counted = await countedIn(db, [scope], filter.year ? yearBounds(filter.year) : always, ['banquets-dissuaded']);
	return counted.reduce((sum, { records }) => sum + records, 0);
}
