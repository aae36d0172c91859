import { and, between, count, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { dateOf } from '../../domain/calendar';
import type { Period } from '../../domain/reporting-period';
import { isVillageLevel, unitKinds } from '../../domain/unit';
import { tallyGuests } from './birthday-counts';
import type { Database } from './client';
import { countedOf, isAt, isDeclared, isHeld, isInPlace, isOn, isPledgedOn, isStopped } from './counting';
import { activities } from './schema/activities';
import { banquetOutcomes, banquets, dissuasions } from './schema/banquets';
import { eventCompletions, events } from './schema/events';
import { pledges, pledgeWithdrawals } from './schema/pledges';
import { signups } from './schema/signups';
import { gridMembers, unitClosure, units } from './schema/units';
import { banquetsWithin, withinUnit } from './scope';

export type Tally = ReturnType<typeof tallyOf>;

/** What is counted: the records of a unit and all below it, in a period. */
export interface Tallied {
	scope: string;
	period: Period;
}

/**
 * All that figures are made from, for each of several units and periods (a town and its villages, this year and last), in their order
 * and in one round trip. Grids and their members are counted on a period's last day.
 */
export async function tallyRecords(db: Database, asked: readonly Tallied[]): Promise<Tally[]> {
	const queries = asked.map((one) => queriesOf(db, one));
	const first = queries[0];
	if (!first) return [];
	const answers = (await db.batch(queries.flat() as unknown as typeof first)) as readonly unknown[];
	return asked.map((_, nth) =>
		tallyOf(answers.slice(nth * first.length, (nth + 1) * first.length) as unknown as BatchResponse<typeof first>)
	);
}

function queriesOf(db: Database, { scope, period }: Tallied) {
	const isCompletedIn = and(isAt(events.startsAt, period), withinUnit(events.unitId, scope));
	return [
		ledgerStarts(db),
		db
			.select({ count: count() })
			.from(banquetOutcomes)
			.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
			.where(and(isOn(banquetOutcomes.endedOn, period), isHeld(), banquetsWithin(scope))),
		db
			.select({ count: count() })
			.from(banquets)
			.where(and(isOn(banquets.declaredOn, period), isDeclared(), banquetsWithin(scope))),
		db
			.select({ count: count() })
			.from(dissuasions)
			.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
			.where(and(isOn(dissuasions.wentOn, period), isStopped(), banquetsWithin(scope))),
		db
			.select({ kind: activities.kind, records: count(), quantity: totalOf(activities.quantity) })
			.from(activities)
			.where(
				and(isOn(activities.doneOn, period), eq(activities.isRemoved, false), withinUnit(activities.unitId, scope))
			)
			.groupBy(activities.kind),
		db
			.select({
				kind: events.kind,
				topic: events.topic,
				count: count(),
				attended: totalOf(eventCompletions.attended)
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(isCompletedIn)
			.groupBy(events.kind, events.topic),
		db
			.select({ inForce: count(), signed: countWhere(isOn(pledges.signedOn, period)) })
			.from(pledges)
			.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
			.where(and(isPledgedOn(period.toOn), withinUnit(pledges.villageId, scope))),
		db
			.select({
				donors: totalOf(countedOf.donors),
				millilitres: totalOf(countedOf.millilitres),
				firstTime: totalOf(countedOf.firstTime),
				repeat: totalOf(countedOf.repeat)
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(and(isCompletedIn, eq(events.kind, 'blood-drive'))),
		db
			.select({ count: count() })
			.from(units)
			.where(
				and(
					eq(units.kind, 'grid'),
					isInPlace(units.validFromOn, units.validToOn, period.toOn),
					withinUnit(units.id, scope)
				)
			),
		db
			.select({ role: gridMembers.role, count: count() })
			.from(gridMembers)
			.where(and(isInPlace(gridMembers.fromOn, gridMembers.toOn, period.toOn), withinUnit(gridMembers.gridId, scope)))
			.groupBy(gridMembers.role),
		listCheckedMonths(db, scope, period),
		tallyGuests(db, scope, period)
	] as const;
}

function tallyOf(answers: BatchResponse<ReturnType<typeof queriesOf>>) {
	const [
		ledgers,
		held,
		declared,
		stopped,
		entries,
		completed,
		pledged,
		donations,
		grids,
		members,
		complaintMonths,
		guests
	] = answers;
	return {
		ledger: ledgers[0]!,
		held: held[0]!.count,
		declared: declared[0]!.count,
		stopped: stopped[0]!.count,
		entries,
		completed,
		pledged: pledged[0]!,
		donations: donations[0]!,
		grids: grids[0]!.count,
		members,
		complaintMonths,
		guests
	};
}

const dayOf = (at: number | null) => (at === null ? null : dateOf(at));

const totalOf = (column: AnySQLiteColumn | SQL) => sql<number>`coalesce(sum(${column}), 0)`;

const countWhere = (condition: SQL) => sql<number>`count(case when ${condition} then 1 end)`;

/** The day of the first record of each ledger in the installation: before it there is no data, which differs from zero. */
export async function readLedgerStarts(db: Database) {
	const [starts] = await ledgerStarts(db);
	return starts!;
}

function ledgerStarts(db: Database) {
	const first = (column: SQL) => sql<string | null>`(select ${column})`;
	return db
		.select({
			banquets: first(sql`min(${banquetOutcomes.endedOn}) from ${banquetOutcomes}
				join ${banquets} on ${banquets.id} = ${banquetOutcomes.banquetId} where ${banquets.isRemoved} = 0`),
			declarations: first(sql`min(${banquets.declaredOn}) from ${banquets} where ${banquets.isRemoved} = 0`),
			activities: first(sql`min(${activities.doneOn}) from ${activities} where ${activities.isRemoved} = 0`),
			signups: sql<number | null>`(select min(${signups.at}) from ${signups})`.mapWith(dayOf),
			pledges: first(sql`min(${pledges.signedOn}) from ${pledges} where ${pledges.audience} = 'household'`),
			grids: first(sql`min(${units.validFromOn}) from ${units} where ${units.kind} = 'grid'`),
			guests: sql<number | null>`(select min(e.starts_at) from events e
				where exists (select 1 from invitations i where i.event_id = e.id and i.result is not null))`.mapWith(dayOf),
			events: sql<number | null>`(select min(${events.startsAt}) from ${events} where exists (
				select 1 from ${eventCompletions} where ${eventCompletions.eventId} = ${events.id}))`.mapWith((at: number | null) =>
				at === null ? null : dateOf(at)
			)
		})
		.from(sql`(select 1)`);
}

/**
 * The months (YYYY-MM) of a period for which somebody looked for complaints: there is one, or a checked zero of the unit
 * or of one above it, or a checked zero of every village in it.
 */
function listCheckedMonths(db: Database, scope: string, { fromOn, toOn }: Period) {
	const month = sql<string>`coalesce(${activities.zeroMonth}, substr(${activities.doneOn}, 1, 7))`;
	const isAbove = sql`${activities.unitId} in (select ${unitClosure.ancestorId} from ${unitClosure} where ${unitClosure.descendantId} = ${scope})`;
	const isVillage = sql`${units.kind} in ${unitKinds.filter(isVillageLevel)}`;
	const villages = sql`(select count(*) from ${units} v join ${unitClosure} c on c.descendant_id = v.id
		where c.ancestor_id = ${scope} and v.kind in ${unitKinds.filter(isVillageLevel)} and v.valid_to_on is null)`;
	return db
		.select({ month })
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				or(eq(activities.kind, 'complaint'), eq(activities.zeroKind, 'complaint')),
				eq(activities.isRemoved, false),
				between(month, fromOn.slice(0, 7), toOn.slice(0, 7)),
				or(withinUnit(activities.unitId, scope), and(isNotNull(activities.zeroKind), isAbove))
			)
		)
		.groupBy(month)
		.having(
			sql`max(${activities.kind} = 'complaint' or ${isAbove}) = 1
				or count(distinct case when ${isVillage} then ${units.id} end) >= ${villages}`
		);
}
