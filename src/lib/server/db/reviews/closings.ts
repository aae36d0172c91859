import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { figures, type FigureId, type FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { CountedRecord } from '$lib/domain/reviews/snapshot';
import type { Database } from '../client';
import { recordsOf } from '../figures/figure-records';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import {
	closings,
	lateReasons,
	lateRecords,
	snapshotFigures,
	snapshotLists,
	snapshots
} from '../schema/reviews/closings';
import { units } from '../schema/units/units';

type Statement = BatchItem<'sqlite'>;
export type Closing = typeof closings.$inferSelect;

export const insertClosing = (db: Database, row: typeof closings.$inferInsert): Statement =>
	db.insert(closings).values(row);

export const insertSnapshot = (db: Database, row: typeof snapshots.$inferInsert): Statement =>
	db.insert(snapshots).values(row);

/** A list that is kept already is not kept twice. Not for an empty list of rows. */
export const insertSnapshotLists = (db: Database, rows: (typeof snapshotLists.$inferInsert)[]): Statement =>
	db.insert(snapshotLists).values(rows).onConflictDoNothing();

export const insertSnapshotFigures = (db: Database, rows: (typeof snapshotFigures.$inferInsert)[]): Statement =>
	db.insert(snapshotFigures).values(rows);

export const insertLateReason = (db: Database, row: typeof lateReasons.$inferInsert): Statement =>
	db.insert(lateReasons).values(row);

/** What a snapshot must know before it counts: how many acts there were, and the unit's last snapshot. */
export async function readBeforeSnapshot(db: Database, unitId: string) {
	const [acts, last] = await db.batch([
		db.select({ seen: sql<number>`coalesce(max(rowid), 0)` }).from(auditEntries),
		db
			.select({ number: snapshots.number, hash: snapshots.hash })
			.from(snapshots)
			.where(eq(snapshots.unitId, unitId))
			.orderBy(desc(snapshots.number))
			.limit(1)
	]);
	return { seenActs: acts[0]!.seen, number: last[0]?.number ?? 0, hash: last[0]?.hash ?? '' };
}

/** The records behind every figure of a period within `scope`, in one round trip. */
export async function listCountedRecords(
	db: Database,
	scope: string,
	period: Period
): Promise<Map<FigureId, CountedRecord[]>> {
	const [first, ...rest] = figures.map(({ source }) => countedRecords(db, scope, source as FigureSource, period));
	const answers = await db.batch([first!, ...rest]);
	return new Map(figures.map(({ id }, at) => [id, answers[at]!]));
}

/** The records behind one figure. */
export function countedRecords(db: Database, scope: string, source: FigureSource, period: Period) {
	const all = recordsOf(db, scope, source, period).as('records');
	return db.select({ type: sql<string>`${all.type}`, id: all.id, on: all.on, counts: all.counts }).from(all);
}

const unitColumns = { id: units.id, name: units.name, nameEn: units.nameEn };

export async function findClosing(db: Database, id: string) {
	const rows = await db
		.select({ closing: closings, unit: unitColumns })
		.from(closings)
		.innerJoin(units, eq(units.id, closings.unitId))
		.where(eq(closings.id, id));
	return rows[0] ?? null;
}

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

/** Every closed period of the unit and of those above it, the latest first: its snapshots so far, and late records since the last one. */
export async function listClosings(db: Database, unitId: string) {
	return db
		.select({
			closing: closings,
			latest: sql<number>`(select max(s.number) from snapshots s where s.closing_id = ${closings}.id)`,
			snapshots: sql<number>`(select count(*) from snapshots s where s.closing_id = ${closings}.id)`,
			late: sql<number>`(select count(*) from late_records l where l.closing_id = ${closings}.id
				and l.at >= (select max(s.at) from snapshots s where s.closing_id = ${closings}.id))`
		})
		.from(closings)
		.where(sql`${closings.unitId} in (select ancestor_id from unit_closure where descendant_id = ${unitId})`)
		.orderBy(desc(closings.toOn), asc(closings.fromOn));
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

const lastReason = sql<string | null>`coalesce(
	(select r.reason from late_reasons r where r.act_id = ${lateRecords.actId} order by r.at desc, r.id desc limit 1),
	${auditEntries.reason}, json_extract(${auditEntries.detail}, '$.reason'))`;

const lateColumns = {
	number: lateRecords.number,
	type: lateRecords.type,
	recordId: lateRecords.recordId,
	on: lateRecords.onDate,
	change: lateRecords.change,
	actId: lateRecords.actId,
	at: lateRecords.at,
	verb: auditEntries.verb,
	reason: lastReason,
	unit: unitColumns,
	by: { id: accounts.id, nameSealed: accounts.nameSealed }
};

const late = (db: Database) =>
	db
		.select({ ...lateColumns, closingId: lateRecords.closingId })
		.from(lateRecords)
		.leftJoin(auditEntries, eq(auditEntries.id, lateRecords.actId))
		.leftJoin(units, eq(units.id, auditEntries.unitId))
		.leftJoin(accounts, eq(accounts.id, lateRecords.byId));

export type LateRecord = Awaited<ReturnType<typeof listLateRecords>>[number];

/** What came late to a closed period, the latest first. */
export async function listLateRecords(db: Database, closingId: string) {
	return late(db).where(eq(lateRecords.closingId, closingId)).orderBy(desc(lateRecords.number));
}

/** Late acts of an account without a reason, each once, with one of its closed periods. */
export async function listUnexplained(db: Database, accountId: string) {
	return db
		.select({
			actId: lateRecords.actId,
			at: lateRecords.at,
			closing: closings,
			records: sql<number>`count(distinct ${lateRecords.recordId})`
		})
		.from(lateRecords)
		.innerJoin(closings, eq(closings.id, lateRecords.closingId))
		.innerJoin(auditEntries, eq(auditEntries.id, lateRecords.actId))
		.where(and(eq(lateRecords.byId, accountId), isNotNull(lateRecords.actId), isNull(lastReason)))
		.groupBy(lateRecords.actId)
		.orderBy(desc(lateRecords.number))
		.limit(50);
}

/** A late act: who did it, and the units whose periods it changed; null when it is none. */
export async function findLateAct(db: Database, actId: string) {
	const rows = await db
		.select({ byId: lateRecords.byId, unitId: closings.unitId })
		.from(lateRecords)
		.innerJoin(closings, eq(closings.id, lateRecords.closingId))
		.where(eq(lateRecords.actId, actId));
	return rows.length > 0 ? { byId: rows[0]!.byId, unitIds: rows.map(({ unitId }) => unitId) } : null;
}
