import { and, between, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CheckableKind } from '$lib/domain/activities/activity';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { figureMonths } from '../schema/figures/figure-counts';
import { unitClosure } from '../schema/units/units';

/** The measure that a ledger's records are counted under; those of the work ledger by their kind. */
const measureOf: Partial<Record<CheckableKind, string>> = {
	banquet: 'banquets-held',
	dissuasion: 'banquets-dissuaded'
};

/** The months that a period touches, of a column of months (YYYY-MM). */
const isTouched = (month: AnySQLiteColumn, { fromOn, toOn }: Period) =>
	between(month, fromOn.slice(0, 7), toOn.slice(0, 7));

/** Which of some units, each with all below it, have how many records of which ledger in which months (YYYY-MM) that a period touches. */
export async function listReportedMonths(db: Database, unitIds: readonly string[], period: Period) {
	const rows = await db
		.select({
			unitId: figureMonths.scopeId,
			month: figureMonths.month,
			measure: figureMonths.measure,
			kind: figureMonths.kind,
			records: figureMonths.records
		})
		.from(figureMonths)
		.where(
			and(
				inArray(figureMonths.scopeId, [...unitIds]),
				isTouched(figureMonths.month, period),
				inArray(figureMonths.measure, ['activities', ...Object.values(measureOf)]),
				gt(figureMonths.records, 0)
			)
		);
	const sums = new Map<string, number>();
	for (const { unitId, month, measure, kind, records } of rows) {
		const key = `${unitId} ${month} ${measure === 'activities' ? kind : measure}`;
		sums.set(key, (sums.get(key) ?? 0) + records);
	}
	return (ledger: CheckableKind, unitId: string, month: string): number =>
		sums.get(`${unitId} ${month} ${measureOf[ledger] ?? ledger}`) ?? 0;
}

/** The checked zeros in force that cover these units in the months a period touches: their own, and those of units above them. */
export async function listZeroMonths(db: Database, unitIds: readonly string[], period: Period) {
	const rows = await db
		.select({
			unitId: unitClosure.descendantId,
			ledger: activities.zeroKind,
			month: activities.zeroMonth,
			id: activities.id,
			doneOn: activities.doneOn
		})
		.from(activities)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, activities.unitId))
		.where(
			and(
				inArray(unitClosure.descendantId, [...unitIds]),
				isNotNull(activities.zeroKind),
				eq(activities.isRemoved, false),
				isTouched(activities.zeroMonth, period)
			)
		);
	return (ledger: CheckableKind, unitId: string, month: string) =>
		rows.find((row) => row.unitId === unitId && row.ledger === ledger && row.month === month) ?? null;
}
