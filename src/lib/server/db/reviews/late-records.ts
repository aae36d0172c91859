import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { banquets } from '../schema/banquets/banquets';
import { dissuasions } from '../schema/banquets/dissuasions';
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

/** Of what came late to a closed period the banquets, with their village: by the late record's number, for dissuasions too, of which each is about one. */
export async function listLateBanquets(db: Database, closingId: string) {
	const rows = await db
		.select({
			number: lateRecords.number,
			id: banquets.id,
			occasion: banquets.occasion,
			plannedOn: banquets.plannedOn,
			unit: unitColumns
		})
		.from(lateRecords)
		.leftJoin(dissuasions, and(eq(lateRecords.type, 'dissuasion'), eq(dissuasions.id, lateRecords.recordId)))
		.innerJoin(banquets, eq(banquets.id, sql`coalesce(${dissuasions.banquetId}, ${lateRecords.recordId})`))
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(and(eq(lateRecords.closingId, closingId), inArray(lateRecords.type, ['banquet', 'dissuasion'])));
	return new Map(rows.map(({ number, ...banquet }) => [number, banquet]));
}

/** Whether a release of the period with a reason was taken after a record came or changed. */
const isInRelease = sql<boolean>`exists (select 1 from snapshots s
	where s.closing_id = ${lateRecords.closingId} and s.at >= ${lateRecords.at} and s.reason <> '')`;

/** A late act without a reason, and how many records it added or changed in which closed periods. */
export interface UnexplainedAct {
	actId: string;
	at: number;
	verb: string;
	periods: (Period & { records: number })[];
}

/**
 * Late acts of an account without a reason, the latest first. What was struck out or undone since needs none: that has its own reason, and nothing
 * of it is left. Nor does what a later release of the period counts, for that has its reason.
 */
export async function listUnexplained(db: Database, accountId: string): Promise<UnexplainedAct[]> {
	const rows = await db.all<Omit<UnexplainedAct, 'periods'> & UnexplainedAct['periods'][number]>(sql`
		with acts as materialized (
			select audit_entries.id, verb from (select distinct act_id from late_records where by_id = ${accountId}) late_records
			join audit_entries on audit_entries.id = act_id where ${lastReason} is null),
		mine as materialized (
			select number, closing_id, type, record_id, act_id, late_records.at, verb
			from acts cross join late_records on by_id = ${accountId} and act_id = acts.id where not ${isInRelease}),
		gone as materialized (
			select closing_id, type, record_id, max(number) as last from late_records
			where change = 'removed' and closing_id in (select closing_id from mine) group by closing_id, type, record_id)
		select m.act_id as actId, m.at, m.verb, c.from_on as fromOn, c.to_on as toOn, count(distinct m.record_id) as records
		from mine m join closings c on c.id = m.closing_id
		left join gone g on g.closing_id = m.closing_id and g.type = m.type and g.record_id = m.record_id
		where g.last is null or g.last < m.number
		group by m.act_id, c.id order by m.at desc, m.act_id, c.from_on limit 200`);
	const acts = new Map<string, UnexplainedAct>();
	for (const { actId, at, verb, ...period } of rows) {
		const act = acts.get(actId) ?? { actId, at, verb, periods: [] };
		act.periods.push(period);
		acts.set(actId, act);
	}
	return [...acts.values()];
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
