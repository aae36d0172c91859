import { and, asc, desc, eq, gte, inArray, lte, ne } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
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

/** The snapshots of a unit's year and its parts that were taken again, each with its period and the reason, the first one first. */
export const listRetakenSnapshots = (db: Database, unitId: string, { fromOn, toOn }: Period) =>
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
			and(eq(closings.unitId, unitId), gte(closings.fromOn, fromOn), lte(closings.toOn, toOn), ne(snapshots.reason, ''))
		)
		.orderBy(asc(snapshots.number));

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
