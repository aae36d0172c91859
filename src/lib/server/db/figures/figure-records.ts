import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { unionAll, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { partsOf, type CountedPart } from './figure-counts';
import { isInPlace, isOn } from '../in-period';
import { isPledgedOn } from '../pledges/pledges-in-force';
import { pageFrom, type Cursor, type Page } from '../keyset';
import { activities } from '../schema/activities/activities';
import { countedView } from '../schema/figures/figure-counts';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { gridMembers, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

export const recordTypes = [
	'banquet',
	'dissuasion',
	'activity',
	'event',
	'pledge',
	'grid',
	'grid-member',
	'birthday-list'
] as const;
export type RecordType = (typeof recordTypes)[number];

/** One record behind a figure. */
export interface FigureRecord {
	type: RecordType;
	id: string;
	/** Of a dissuasion, its banquet; else the record's own id. */
	subjectId: string;
	on: string;
	unitId: string;
	unitName: string;
	unitNameEn: string | null;
	/** Its title or subject; '' for a banquet and a pledge. */
	title: string;
	/** Occasion, kind or role. */
	kind: string;
	/** A person on a grid: 'grid-members.name'. */
	nameSealed: string | null;
	/** Of a checked zero: the month (YYYY-MM) that was checked. */
	zeroMonth: string | null;
	/** What it adds to the figure: 1, or its quantity; 0 for a checked zero. */
	counts: number;
}

/** A page of the records of one figure within `scope`, the newest first, and how many there are and add up to in all. */
export async function listFigureRecords(
	db: Database,
	scope: string,
	source: FigureSource,
	period: Period,
	cursor?: Cursor
): Promise<Page<FigureRecord> & { recordCount: number; total: number }> {
	const all = recordsOf(db, scope, source, period).as('records');
	const page = pageFrom(cursor, { key: all.on, id: all.id, direction: 'descending' });
	const [rows, sums] = await db.batch([
		db
			.select()
			.from(all)
			.where(page.beyond)
			.orderBy(...page.orderBy)
			.limit(page.limit),
		db.select({ recordCount: sql<number>`count(*)`, total: sql<number>`coalesce(sum(${all.counts}), 0)` }).from(all)
	]);
	return { ...page.take(rows), ...sums[0]! };
}

/** The records of a figure within `scope`, as a query to list or to count from. */
export function recordsOf(db: Database, scope: string, source: FigureSource, period: Period) {
	switch (source.from) {
		case 'complaints':
			return unionAll(countedPart(db, scope, complaints, period), zerosIn(db, scope, period));
		case 'pledges-in-force':
			return pledgesOn(db, scope, period);
		case 'pledges-signed':
			return pledgesOn(db, scope, period, isOn(pledges.signedOn, period));
		case 'grids':
			return gridsOn(db, scope, period.toOn);
		case 'grid-members':
			return membersOn(db, scope, period.toOn, source.role);
		default: {
			const [first, second] = partsOf(source)!.map((part) => countedPart(db, scope, part, period));
			return second ? unionAll(first!, second) : first!;
		}
	}
}

const complaints: CountedPart = { measure: 'activities', kinds: ['complaint'], by: 'records' };

/** The columns every kind of record is shown in. */
function columns(
	type: AnySQLiteColumn | SQL,
	own: {
		id: AnySQLiteColumn;
		on: AnySQLiteColumn | SQL;
		kind: AnySQLiteColumn;
		title?: AnySQLiteColumn;
		subjectId?: AnySQLiteColumn;
		nameSealed?: AnySQLiteColumn;
		zeroMonth?: AnySQLiteColumn;
		counts?: AnySQLiteColumn | SQL;
	}
) {
	return {
		type: sql<RecordType>`${type}`.as('type'),
		id: sql<string>`${own.id}`.as('id'),
		subjectId: sql<string>`${own.subjectId ?? own.id}`.as('subject_id'),
		on: sql<string>`${own.on}`.as('on_date'),
		unitId: sql<string>`${units.id}`.as('unit_id'),
		unitName: sql<string>`${units.name}`.as('unit_name'),
		unitNameEn: sql<string | null>`${units.nameEn}`.as('unit_name_en'),
		title: sql<string>`${own.title ?? sql`''`}`.as('title'),
		kind: sql<string>`${own.kind}`.as('kind'),
		nameSealed: sql<string | null>`${own.nameSealed ?? sql`null`}`.as('name_sealed'),
		zeroMonth: sql<string | null>`${own.zeroMonth ?? sql`null`}`.as('zero_month'),
		counts: sql<number>`${own.counts ?? sql`1`}`.as('counts')
	};
}

const typed = (type: RecordType) => sql.raw(`'${type}'`);

/** Of a list of guests or of donors, one line an event: how many; never who. */
function countedPart(db: Database, scope: string, { measure, kinds, topic, by }: CountedPart, period: Period) {
	const view = countedView(measure);
	const isSumOfMany = measure === 'birthday-guests' || measure === 'first-time-donors' || measure === 'repeat-donors';
	return db
		.select(
			columns(view.type, {
				id: view.recordId,
				subjectId: view.subjectId,
				on: view.onDate,
				kind: view.kind,
				title: view.title,
				counts: isSumOfMany ? sql`sum(${view.adds})` : by === 'adds' ? view.adds : sql`1`
			})
		)
		.from(view)
		.innerJoin(units, eq(units.id, view.unitId))
		.where(
			and(
				isOn(view.onDate, period),
				kinds && inArray(view.kind, [...kinds]),
				topic === undefined ? undefined : eq(view.topic, topic),
				withinUnit(view.unitId, scope)
			)
		)
		.groupBy(...(isSumOfMany ? [view.recordId] : []));
}

/** The list holds checked zeros too: they are the records of a zero. */
const zerosIn = (db: Database, scope: string, period: Period) =>
	db
		.select(
			columns(typed('activity'), {
				id: activities.id,
				on: activities.doneOn,
				kind: activities.kind,
				title: activities.subject,
				zeroMonth: activities.zeroMonth,
				counts: sql`0`
			})
		)
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				eq(activities.zeroKind, 'complaint'),
				eq(activities.isRemoved, false),
				sql`${activities.zeroMonth} between ${period.fromOn.slice(0, 7)} and ${period.toOn.slice(0, 7)}`,
				withinUnit(activities.unitId, scope)
			)
		);

/** Never by name: a pledge is listed by its village and day. */
const pledgesOn = (db: Database, scope: string, { toOn }: Period, also?: SQL) =>
	db
		.select(columns(typed('pledge'), { id: pledges.id, on: pledges.signedOn, kind: pledges.audience }))
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.where(and(isPledgedOn(toOn), also, withinUnit(pledges.villageId, scope)));

const gridsOn = (db: Database, scope: string, on: string) =>
	db
		.select(columns(typed('grid'), { id: units.id, on: units.validFromOn, kind: units.kind, title: units.name }))
		.from(units)
		.where(and(eq(units.kind, 'grid'), isInPlace(units.validFromOn, units.validToOn, on), withinUnit(units.id, scope)));

const membersOn = (db: Database, scope: string, on: string, role: string) =>
	db
		.select(
			columns(typed('grid-member'), {
				id: gridMembers.id,
				on: gridMembers.fromOn,
				kind: gridMembers.role,
				nameSealed: gridMembers.nameSealed
			})
		)
		.from(gridMembers)
		.innerJoin(units, eq(units.id, gridMembers.gridId))
		.where(
			and(
				sql`${gridMembers.role} = ${role}`,
				isInPlace(gridMembers.fromOn, gridMembers.toOn, on),
				withinUnit(gridMembers.gridId, scope)
			)
		);
