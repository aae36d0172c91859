import { and, eq, gte, isNull } from 'drizzle-orm';
import type { Database } from '../client';
import { birthdayBanquets } from '../schema/birthdays/birthdays';
import { elders } from '../schema/birthdays/elders';
import { invitations } from '../schema/birthdays/invitations';
import { eventCancellations } from '../schema/events/events';
import { withinUnit } from '../units/scope';

/** The windows of a year or a later one to whose banquet (not called off) an elder within `scope` is invited, of whichever series. */
export const listInvitedWindows = (db: Database, scope: string, sinceYear: number) =>
	db
		.select({
			elderId: invitations.elderId,
			threshold: birthdayBanquets.threshold,
			ageKind: birthdayBanquets.ageKind,
			calendar: birthdayBanquets.calendar,
			year: birthdayBanquets.year,
			firstMonth: birthdayBanquets.firstMonth,
			lastMonth: birthdayBanquets.lastMonth
		})
		.from(elders)
		.innerJoin(invitations, eq(invitations.elderId, elders.id))
		.innerJoin(birthdayBanquets, eq(birthdayBanquets.eventId, invitations.eventId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, birthdayBanquets.eventId))
		.where(
			and(withinUnit(elders.unitId, scope), gte(birthdayBanquets.year, sinceYear), isNull(eventCancellations.eventId))
		);
