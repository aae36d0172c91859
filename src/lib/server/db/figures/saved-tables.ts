import { sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { spansOf } from './figure-spans';

/**
 * The query of tables planned and not held within `scope`, and of how many banquets, that ended in the period, by the reference price (yuan) of the village
 * rule of the day each was declared. Banquets without a rule have no price and are left out; more tables than planned save nothing.
 */
export const askSavedTables = (db: Database, scope: string, period: Period) =>
	savedTables(db, { scope, spans: JSON.stringify(spansOf(period)) });

const savedTables = compiled<
	Record<'scope' | 'spans', string>,
	{ pricePerTable: number; banquets: number; tables: number }[]
>((db, { scope, spans }) =>
	db
		.select({
			pricePerTable: sql<number>`cast(f.kind as integer)`,
			banquets: sql<number>`sum(f.records * (s.value ->> 'sign'))`,
			tables: sql<number>`sum(f.adds * (s.value ->> 'sign'))`
		})
		.from(
			sql`json_each(${spans}) as s cross join figure_sums f on f.scope_id = ${scope} and f.measure = 'tables-saved'
				and f.grain = s.value ->> 'grain' and f.span between s.value ->> 'from' and s.value ->> 'to'`
		)
		.groupBy(sql`1`)
		.having(sql`sum(f.adds * (s.value ->> 'sign')) > 0`)
		.orderBy(sql`1`)
);
