import { and, asc, eq, getTableColumns, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Window } from '$lib/domain/birthdays/birthday-window';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { birthdayBanquets, birthdaySeries, birthdaySeriesEnds } from '../schema/birthdays/birthdays';
import { eventCancellations } from '../schema/events/events';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { movedFrom, type Moves } from '../units/successions';

type NewSeries = typeof birthdaySeries.$inferInsert;

export const insertSeries = (db: Database, series: NewSeries): Statement => db.insert(birthdaySeries).values(series);

export const updateSeries = (
	db: Database,
	id: string,
	change: Omit<NewSeries, 'id' | 'unitId' | 'at' | 'byId'>
): Statement => db.update(birthdaySeries).set(change).where(eq(birthdaySeries.id, id));

export const insertSeriesEnd = (db: Database, seriesId: string, endsOn: string, stamp: Stamp): Statement =>
	db.insert(birthdaySeriesEnds).values({ seriesId, endsOn, ...stamp });

/** Series of units that end are held by the ones they go over to, unless they have ended themselves. */
export const updateUnitsOfSeries = (db: Database, moves: Moves): Statement =>
	db
		.update(birthdaySeries)
		.set({ unitId: movedFrom('birthday_series.unit_id', moves) })
		.where(
			and(
				inArray(birthdaySeries.unitId, [...moves.keys()]),
				sql`${birthdaySeries.id} not in (select series_id from birthday_series_ends)`
			)
		);

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

/** A window of a series as one text. */
export const windowKey = (seriesId: string, { year, firstMonth, lastMonth }: Window): string =>
	`${seriesId}:${year}:${firstMonth}:${lastMonth}`;

/**
 * The windows of these series that have a banquet already (not called off), as `windowKey`. One that was planned before the series was corrected
 * is none: the window as it is now may have elders whom that list had not to invite.
 */
export async function listTakenWindows(db: Database, scope: string): Promise<Set<string>> {
	const taken = await db
		.select({
			seriesId: birthdayBanquets.seriesId,
			year: birthdayBanquets.year,
			firstMonth: birthdayBanquets.firstMonth,
			lastMonth: birthdayBanquets.lastMonth
		})
		.from(birthdayBanquets)
		.innerJoin(birthdaySeries, eq(birthdaySeries.id, birthdayBanquets.seriesId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, birthdayBanquets.eventId))
		.where(
			and(
				isNull(eventCancellations.at),
				withinUnit(birthdaySeries.unitId, scope),
				eq(birthdayBanquets.calendar, birthdaySeries.calendar),
				eq(birthdayBanquets.threshold, birthdaySeries.threshold),
				eq(birthdayBanquets.ageKind, birthdaySeries.ageKind)
			)
		);
	return new Set(taken.map(({ seriesId, ...window }) => windowKey(seriesId, window)));
}
