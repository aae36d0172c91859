import { and, asc, desc, eq, getTableColumns, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { birthdayBanquets, birthdaySeries } from '../schema/birthdays/birthdays';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { invitations } from '../schema/birthdays/invitations';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

export const insertBanquetList = (db: Database, list: typeof birthdayBanquets.$inferInsert): Statement =>
	db.insert(birthdayBanquets).values(list);

export const updateTables = (
	db: Database,
	eventId: string,
	change: { seats: number; pricePerTable: number | null }
): Statement => db.update(birthdayBanquets).set(change).where(eq(birthdayBanquets.eventId, eventId));

/** For the audit entry: seats and price before and after. */
export function tablesBeforeAndAfter(eventId: string, after: Record<string, unknown>): SQL<string> {
	return sql`(select json_object('before', json_object('seats', seats, 'pricePerTable', price_per_table),
		'after', json(${JSON.stringify(after)})) from birthday_banquets where event_id = ${eventId})`;
}

const banquetRows = (db: Database) =>
	db
		.select({
			...getTableColumns(birthdayBanquets),
			series: { unitId: birthdaySeries.unitId },
			event: {
				id: events.id,
				unitId: events.unitId,
				title: events.title,
				place: events.place,
				startsAt: events.startsAt,
				endsAt: events.endsAt,
				contactPhone: events.contactPhone
			},
			unit: { name: units.name, nameEn: units.nameEn },
			publishedAt: eventPublications.at,
			cancelledAt: eventCancellations.at,
			completedAt: eventCompletions.at
		})
		.from(birthdayBanquets)
		.innerJoin(birthdaySeries, eq(birthdaySeries.id, birthdayBanquets.seriesId))
		.innerJoin(events, eq(events.id, birthdayBanquets.eventId))
		.innerJoin(units, eq(units.id, events.unitId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id));

export type BirthdayBanquet = Awaited<ReturnType<typeof banquetRows>>[number];

/** A banquet with its list's settings, the unit of its series and its event; null when the event has no list. */
export async function findBirthdayBanquet(db: Database, eventId: string): Promise<BirthdayBanquet | null> {
	return (await banquetRows(db).where(eq(birthdayBanquets.eventId, eventId)))[0] ?? null;
}

/** Banquets with a list within `scope`, the latest first; at most `most`. Each with how many are asked, come, came, and how many tables are laid. */
export async function listBirthdayBanquets(db: Database, scope: string, most: number) {
	const banquets = await banquetRows(db)
		.where(withinUnit(events.unitId, scope))
		.orderBy(desc(events.startsAt), desc(events.id))
		.limit(most);
	const sums = await db
		.select({
			eventId: invitations.eventId,
			invited: sql<number>`count(*)`,
			open: sql<number>`count(*) filter (where ${invitations.answer} is null and ${invitations.isDropped} = 0 and ${invitations.result} is null)`,
			coming: sql<number>`count(*) filter (where ${invitations.answer} = 'coming' and ${invitations.isDropped} = 0)`,
			attended: sql<number>`count(*) filter (where ${invitations.result} = 'attended')`,
			cakes: sql<number>`count(*) filter (where ${invitations.result} = 'cake-delivered')`,
			settled: sql<number>`count(${invitations.result})`
		})
		.from(invitations)
		.where(
			sql`${invitations.eventId} in (select value from json_each(${JSON.stringify(banquets.map(({ eventId }) => eventId))}))`
		)
		.groupBy(invitations.eventId);
	const none = { invited: 0, open: 0, coming: 0, attended: 0, cakes: 0, settled: 0 };
	return banquets.map((banquet) => ({
		...banquet,
		counts: sums.find(({ eventId }) => eventId === banquet.eventId) ?? none
	}));
}

/** Birthday banquets within `scope` that are still to come and have no list yet. `now` in ms, UTC. */
export async function listEventsWithoutList(db: Database, scope: string, now: number) {
	return db
		.select({
			id: events.id,
			unitId: events.unitId,
			title: events.title,
			startsAt: events.startsAt,
			unitName: units.name,
			unitNameEn: units.nameEn
		})
		.from(events)
		.innerJoin(units, eq(units.id, events.unitId))
		.leftJoin(birthdayBanquets, eq(birthdayBanquets.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(
			and(
				eq(events.kind, 'birthday-banquet'),
				isNull(birthdayBanquets.at),
				isNull(eventCancellations.at),
				isNull(eventCompletions.at),
				or(isNull(events.startsAt), sql`${events.startsAt} > ${now}`),
				withinUnit(events.unitId, scope)
			)
		)
		.orderBy(asc(events.startsAt), asc(events.id))
		.limit(50);
}
