import { and, between, count, isNotNull } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { banquets } from '../schema/banquets/banquets';
import { readReach } from '../units/scope';
import { matching } from './banquet-filter';

/**
 * How many banquets that were planned for a period, within a unit, are past their day on `today` (the town's date) and have no outcome. `isProven`:
 * without those that households declared online and no cadre has confirmed.
 */
export async function countAwaitedOutcomes(
	db: Database,
	{ unitId, period, today, isProven }: { unitId: string; period: Period; today: string; isProven?: boolean }
): Promise<number> {
	const reach = await readReach(db, unitId);
	if (!reach) return 0;
	const [row] = await db
		.select({ count: count() })
		.from(banquets)
		.where(
			and(
				matching(reach, today, { state: 'overdue' }),
				between(banquets.plannedOn, period.fromOn, period.toOn),
				isProven ? isNotNull(banquets.confirmedTables) : undefined
			)
		);
	return row!.count;
}
