import { and, count, eq, inArray, isNotNull, or, sql, sum, type SQL } from 'drizzle-orm';
import { dateOf } from '../../domain/calendar';
import type { ReportingPeriods } from '../../domain/reporting-period';
import { isVillageLevel, unitKinds } from '../../domain/unit';
import type { Database } from './client';
import { countedOf, isAt, isHeld, isInPlace, isOn, isStopped, whichPeriod } from './counting';
import { activities } from './schema/activities';
import { banquetOutcomes, banquets, dissuasions } from './schema/banquets';
import { eventCompletions, events } from './schema/events';
import { signups } from './schema/signups';
import { gridMembers, unitClosure, units } from './schema/units';
import { withinUnit } from './scope';

export type Tally = Awaited<ReturnType<typeof tallyRecords>>;

/**
 * All that figures are made from, for both periods at once and within `scope`, in one round trip.
 * Grids and their members are counted on each period's last day.
 */
export async function tallyRecords(db: Database, scope: string, { now, before }: ReportingPeriods) {
	const [ledgers, held, stopped, entries, completed, donations, grids, members, complaintMonths] = await db.batch([
		ledgerStarts(db),
		db
			.select({ period: whichPeriod(isOn(banquetOutcomes.endedOn, now)), count: count() })
			.from(banquetOutcomes)
			.innerJoin(banquets, eq(banquets.id, banquetOutcomes.banquetId))
			.where(
				and(
					either((period) => isOn(banquetOutcomes.endedOn, period)),
					isHeld(),
					withinUnit(banquets.unitId, scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({ period: whichPeriod(isOn(dissuasions.wentOn, now)), count: count() })
			.from(dissuasions)
			.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
			.where(
				and(
					either((period) => isOn(dissuasions.wentOn, period)),
					isStopped(),
					withinUnit(banquets.unitId, scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({
				period: whichPeriod(isOn(activities.doneOn, now)),
				kind: activities.kind,
				records: count(),
				quantity: sum(activities.quantity).mapWith(Number)
			})
			.from(activities)
			.where(
				and(
					either((period) => isOn(activities.doneOn, period)),
					eq(activities.isRemoved, false),
					withinUnit(activities.unitId, scope)
				)
			)
			.groupBy(sql`1, 2`),
		db
			.select({
				period: whichPeriod(isAt(events.startsAt, now)),
				kind: events.kind,
				topic: events.topic,
				count: count()
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(
				and(
					either((period) => isAt(events.startsAt, period)),
					withinUnit(events.unitId, scope)
				)
			)
			.groupBy(sql`1, 2, 3`),
		db
			.select({
				period: whichPeriod(isAt(events.startsAt, now)),
				donors: sum(countedOf.donors).mapWith(Number),
				millilitres: sum(countedOf.millilitres).mapWith(Number),
				firstTime: sum(countedOf.firstTime).mapWith(Number),
				repeat: sum(countedOf.repeat).mapWith(Number)
			})
			.from(events)
			.innerJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(
				and(
					either((period) => isAt(events.startsAt, period)),
					eq(events.kind, 'blood-drive'),
					withinUnit(events.unitId, scope)
				)
			)
			.groupBy(sql`1`),
		db
			.select({
				now: countWhere(isInPlace(units.validFromOn, units.validToOn, now.toOn)),
				before: countWhere(isInPlace(units.validFromOn, units.validToOn, before.toOn))
			})
			.from(units)
			.where(and(eq(units.kind, 'grid'), withinUnit(units.id, scope))),
		db
			.select({
				role: gridMembers.role,
				now: countWhere(isInPlace(gridMembers.fromOn, gridMembers.toOn, now.toOn)),
				before: countWhere(isInPlace(gridMembers.fromOn, gridMembers.toOn, before.toOn))
			})
			.from(gridMembers)
			.where(withinUnit(gridMembers.gridId, scope))
			.groupBy(gridMembers.role),
		listCheckedMonths(db, scope, now.fromOn.slice(0, 4), before.fromOn.slice(0, 4))
	]);
	return {
		...{ ledger: ledgers[0]!, held, stopped, entries, completed, donations },
		...{ grids: grids[0]!, members, complaintMonths }
	};

	function either(isIn: (period: ReportingPeriods['now']) => SQL): SQL {
		return or(isIn(now), isIn(before))!;
	}
}

const dayOf = (at: number | null) => (at === null ? null : dateOf(at));

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
			banquets: first(sql`min(${banquetOutcomes.endedOn}) from ${banquetOutcomes}`),
			activities: first(sql`min(${activities.doneOn}) from ${activities}`),
			signups: sql<number | null>`(select min(${signups.at}) from ${signups})`.mapWith(dayOf),
			grids: first(sql`min(${units.validFromOn}) from ${units} where ${units.kind} = 'grid'`),
			events: sql<number | null>`(select min(${events.startsAt}) from ${events} where exists (
				select 1 from ${eventCompletions} where ${eventCompletions.eventId} = ${events.id}))`.mapWith((at: number | null) =>
				at === null ? null : dateOf(at)
			)
		})
		.from(sql`(select 1)`);
}

/**
 * The months (YYYY-MM) of two years for which somebody looked for complaints: there is one, or a checked zero of the unit
 * or of one above it, or a checked zero of every village in it.
 */
function listCheckedMonths(db: Database, scope: string, year: string, earlier: string) {
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
				inArray(sql`substr(${month}, 1, 4)`, [year, earlier]),
				or(withinUnit(activities.unitId, scope), and(isNotNull(activities.zeroKind), isAbove))
			)
		)
		.groupBy(month)
		.having(
			sql`max(${activities.kind} = 'complaint' or ${isAbove}) = 1
				or count(distinct case when ${isVillage} then ${units.id} end) >= ${villages}`
		);
}
