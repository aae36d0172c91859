import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DissuasionOutcome } from '$lib/domain/banquets/dissuasion';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { banquetVisits } from '../schema/banquets/banquet-acts';
import { banquetOutcomes, banquets } from '../schema/banquets/banquets';
import { dissuasionConfirmations, dissuasions } from '../schema/banquets/dissuasions';
import { units } from '../schema/units/units';

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

/** Dissuasions with their banquet, unit, recorder and confirmation, as lists and pages show them. */
export function selectShown(db: Database) {
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
