import { and, asc, desc, eq, or, sql, type SQL } from 'drizzle-orm';
import { unionAll, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ActivityKind, Counting } from '../../domain/activity';
import type { DonationCounting, FigureSource } from '../../domain/figure';
import type { Period } from '../../domain/reporting-period';
import { isGuestCounted } from './birthday-counts';
import type { Database } from './client';
import { isUpwards, pageSize, takePage, type Cursor } from './keyset';
import { countedOf, isAt, isDeclared, isHeld, isInPlace, isOn, isPledgedOn, isStopped } from './counting';
import { activities } from './schema/activities';
import { banquetOutcomes, banquets, dissuasions } from './schema/banquets';
import { eventCompletions, events } from './schema/events';
import { invitations } from './schema/invitations';
import { pledges, pledgeWithdrawals } from './schema/pledges';
import { gridMembers, units } from './schema/units';
import { banquetsWithin, withinUnit } from './scope';

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
): Promise<{ page: FigureRecord[]; hasNewer: boolean; hasOlder: boolean; recordCount: number; total: number }> {
	const all = recordsOf(db, scope, source, period).as('records');
	const edge = cursor && ('before' in cursor ? cursor.before : cursor.after);
	const order = isUpwards(cursor) ? asc : desc;
	const [rows, sums] = await db.batch([
		db
			.select()
			.from(all)
			.where(edge && sql`(${all.on}, ${all.id}) ${sql.raw(isUpwards(cursor) ? '>' : '<')} (${edge.on}, ${edge.id})`)
			.orderBy(order(all.on), order(all.id))
			.limit(pageSize + 1),
		db.select({ recordCount: sql<number>`count(*)`, total: sql<number>`coalesce(sum(${all.counts}), 0)` }).from(all)
	]);
	return { ...takePage(rows, cursor), ...sums[0]! };
}

/** The records of a figure within `scope`, as a query to list or to count from. */
export function recordsOf(db: Database, scope: string, source: FigureSource, period: Period) {
	switch (source.from) {
		case 'banquets-held':
			return heldIn(db, scope, period);
		case 'banquets-declared':
			return declaredIn(db, scope, period);
		case 'banquets-dissuaded':
			return stoppedIn(db, scope, period);
		case 'activities':
			return entriesIn(db, scope, period, source.kinds, source.counts);
		case 'complaints':
			return complaintsIn(db, scope, period);
		case 'events':
			return completedIn(db, scope, period, source.kind, source.topic);
		case 'lecture-attendance':
			return completedIn(db, scope, period, 'lecture', undefined, eventCompletions.attended);
		case 'pledges-in-force':
			return pledgesOn(db, scope, period);
		case 'pledges-signed':
			return pledgesOn(db, scope, period, isOn(pledges.signedOn, period));
		case 'blood-and-checkups':
			return unionAll(
				completedIn(db, scope, period, 'blood-drive'),
				entriesIn(db, scope, period, ['disability-check-up'], 'records')
			);
		case 'birthday-guests':
			return guestsIn(db, scope, period, source.result);
		case 'donations':
			return drivesIn(db, scope, period, source.counts);
		case 'grids':
			return gridsOn(db, scope, period.toOn);
		case 'grid-members':
			return membersOn(db, scope, period.toOn, source.role);
	}
}

/** The columns every kind of record is shown in. */
function columns(
	type: RecordType,
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
		type: sql<RecordType>`${sql.raw(`'${type}'`)}`.as('type'),
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

const heldIn = (db: Database, scope: string, period: Period) =>
	db
		.select(columns('banquet', { id: banquets.id, on: banquetOutcomes.endedOn, kind: banquets.occasion }))
		.from(banquetOutcomes)
		.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(and(isOn(banquetOutcomes.endedOn, period), isHeld(), banquetsWithin(scope)));

const declaredIn = (db: Database, scope: string, period: Period) =>
	db
		.select(columns('banquet', { id: banquets.id, on: banquets.declaredOn, kind: banquets.occasion }))
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(and(isOn(banquets.declaredOn, period), isDeclared(), banquetsWithin(scope)));

const stoppedIn = (db: Database, scope: string, period: Period) =>
	db
		.select(
			columns('dissuasion', {
				id: dissuasions.id,
				subjectId: dissuasions.banquetId,
				on: dissuasions.wentOn,
				kind: banquets.occasion
			})
		)
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(and(isOn(dissuasions.wentOn, period), isStopped(), banquetsWithin(scope)));

const entry = { id: activities.id, on: activities.doneOn, kind: activities.kind, title: activities.subject };
const isEntry = (scope: string) => and(eq(activities.isRemoved, false), withinUnit(activities.unitId, scope));

const entriesIn = (db: Database, scope: string, period: Period, kinds: readonly ActivityKind[], counts: Counting) =>
	db
		.select(columns('activity', { ...entry, ...(counts === 'quantity' && { counts: activities.quantity }) }))
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(and(isOn(activities.doneOn, period), sql`${activities.kind} in ${[...kinds]}`, isEntry(scope)));

/** The checked zeros stand in the list too: they are what a zero is made of. */
const complaintsIn = (db: Database, scope: string, period: Period) =>
	db
		.select(
			columns('activity', { ...entry, zeroMonth: activities.zeroMonth, counts: sql`${activities.kind} = 'complaint'` })
		)
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				or(
					and(eq(activities.kind, 'complaint'), isOn(activities.doneOn, period)),
					and(
						eq(activities.zeroKind, 'complaint'),
						sql`${activities.zeroMonth} between ${period.fromOn.slice(0, 7)} and ${period.toOn.slice(0, 7)}`
					)
				),
				isEntry(scope)
			)
		);

const completedIn = (
	db: Database,
	scope: string,
	period: Period,
	kind: string,
	topic?: string,
	counts?: AnySQLiteColumn
) =>
	db
		.select(
			columns('event', {
				id: events.id,
				on: sql`date(${events.startsAt} / 1000 + 28800, 'unixepoch')`,
				kind: events.kind,
				title: events.title,
				counts
			})
		)
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.innerJoin(units, eq(units.id, events.unitId))
		.where(
			and(
				isAt(events.startsAt, period),
				sql`${events.kind} = ${kind}`,
				topic === undefined ? undefined : eq(events.topic, topic),
				withinUnit(events.unitId, scope)
			)
		);

/** Never by name: a pledge is listed by its village and day. */
const pledgesOn = (db: Database, scope: string, { toOn }: Period, also?: SQL) =>
	db
		.select(columns('pledge', { id: pledges.id, on: pledges.signedOn, kind: pledges.audience }))
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.where(and(isPledgedOn(toOn), also, withinUnit(pledges.villageId, scope)));

/** One line a banquet: how many of its list; never who. */
const guestsIn = (db: Database, scope: string, period: Period, result: string) =>
	db
		.select(
			columns('birthday-list', {
				id: events.id,
				on: sql`date(${events.startsAt} / 1000 + 28800, 'unixepoch')`,
				kind: events.kind,
				title: events.title,
				counts: sql`count(*)`
			})
		)
		.from(invitations)
		.innerJoin(events, eq(events.id, invitations.eventId))
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.innerJoin(units, eq(units.id, events.unitId))
		.where(and(isGuestCounted(scope, isAt(events.startsAt, period)), sql`${invitations.result} = ${result}`))
		.groupBy(events.id);

/** Blood drives that add to the figure, each by what it adds. */
const drivesIn = (db: Database, scope: string, period: Period, counts: DonationCounting) =>
	db
		.select(
			columns('event', {
				id: events.id,
				on: sql`date(${events.startsAt} / 1000 + 28800, 'unixepoch')`,
				kind: events.kind,
				title: events.title,
				counts: countedOf[counts]
			})
		)
		.from(events)
		.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.innerJoin(units, eq(units.id, events.unitId))
		.where(
			and(
				isAt(events.startsAt, period),
				eq(events.kind, 'blood-drive'),
				sql`${countedOf[counts]} > 0`,
				withinUnit(events.unitId, scope)
			)
		);

const gridsOn = (db: Database, scope: string, on: string) =>
	db
		.select(columns('grid', { id: units.id, on: units.validFromOn, kind: units.kind, title: units.name }))
		.from(units)
		.where(and(eq(units.kind, 'grid'), isInPlace(units.validFromOn, units.validToOn, on), withinUnit(units.id, scope)));

const membersOn = (db: Database, scope: string, on: string, role: string) =>
	db
		.select(
			columns('grid-member', {
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
