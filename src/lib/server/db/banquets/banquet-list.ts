import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { isOwnWord } from './banquet-acts';
import { banquetOutcomes, banquetRemovals, banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
import { units } from '../schema/units/units';
import { type BanquetFilter, matching } from './banquet-filter';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { readReach } from '../units/scope';

/** What the household said last about its record. */
const lastAnswer = (column: 'id' | 'text_sealed') => sql<
	string | null
>`(select ${sql.raw(column)} from household_answers
	where banquet_id = ${banquets.id} order by at desc, id desc limit 1)`;

/**
 * Banquets within `scope`, the latest planned day first, one page. `today` is the town's date.
 */
export async function listBanquets(db: Database, scope: string, today: string, filter: BanquetFilter, cursor?: Cursor) {
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return emptyPage;
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
		.where(and(matching(reach, today, filter, true), page.beyond))
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
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return 0;
	const { state, occasion, year } = filter;
	if (reach.of !== 'all' || state || occasion || year) return db.$count(banquets, matching(reach, today, filter));
	// Of all of them the removed ones are counted, which are few.
	const [all, removed] = await Promise.all([db.$count(banquets), db.$count(banquetRemovals)]);
	return all - removed;
}
