import { and, asc, desc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { figures } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { closings, snapshotFigures, snapshotLists, snapshots } from '../schema/reviews/closings';

export const insertSnapshot = (db: Database, row: typeof snapshots.$inferInsert): Statement =>
	db.insert(snapshots).values(row);

/** A list that is kept already is not kept twice. Not for an empty list of rows. */
export const insertSnapshotLists = (db: Database, rows: (typeof snapshotLists.$inferInsert)[]): Statement =>
	db.insert(snapshotLists).values(rows).onConflictDoNothing();

export const insertSnapshotFigures = (db: Database, rows: (typeof snapshotFigures.$inferInsert)[]): Statement =>
	db.insert(snapshotFigures).values(rows);

/** The closing of a unit's period, with its latest snapshot; null while it is open. */
export async function findLatestSnapshot(db: Database, unitId: string, { fromOn, toOn }: Period) {
	const rows = await db
		.select({ closing: closings, snapshot: snapshots })
		.from(snapshots)
		.innerJoin(closings, eq(closings.id, snapshots.closingId))
		.where(and(eq(closings.unitId, unitId), eq(closings.fromOn, fromOn), eq(closings.toOn, toOn)))
		.orderBy(desc(snapshots.number))
		.limit(1);
	return rows[0] ?? null;
}

/** The snapshots of a closing, the first one first, with who took them (name sealed). */
export async function listSnapshots(db: Database, closingId: string) {
	return db
		.select({ snapshot: snapshots, by: { id: accounts.id, nameSealed: accounts.nameSealed } })
		.from(snapshots)
		.leftJoin(accounts, eq(accounts.id, snapshots.byId))
		.where(eq(snapshots.closingId, closingId))
		.orderBy(asc(snapshots.number));
}

/**
 * The snapshots of a unit's year and its parts that changed what the public reads of it, each with its period and the reason ('' of the first of a
 * period), the first one first. One that changed no number there is not told of: it would say that a record of one or two households moved.
 */
export const listPublicSnapshots = (db: Database, unitId: string, { fromOn, toOn }: Period) =>
	db
		.select({
			number: snapshots.number,
			at: snapshots.at,
			reason: snapshots.reason,
			period: { fromOn: closings.fromOn, toOn: closings.toOn }
		})
		.from(snapshots)
		.innerJoin(closings, eq(closings.id, snapshots.closingId))
		.where(
			and(
				eq(closings.unitId, unitId),
				gte(closings.fromOn, fromOn),
				lte(closings.toOn, toOn),
				or(eq(snapshots.reason, ''), hasReleased, hasOtherWork)
			)
		)
		.orderBy(asc(snapshots.number));

/** It released something of its year; who reported is written with each snapshot, and counts where it differs from the one before. */
const hasReleased = sql`exists (select 1 from public_releases r where r.snapshot_id = ${snapshots.id}
	and r.year = cast(substr(${closings.fromOn}, 1, 4) as integer) and (r.kind <> 'ledger' or r.cells is not (
		select p.cells from public_releases p join snapshots n on n.id = p.snapshot_id
		where p.unit_id = r.unit_id and p.year = r.year and p.figure = r.figure and p.kind = 'ledger' and n.number < ${snapshots.number}
		order by n.number desc limit 1)))`;

const releasedIds = JSON.stringify(figures.filter(isReleased).map(({ id }) => id));

/** A figure of the town's own work has another number than in the snapshot of the period before it. */
const hasOtherWork = sql`exists (select 1 from snapshot_figures f left join snapshot_figures p on p.figure = f.figure and p.snapshot_id = (
		select n.id from snapshots n where n.closing_id = ${snapshots.closingId} and n.number < ${snapshots.number} order by n.number desc limit 1)
	where f.snapshot_id = ${snapshots.id} and f.value is not p.value and f.figure not in (select value from json_each(${releasedIds})))`;

export async function findSnapshot(db: Database, id: string) {
	const rows = await db
		.select({ snapshot: snapshots, closing: closings })
		.from(snapshots)
		.innerJoin(closings, eq(closings.id, snapshots.closingId))
		.where(eq(snapshots.id, id));
	return rows[0] ?? null;
}

/** All snapshots of the installation, unit by unit, in the order of their numbers: the chains. */
export async function listAllSnapshots(db: Database) {
	return db
		.select({ snapshot: snapshots, closing: closings })
		.from(snapshots)
		.innerJoin(closings, eq(closings.id, snapshots.closingId))
		.orderBy(asc(snapshots.unitId), asc(snapshots.number));
}

export async function listSnapshotFigures(db: Database, snapshotId: string) {
	return db.select().from(snapshotFigures).where(eq(snapshotFigures.snapshotId, snapshotId));
}

/** Lists of records by their hashes. */
export async function readLists(db: Database, hashes: readonly string[]): Promise<Map<string, string>> {
	if (hashes.length === 0) return new Map();
	const rows = await db
		.select()
		.from(snapshotLists)
		.where(inArray(snapshotLists.hash, [...new Set(hashes)]));
	return new Map(rows.map(({ hash, list }) => [hash, list]));
}
