import { and, asc, desc, eq, getTableColumns, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '../client';
import type { Stamp } from '../events/events';
import {
	birthdayBanquets,
	birthdaySeries,
	birthdaySeriesEnds,
	birthdaySuppositions
} from '../schema/birthdays/birthdays';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { invitations } from '../schema/birthdays/invitations';
import { unitClosure, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

type Statement = BatchItem<'sqlite'>;
type NewSeries = typeof birthdaySeries.$inferInsert;

export const insertSeries = (db: Database, series: NewSeries): Statement => db.insert(birthdaySeries).values(series);

export const updateSeries = (
	db: Database,
	id: string,
	change: Omit<NewSeries, 'id' | 'unitId' | 'at' | 'byId'>
): Statement => db.update(birthdaySeries).set(change).where(eq(birthdaySeries.id, id));

export const insertSeriesEnd = (db: Database, seriesId: string, endsOn: string, stamp: Stamp): Statement =>
	db.insert(birthdaySeriesEnds).values({ seriesId, endsOn, ...stamp });

/** For the audit entry of a correction: the settings before and after. */
export function seriesBeforeAndAfter(id: string, after: Record<string, unknown>): SQL<string> {
	return sql`(select json_object('before', json_object('threshold', threshold, 'ageKind', age_kind, 'cadence', cadence,
		'calendar', calendar, 'fromOn', from_on), 'after', json(${JSON.stringify(after)})) from birthday_series where id = ${id})`;
}

const seriesRows = (db: Database) =>
	db
		.select({
			...getTableColumns(birthdaySeries),
			unitName: units.name,
			unitNameEn: units.nameEn,
			unitPhone: units.phone,
			endsOn: birthdaySeriesEnds.endsOn
		})
		.from(birthdaySeries)
		.innerJoin(units, eq(units.id, birthdaySeries.unitId))
		.leftJoin(birthdaySeriesEnds, eq(birthdaySeriesEnds.seriesId, birthdaySeries.id));

export type SeriesRow = Awaited<ReturnType<typeof seriesRows>>[number];

export async function findSeries(db: Database, id: string): Promise<SeriesRow | null> {
	return (await seriesRows(db).where(eq(birthdaySeries.id, id)))[0] ?? null;
}

/** Series within `scope` that are held on a day or begin later; all of them, ended ones too, without a day. */
export async function listSeries(db: Database, scope: string, on?: string): Promise<SeriesRow[]> {
	return seriesRows(db)
		.where(
			and(
				withinUnit(birthdaySeries.unitId, scope),
				on === undefined ? undefined : or(isNull(birthdaySeriesEnds.endsOn), sql`${birthdaySeriesEnds.endsOn} >= ${on}`)
			)
		)
		.orderBy(asc(units.position), asc(units.name), asc(birthdaySeries.fromOn), asc(birthdaySeries.id));
}

/** The windows of these series that have a banquet already (not called off): `<series>:<year>:<first month>`. */
export async function listTakenWindows(db: Database, scope: string): Promise<Set<string>> {
	const taken = await db
		.select({
			seriesId: birthdayBanquets.seriesId,
			year: birthdayBanquets.year,
			firstMonth: birthdayBanquets.firstMonth
		})
		.from(birthdayBanquets)
		.innerJoin(birthdaySeries, eq(birthdaySeries.id, birthdayBanquets.seriesId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, birthdayBanquets.eventId))
		.where(and(isNull(eventCancellations.at), withinUnit(birthdaySeries.unitId, scope)));
	return new Set(taken.map(({ seriesId, year, firstMonth }) => `${seriesId}:${year}:${firstMonth}`));
}

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
			series: getTableColumns(birthdaySeries),
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

/** A banquet with its list's settings, its series and its event; null when the event has no list. */
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
			open: sql<number>`sum(${invitations.answer} is null and ${invitations.isDropped} = 0 and ${invitations.result} is null)`,
			coming: sql<number>`sum(${invitations.answer} = 'coming' and ${invitations.isDropped} = 0)`.mapWith(Number),
			attended: sql<number>`sum(${invitations.result} = 'attended')`.mapWith(Number),
			cakes: sql<number>`sum(${invitations.result} = 'cake-delivered')`.mapWith(Number),
			settled: sql<number>`sum(${invitations.result} is not null)`.mapWith(Number)
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

/** Sets what a unit assumes from a day on; the same day again replaces it. */
export function upsertSupposition(db: Database, row: typeof birthdaySuppositions.$inferInsert): Statement {
	const { sharePercent, tablesEach, at, byId } = row;
	return db
		.insert(birthdaySuppositions)
		.values(row)
		.onConflictDoUpdate({
			target: [birthdaySuppositions.unitId, birthdaySuppositions.fromOn],
			set: { sharePercent, tablesEach, at, byId }
		});
}

/** For the audit entry: the supposition of the same day before, if any, and after. */
export function suppositionBeforeAndAfter(unitId: string, fromOn: string, after: Record<string, unknown>): SQL<string> {
	return sql`json_object('before', (select json_object('sharePercent', share_percent, 'tablesEach', tables_each)
		from birthday_suppositions where unit_id = ${unitId} and from_on = ${fromOn}), 'after', json(${JSON.stringify(after)}))`;
}

/** The supposition of a unit on a day: its own, else that of the nearest unit above; null where none was set. */
export async function findSupposition(db: Database, unitId: string, on: string) {
	const rows = await db
		.select(getTableColumns(birthdaySuppositions))
		.from(birthdaySuppositions)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, birthdaySuppositions.unitId))
		.where(and(eq(unitClosure.descendantId, unitId), lte(birthdaySuppositions.fromOn, on)))
		.orderBy(
			desc(
				sql`(select count(*) from unit_closure as above where above.descendant_id = ${birthdaySuppositions.unitId})`
			),
			desc(birthdaySuppositions.fromOn)
		)
		.limit(1);
	return rows[0] ?? null;
}
