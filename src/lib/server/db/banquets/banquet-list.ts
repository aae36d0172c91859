import { and, count, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { isOwnWord } from './banquet-acts';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
import { units } from '../schema/units/units';
import { type BanquetFilter, matching } from './banquet-filter';
import { pageFrom, type Cursor } from '../keyset';

/** What the household said last about its record. */
const lastAnswer = (column: 'id' | 'text_sealed') => sql<
	string | null
>`(select ${sql.raw(column)} from household_answers
	where banquet_id = ${banquets.id} order by at desc, id desc limit 1)`;

/**
 * Banquets within `scope`, the latest planned day first, one page. `today` is the town's date.
 */
export async function listBanquets(db: Database, scope: string, today: string, filter: BanquetFilter, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: banquets.plannedOn, id: banquets.id, direction: 'descending' });
	const rows = await db
		.select({
			id: banquets.id,
			origin: banquets.origin,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			tablesPlanned: banquets.tablesPlanned,
			hostNameSealed: banquets.hostNameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			outcome: banquetOutcomes.outcome,
			endedOn: banquetOutcomes.endedOn,
			tablesHeld: banquetOutcomes.tablesHeld,
			dissuasionId: dissuasions.id,
			isOwnWord,
			answerId: lastAnswer('id'),
			answerSealed: lastAnswer('text_sealed')
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.leftJoin(dissuasions, eq(dissuasions.banquetId, banquets.id))
		.where(and(matching(scope, today, filter), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many banquets the filter leaves. */
export async function countBanquets(
	db: Database,
	scope: string,
	today: string,
	filter: BanquetFilter
): Promise<number> {
	const rows = await db
		.select({ count: count() })
		.from(banquets)
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.where(matching(scope, today, filter));
	return rows[0]?.count ?? 0;
}
