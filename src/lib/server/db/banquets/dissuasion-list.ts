import { and, count, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { isStopped, banquetsWithin } from './counted-banquets';
import { banquets } from '../schema/banquets/banquets';
import { dissuasionConfirmations, dissuasions } from '../schema/banquets/dissuasions';
import { selectShown } from './dissuasions';
import { pageFrom, type Cursor } from '../keyset';

/** What a list may be narrowed to. `counted` is what the figure banquets-dissuaded counts (domain `isCountedDissuasion`). */
export interface DissuasionFilter {
	state?: 'waiting' | 'confirmed' | 'counted';
	/** Of the day of the visit. */
	year?: number;
}

function matching(scope: string, { state, year }: DissuasionFilter): SQL | undefined {
	const bounds = year ? yearBounds(year) : undefined;
	return and(
		banquetsWithin(scope),
		bounds && sql`${dissuasions.wentOn} between ${bounds.fromOn} and ${bounds.toOn}`,
		state === 'waiting' ? isNull(dissuasionConfirmations.at) : undefined,
		state === 'confirmed' ? isNotNull(dissuasionConfirmations.at) : undefined,
		state === 'counted' ? isStopped() : undefined
	);
}

/** Dissuasions within `scope`, the latest visit first, one page. */
export async function listDissuasions(db: Database, scope: string, filter: DissuasionFilter, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: dissuasions.wentOn, id: dissuasions.id, direction: 'descending' });
	return page.take(
		await selectShown(db)
			.where(and(matching(scope, filter), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
}

/** How many dissuasions the filter leaves. */
export async function countDissuasions(db: Database, scope: string, filter: DissuasionFilter): Promise<number> {
	const rows = await db
		.select({ count: count() })
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.leftJoin(dissuasionConfirmations, eq(dissuasionConfirmations.dissuasionId, dissuasions.id))
		.where(matching(scope, filter));
	return rows[0]?.count ?? 0;
}
