import { and, count, eq, inArray, isNotNull, isNull, notInArray, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { isStopped, banquetsWithin } from './counted-banquets';
import { accounts } from '../schema/people/accounts';
import { banquetVisits } from '../schema/banquets/banquet-acts';
import { banquetOutcomes, banquets, dissuasionConfirmations, dissuasions } from '../schema/banquets/banquets';
import { units } from '../schema/units/units';

type Statement = BatchItem<'sqlite'>;
export type Dissuasion = typeof dissuasions.$inferSelect;

/** A dissuasion with the number of its visits and the day of the last, counted from their rows: put those in first. */
export function insertDissuasion(
	db: Database,
	dissuasion: Omit<typeof dissuasions.$inferInsert, 'visits' | 'wentOn'>
): Statement {
	const ofVisits = sql`from ${banquetVisits} where ${banquetVisits.banquetId} = ${dissuasion.banquetId}`;
	return db.insert(dissuasions).values({
		...dissuasion,
		visits: sql`(select count(*) ${ofVisits})`,
		wentOn: sql`(select max(${banquetVisits.wentOn}) ${ofVisits})`
	});
}

export function insertConfirmation(db: Database, dissuasionId: string, at: number, byId: string): Statement {
	return db.insert(dissuasionConfirmations).values({ dissuasionId, at, byId });
}

/**
 * A dissuasion as corrected by `byId`, who now answers for it: an earlier confirmation ends. Its day is that of the
 * last visit; `wentOn` counts where visits have no rows.
 */
export function updateDissuasion(
	db: Database,
	{ id, banquetId }: Pick<Dissuasion, 'id' | 'banquetId'>,
	{ wentOn, ...changes }: Pick<Dissuasion, 'wentOn' | 'outcome' | 'note' | 'byId'>
): Statement[] {
	const lastVisit = sql`select max(went_on) from ${banquetVisits} where banquet_id = ${banquetId}`;
	return [
		db.delete(dissuasionConfirmations).where(eq(dissuasionConfirmations.dissuasionId, id)),
		db
			.update(dissuasions)
			.set({ ...changes, wentOn: sql`coalesce((${lastVisit}), ${wentOn})` })
			.where(eq(dissuasions.id, id))
	];
}

/**
 * Turns a dissuasion of this banquet that claims anything but `agreeing` into `to`, by `byId`: its confirmation ends.
 * Nothing happens where it agrees, or where there is none.
 */
export function turnDissuasion(
	db: Database,
	{
		banquetId,
		agreeing,
		to,
		byId
	}: { banquetId: string; agreeing: readonly DissuasionOutcome[]; to: DissuasionOutcome; byId: string | null }
): Statement[] {
	const isContradicted = and(eq(dissuasions.banquetId, banquetId), notInArray(dissuasions.outcome, [...agreeing]));
	const contradicted = db.select({ id: dissuasions.id }).from(dissuasions).where(isContradicted);
	return [
		db.delete(dissuasionConfirmations).where(inArray(dissuasionConfirmations.dissuasionId, contradicted)),
		db
			.update(dissuasions)
			.set(byId === null ? { outcome: to } : { outcome: to, byId })
			.where(isContradicted)
	];
}

const recorder = alias(accounts, 'recorder');
const confirmer = alias(accounts, 'confirmer');

const shown = {
	dissuasion: dissuasions,
	banquet: {
		id: banquets.id,
		unitId: banquets.unitId,
		occasion: banquets.occasion,
		plannedOn: banquets.plannedOn,
		tablesPlanned: banquets.tablesPlanned,
		hostNameSealed: banquets.hostNameSealed,
		isRemoved: banquets.isRemoved
	},
	banquetOutcome: banquetOutcomes.outcome,
	unitName: units.name,
	unitNameEn: units.nameEn,
	confirmedAt: dissuasionConfirmations.at,
	recorder: { id: recorder.id, nameSealed: recorder.nameSealed },
	confirmer: { id: confirmer.id, nameSealed: confirmer.nameSealed }
};

function selectShown(db: Database) {
	return db
		.select(shown)
		.from(dissuasions)
		.innerJoin(banquets, eq(banquets.id, dissuasions.banquetId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.innerJoin(recorder, eq(recorder.id, dissuasions.byId))
		.leftJoin(dissuasionConfirmations, eq(dissuasionConfirmations.dissuasionId, dissuasions.id))
		.leftJoin(confirmer, eq(confirmer.id, dissuasionConfirmations.byId));
}

/** A dissuasion with its banquet, who recorded and who confirmed it; null when there is none. */
export async function findDissuasion(db: Database, id: string) {
	const rows = await selectShown(db).where(eq(dissuasions.id, id));
	return rows[0] ?? null;
}

/** The one dissuasion of a banquet, if any. */
export async function findDissuasionOfBanquet(db: Database, banquetId: string) {
	const rows = await selectShown(db).where(eq(dissuasions.banquetId, banquetId));
	return rows[0] ?? null;
}

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
