import { and, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { CheckableKind } from '../../domain/activity';
import type { Database } from './client';
import { activities } from './schema/activities';
import { figureMonths } from './schema/figure-counts';
import { unitClosure } from './schema/units';

/** The measure that a ledger's records are counted under; those of the work ledger by their kind. */
const measureOf: Partial<Record<CheckableKind, string>> = {
	banquet: 'banquets-held',
	dissuasion: 'banquets-dissuaded'
};

/** Of one or all ledgers: which of some units have how many records in which months (YYYY-MM) of a year. */
export async function listReportedMonths(db: Database, unitIds: readonly string[], year: number) {
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
				sql`${figureMonths.month} between ${`${year}-01`} and ${`${year}-12`}`,
				inArray(figureMonths.measure, ['activities', ...Object.values(measureOf)]),
				gt(figureMonths.records, 0)
			)
		);
	return (ledger: CheckableKind, unitId: string, month: string): number =>
		rows
			.filter((row) => row.unitId === unitId && row.month === month)
			.filter((row) =>
				measureOf[ledger] ? row.measure === measureOf[ledger] : row.measure === 'activities' && row.kind === ledger
			)
			.reduce((sum, { records }) => sum + records, 0);
}

/** The checked zeros in force that cover these units in a year: their own, and those of units above them. */
export async function listZeroMonths(db: Database, unitIds: readonly string[], year: number) {
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
				sql`${activities.zeroMonth} between ${`${year}-01`} and ${`${year}-12`}`
			)
		);
	return (ledger: CheckableKind, unitId: string, month: string) =>
		rows.find((row) => row.unitId === unitId && row.ledger === ledger && row.month === month) ?? null;
}
