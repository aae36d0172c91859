import { and, count, eq, sql, type SQL } from 'drizzle-orm';
import type { InvitationResult } from '$lib/domain/birthdays/invitation';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { isAt } from '../in-period';
import { eventCompletions, events } from '../schema/events/events';
import { invitations } from '../schema/birthdays/invitations';
import { withinUnit } from '../units/scope';
import { everything, monthAt, villageOf, type MonthCount } from '../figures/trends';

/** What makes an invitation count for a figure: its banquet was completed (办结), in the period of its day. */
export const isGuestCounted = (scope: string, isIn: SQL): SQL =>
	and(eq(events.kind, 'birthday-banquet'), isIn, withinUnit(events.unitId, scope))!;

/** How many invitations had a result, by month, and by village where asked. */
export async function countGuests(
	db: Database,
	scope: string,
	period: Period,
	{ result, by }: { result: InvitationResult; by: 'all' | 'village' }
): Promise<MonthCount[]> {
	const rows = await db
		.select({
			key: by === 'all' ? everything : villageOf(events.unitId),
			month: monthAt(events.startsAt),
			count: count()
		})
		.from(invitations)
		.innerJoin(events, eq(events.id, invitations.eventId))
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(isGuestCounted(scope, isAt(events.startsAt, period)), eq(invitations.result, result)))
		.groupBy(sql`1, 2`);
	return rows.filter((row) => row.key !== null);
}
