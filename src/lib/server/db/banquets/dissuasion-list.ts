import { and, count, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { isInLedger, isStopped } from './counted-banquets';
import { banquetRemovals, banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
import { selectShown } from './dissuasions';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { readReach, withinReach, type Reach } from '../units/scope';

/** What a list may be narrowed to. `counted` is what the figure banquets-dissuaded counts (domain `isCountedDissuasion`). */
export interface DissuasionFilter {
	state?: 'waiting' | 'confirmed' | 'counted';
	/** Of the day of the visit. */
	year?: number;
}

function matching(reach: Reach, { state, year }: DissuasionFilter): SQL | undefined {
	const bounds = year ? yearBounds(year) : undefined;
	return and(
		isInLedger(),
		isOfReach(reach),
		bounds && sql`${dissuasions.wentOn} between ${bounds.fromOn} and ${bounds.toOn}`,
		state
			? sql`${reach.of === 'few' ? sql`+` : sql``}${dissuasions.isConfirmed} = ${Number(state !== 'waiting')}`
			: undefined,
		state === 'counted' ? isStopped() : undefined
	);
}

/** Of a few units the dissuasions are found by their banquets; of many they are read in the order of the list. */
function isOfReach(reach: Reach): SQL | undefined {
	if (reach.of !== 'few') return withinReach(banquets.unitId, reach);
	return sql`${dissuasions.banquetId} in (select ${own.id} from ${banquets} as own where ${withinReach(own.unitId, reach)})`;
}

const own = alias(banquets, 'own');

/** Dissuasions within `scope`, the latest visit first, one page, of `size` rows. */
export async function listDissuasions(
	db: Database,
	scope: string,
	filter: DissuasionFilter,
	cursor?: Cursor,
	size?: number
) {
	const reach = await readReach(db, scope);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: dissuasions.wentOn, id: dissuasions.id, direction: 'descending' }, size);
	return page.take(
		await selectShown(db)
			.where(and(matching(reach, filter), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
}

/** How many dissuasions the filter leaves. */
export async function countDissuasions(db: Database, scope: string, filter: DissuasionFilter): Promise<number> {
	const reach = await readReach(db, scope);
	if (!reach) return 0;
	const { state, year } = filter;
	if (reach.of === 'all' && !year && state !== 'counted') return countAll(db, state);
	const rows = await db
		.select({ count: count() })
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.where(matching(reach, filter));
	return rows[0]?.count ?? 0;
}

/** All of them in a state, less those of banquets that were struck out, which are few. */
async function countAll(db: Database, state: DissuasionFilter['state']): Promise<number> {
	const isInState = state && eq(dissuasions.isConfirmed, state !== 'waiting');
	const [[all], [removed]] = await db.batch([
		db.select({ count: count() }).from(dissuasions).where(isInState),
		db
			.select({ count: count() })
			.from(
				sql`${banquetRemovals} cross join ${dissuasions} on ${dissuasions.banquetId} = ${banquetRemovals.banquetId}`
			)
			.where(isInState)
	]);
	return all!.count - removed!.count;
}
