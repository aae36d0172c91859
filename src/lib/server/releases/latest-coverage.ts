import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import type { Database } from '$lib/server/db/client';
import { readCoverageOf, type PublishedCoverage } from '../figures/published-coverage';
import { readPublished } from './read-published';

/** Pledge coverage at the end of the quarter that was released last, of this year or the one before; null where none was. */
export async function latestCoverage(db: Database, unitId: string, today: string): Promise<PublishedCoverage | null> {
	const period = { fromOn: yearBounds(yearOf(today) - 1).fromOn, toOn: today };
	return readCoverageOf(await readPublished(db, unitId, [period]), period);
}
