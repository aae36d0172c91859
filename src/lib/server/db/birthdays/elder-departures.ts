import { and, eq, lt, sql } from 'drizzle-orm';
import { erasedMark } from '$lib/domain/people/retention';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { deleteFormerValues } from '../audit/former-values';
import { elderDepartures, elderDepartureUndos, elderErasures, elders } from '../schema/birthdays/elders';
import { inForce } from './elders';

export const insertDeparture = (
	db: Database,
	departure: Omit<typeof elderDepartures.$inferInsert, 'isUndone'>
): Statement => db.insert(elderDepartures).values(departure);

export const insertDepartureUndo = (db: Database, departureId: string, stamp: Stamp): Statement =>
	db.insert(elderDepartureUndos).values({ departureId, ...stamp });

/**
 * Erases an elder's personal data: names, phones and birth date are overwritten, habits set back. The row stays, for
 * what was counted. A second time changes nothing. The index must stay unique, so it holds the record's own id.
 */
export function eraseElderRow(db: Database, elderId: string, stamp: Stamp): Statement[] {
	return [
		db
			.insert(elderErasures)
			.values({ elderId, ...stamp })
			.onConflictDoNothing(),
		db
			.update(elders)
			.set({
				nameSealed: erasedMark,
				birthSealed: erasedMark,
				personIndex: `${erasedMark}:${elderId}`,
				phoneSealed: null,
				relativePhoneSealed: null,
				pickUpPoint: '',
				companions: 0,
				needsTransport: false,
				mobility: 'walks',
				diet: 'any',
				photoConsent: 'unasked'
			})
			.where(eq(elders.id, elderId)),
		deleteFormerValues(db, elderId)
	];
}

/** Those who left the roll before `before` (YYYY-MM-DD) and whose personal fields are still there; at most `most`. */
export async function listDepartedToErase(db: Database, before: string, most: number): Promise<string[]> {
	const rows = await db
		.select({ id: elders.id })
		.from(elders)
		.innerJoin(elderDepartures, inForce)
		// As SQL text, not as parameters, because the partial index `elders_unerased` serves only such a query.
		.where(and(sql.raw(`is_gone = 1 and name_sealed <> '${erasedMark}'`), lt(elderDepartures.departedOn, before)))
		.limit(most);
	return rows.map(({ id }) => id);
}
