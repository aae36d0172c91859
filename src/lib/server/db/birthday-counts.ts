import { and, count, eq, or, sql, type SQL } from 'drizzle-orm';
import type { InvitationResult } from '../../domain/invitation';
import type { Period, ReportingPeriods } from '../../domain/reporting-period';
import type { Database } from './client';
import { isAt, whichPeriod } from './counting';
import { eventCompletions, events } from './schema/events';
import { invitations } from './schema/invitations';
import { withinUnit } from './scope';
import { monthAt, villageOf, type Count } from './trends';

/** What makes an invitation count for a figure: its banquet was completed (办结), in the period of its day. */
export const isGuestCounted = (scope: string, isIn: SQL): SQL =>
	and(eq(events.kind, 'birthday-banquet'), isIn, withinUnit(events.unitId, scope))!;

/** How many invitations had a result, by month or by village. */
export async function countGuests(
	db: Database,
	scope: string,
	{ now, before }: ReportingPeriods,
	{ result, by }: { result: InvitationResult; by: 'month' | 'village' }
): Promise<Count[]> {
	const isIn = (period: Period) => isAt(events.startsAt, period);
	const rows = await db
		.select({
			period: whichPeriod(isIn(now)),
			key: by === 'month' ? monthAt(events.startsAt) : villageOf(events.unitId),
			count: count()
		})
		.from(invitations)
		.innerJoin(events, eq(events.id, invitations.eventId))
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(isGuestCounted(scope, or(isIn(now), isIn(before))!), eq(invitations.result, result)))
		.groupBy(sql`1, 2`);
	return rows.filter((row) => row.key !== null);
}
