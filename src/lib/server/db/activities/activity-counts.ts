// Sums and counts of activities.
import { and, asc, count, desc, isNotNull, sum, type SQL } from 'drizzle-orm';
import type { ReportedLedger, WorkKind } from '$lib/domain/activities/added-work';
import { always, yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { askBoth } from '../figures/counted-parts';
import { bothOf, readSums } from '../figures/figure-sums';
import { readReach, withinReach, type Reach } from '../units/scope';
import { type ActivityFilter, narrowed, periodOf } from './activities';

/**
 * Per kind, of these, how many entries the filter leaves and what their quantities add up to: units are never mixed. They are counted already, but for
 * checked zeros and what was struck out, which are few.
 */
export async function sumActivities(
	db: Database,
	{ scope, kinds, filter = {} }: { scope: string; kinds: readonly WorkKind[]; filter?: ActivityFilter }
): Promise<ActivitySum[]> {
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return [];
	if (filter.isRemoved) return sumRows(db, narrowed(reach, filter));
	const isAsked = (kind: WorkKind) => (!filter.kind || filter.kind === kind) && (filter.kinds?.includes(kind) ?? true);
	const [counted, zeros] = await Promise.all([
		sumKinds(db, reach.unitId, { kinds, period: periodOf(filter) ?? always }),
		isAsked('checked-zero') ? sumZeros(db, reach, filter) : []
	]);
	return [...counted, ...zeros].filter(({ kind, records }) => records > 0 && isAsked(kind));
}

export interface ActivitySum {
	kind: WorkKind;
	records: number;
	quantity: number;
}

async function sumKinds(
	db: Database,
	unitId: string,
	{ kinds, period }: { kinds: readonly WorkKind[]; period: Period }
): Promise<ActivitySum[]> {
	const parts = kinds.map((kind) => ({ measure: 'activities' as const, kinds: [kind] }));
	const sums = bothOf(await readSums(db, unitId, askBoth(parts, period)));
	return sums.map(({ records, adds }, at) => ({ kind: kinds[at]!, records, quantity: adds }));
}

/** Zeros are counted by the month that was checked, and a list goes by the day on which it was: of a period they are counted anew. */
async function sumZeros(db: Database, reach: Reach, filter: ActivityFilter): Promise<ActivitySum[]> {
	if (periodOf(filter)) {
		return sumRows(
			db,
			and(isNotNull(activities.zeroKind), narrowed(reach, { ...filter, kind: undefined, kinds: undefined }))
		);
	}
	const [records] = await readSums(db, reach.unitId, [
		{ of: [{ measure: 'checked-zeros', by: 'records' }], period: always }
	]);
	return [{ kind: 'checked-zero', records: records as number, quantity: 0 }];
}

const sumRows = (db: Database, where: SQL | undefined): Promise<ActivitySum[]> =>
	db
		.select({ kind: activities.kind, records: count(), quantity: sum(activities.quantity).mapWith(Number) })
		.from(activities)
		.where(where)
		.groupBy(activities.kind);

/** The years that the ledger has entries of within `scope`, newest first. */
export async function listActivityYears(db: Database, scope: string): Promise<number[]> {
	const reach = await readReach(db, scope);
	if (!reach) return [];
	const edge = (order: SQL) =>
		db
			.select({ on: activities.doneOn })
			.from(activities)
			.where(withinReach(activities.unitId, reach))
			.orderBy(order)
			.limit(1);
	const [[first], [last]] = await db.batch([edge(asc(activities.doneOn)), edge(desc(activities.doneOn))]);
	if (!first || !last) return [];
	return Array.from({ length: yearOf(last.on) - yearOf(first.on) + 1 }, (_, back) => yearOf(last.on) - back);
}

/** Entries of a kind in force per month (YYYY-MM) of a year, at the unit and everything below it. */
export async function countByMonth(db: Database, unitId: string, kind: ReportedLedger, year: number) {
	const ask = { of: [{ measure: 'activities', kinds: [kind], by: 'records' } as const], period: yearBounds(year) };
	const [months] = await readSums(db, unitId, [{ ...ask, byMonth: true }]);
	return Object.entries(months!)
		.map(([month, count]) => ({ month, count }))
		.filter(({ count }) => count > 0);
}
