import { aliasedTable, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { eventCancellations, eventCompletions, events } from '../schema/events/events';
import { shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';

export type Shift = typeof shifts.$inferSelect;

/** The unit of a shift's event, for `shiftColumns`. */
export const eventUnits = aliasedTable(units, 'event_units');

/** What a volunteer must know of a shift; needs `events` and `eventUnits` joined. */
export const shiftColumns = {
	id: shifts.id,
	eventId: events.id,
	title: events.title,
	place: events.place,
	unitName: eventUnits.name,
	unitNameEn: eventUnits.nameEn,
	contactPhone: events.contactPhone,
	duty: shifts.duty,
	startsAt: shifts.startsAt,
	endsAt: shifts.endsAt
};

/** A shift with its event's unit and whether that is over or off; null when there is none. */
export async function findShift(db: Database, id: string) {
	const rows = await db
		.select({
			...getTableColumns(shifts),
			unitId: events.unitId,
			cancelledAt: eventCancellations.at,
			completedAt: eventCompletions.at
		})
		.from(shifts)
		.innerJoin(events, eq(events.id, shifts.eventId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(eq(shifts.id, id));
	return rows[0] ?? null;
}

export const insertShift = (db: Database, shift: Omit<typeof shifts.$inferInsert, 'taken'>): Statement =>
	db.insert(shifts).values(shift);

/**
 * Sets the times only when they change: once a volunteer has taken a shift, a trigger refuses to move it without its
 * change (`insertShiftChange`) before.
 */
export const updateShift = (
	db: Database,
	id: string,
	change: Partial<Pick<Shift, 'duty' | 'needed' | 'startsAt' | 'endsAt'>>
): Statement => db.update(shifts).set(change).where(eq(shifts.id, id));

export const deleteShift = (db: Database, id: string): Statement => db.delete(shifts).where(eq(shifts.id, id));
