import { sql, type SQL } from 'drizzle-orm';
import { addDays, addMonths } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Measure } from '../rules/counted-records';
import { figureDays, figureMonths } from '../schema/figures/figure-counts';
import { unitClosure } from '../schema/units/units';

/** The cells of several units in a period. CROSS JOIN: always from the units to their days, never through all days (SQLite keeps the order). */
export function cellsIn(scopes: readonly string[], period: Period, only?: readonly Measure[]): SQL {
	const { months, days } = cellsOf(period);
	const isOnly = only ? sql` and measure in ${[...only]}` : sql``;
	const parts = [
		...(months
			? [
					sql`select ${figureMonths.scopeId} as scope_id, month, measure, kind, topic, records, adds from ${figureMonths}
						where ${figureMonths.scopeId} in ${[...scopes]} and ${figureMonths.month} between ${months.from} and ${months.to}${isOnly}`
				]
			: []),
		...days.map(
			({
				fromOn,
				toOn
			}) => sql`select ${unitClosure.ancestorId} as scope_id, substr(${figureDays.onDate}, 1, 7) as month, measure, kind, topic, records, adds
				from ${unitClosure} cross join ${figureDays} on ${figureDays.unitId} = ${unitClosure.descendantId}
				where ${unitClosure.ancestorId} in ${[...scopes]} and ${figureDays.onDate} between ${fromOn} and ${toOn}${isOnly}`
		)
	];
	return sql`(${sql.join(parts, sql` union all `)})`;
}

/** A period as the months that lie in it whole, and what is left of days before and after them. */
export function cellsOf(period: Period): { months: { from: string; to: string } | null; days: Period[] } {
	const { fromOn, toOn } = period;
	const first = fromOn.endsWith('-01') ? fromOn : firstOfMonth(addMonths(fromOn, 1));
	const after = firstOfMonth(addDays(toOn, 1));
	if (after <= first) return { months: null, days: [period] };
	const head = { fromOn, toOn: addDays(first, -1) };
	const tail = { fromOn: after, toOn };
	return {
		months: { from: first.slice(0, 7), to: addDays(after, -1).slice(0, 7) },
		days: [head, tail].filter((days) => days.fromOn <= days.toOn)
	};
}

const firstOfMonth = (on: string) => `${on.slice(0, 7)}-01`;
