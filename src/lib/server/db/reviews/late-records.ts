import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import { closings } from '../schema/reviews/closings';
import { lateReasons, lateRecords } from '../schema/reviews/late-records';
import { units } from '../schema/units/units';
import { unitColumns } from './closings';

export const insertLateReason = (db: Database, row: typeof lateReasons.$inferInsert): Statement =>
	db.insert(lateReasons).values(row);

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
