// The events that everybody may see.
import { and, asc, desc, eq, gt, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { EventKind } from '$lib/domain/events/event';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import { withinUnit } from '../units/scope';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { units } from '../schema/units/units';
import { waiting } from './slots';
import { byStart, firstStartAfter, listed } from './listed-event';
import { isAfter, isBefore, pageFrom, type Cursor, type RowKey } from '../keyset';

/** A slot's places that are to be had at once: none while others wait; null without a limit. */
const freeInSlot = sql`case when ${waiting} > 0 then 0 else slots.capacity - slots.taken end`;

interface Page {
	now: number;
	/** The row that the page begins after, or ends before. */
	key: string | number;
	id: string;
	limit: number;
}

const slotsOf = sql`from ${slots} where ${slots.eventId} = ${events.id}`;

/** The events below a row, the soonest first; or those above it, the nearest to it first. */
function eventsToCome(
	db: Database,
	{ now, key, id, limit }: Asked<Page>,
	{ kind, isUpwards = false }: { kind?: SQL; isUpwards?: boolean } = {}
) {
	// The plus leaves the index to the first condition.
	const start = sql`+${events.startsAt}`;
	const first = firstStartAfter(now);
	const beyond = isUpwards
		? sql`${events.startsAt} between ${first} and ${key} and ${isBefore(start, events.id, { key, id })}`
		: sql`${events.startsAt} >= max(${key}, ${first}) and ${isAfter(start, events.id, { key, id })}`;
	const towards = isUpwards ? desc : asc;
	const slotsToCome = sql`${slotsOf} and ${slots.startsAt} > ${now}`;
	return db
		.select({
			id: events.id,
			unitName: units.name,
			kind: events.kind,
			title: events.title,
			place: events.place,
			startsAt: sql<number>`${events.startsAt}`,
			cancelledAt: eventCancellations.at,
			movedAt: listed.movedAt,
			slots: sql<number>`(select count(*) ${slotsOf})`,
			openSlots: sql<number>`(select count(*) ${slotsToCome})`,
			freePlaces: sql<
				number | null
			>`(select case when count(*) > count(${slots.capacity}) then null else coalesce(sum(${freeInSlot}), 0) end ${slotsToCome})`
		})
		.from(events)
		.innerJoin(units, eq(units.id, events.unitId))
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(and(gt(events.endsAt, now), isNull(eventCompletions.at), kind, beyond))
		.orderBy(towards(events.startsAt), towards(events.id))
		.limit(limit);
}

type OfKind = Page & { kind: EventKind };
const isOf = ({ kind }: Pick<Asked<OfKind>, 'kind'>) => eq(events.kind, kind);

const ofAnyKind = {
	below: compiled((db, asked: Asked<Page>) => eventsToCome(db, asked)),
	above: compiled((db, asked: Asked<Page>) => eventsToCome(db, asked, { isUpwards: true }))
};
const ofOneKind = {
	below: compiled((db, asked: Asked<OfKind>) => eventsToCome(db, asked, { kind: isOf(asked) })),
	above: compiled((db, asked: Asked<OfKind>) => eventsToCome(db, asked, { kind: isOf(asked), isUpwards: true }))
};

const beforeAll: RowKey = { key: 0, id: '' };

/**
 * The events villagers may look forward to: published, their end after `now` (UTC ms); cancelled ones among them carry `cancelledAt`.
 * By start, one page of `size`: the first, or the one below or above a row.
 * Out: with each its slots, those not yet begun (`openSlots`), and the places free in these (null: at least one without a limit).
 */
export async function listUpcomingEvents(
	db: Database,
	{ now, size, kind, cursor }: { now: number; size?: number; kind?: EventKind; cursor?: Cursor }
) {
	const { limit, take } = pageFrom(cursor, byStart, size);
	const [side, edge] =
		cursor && 'above' in cursor ? (['above', cursor.above] as const) : (['below', cursor?.below ?? beforeAll] as const);
	const values = { now, limit, ...edge };
	return take(await (kind ? ofOneKind[side](db, { ...values, kind }) : ofAnyKind[side](db, values)));
}

/** Published events of units within `scope` that begin from `from` until `until` (ms, UTC) and were not cancelled, by start. */
export async function listEventsOn(
	db: Database,
	{ scope, from, until, limit }: { scope: string; from: number; until: number; limit: number }
) {
	return db
		.select({ id: events.id, title: events.title, place: events.place, startsAt: sql<number>`${events.startsAt}` })
		.from(events)
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(
			and(
				gte(events.startsAt, from),
				lt(events.startsAt, until),
				isNull(eventCancellations.at),
				withinUnit(events.unitId, scope)
			)
		)
		.orderBy(asc(events.startsAt), asc(events.id))
		.limit(limit);
}
