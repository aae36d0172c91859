import { and, asc, desc, eq, gte, sql } from 'drizzle-orm';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Figure, FigureId, FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { readWithin, recordsOf, type Within } from '../figures/figure-records';
import { auditEntries } from '../schema/audit/audit';
import { importProgress } from '../schema/ledgers/import-progress';
import { closings, snapshots } from '../schema/reviews/closings';
import { units } from '../schema/units/units';
import { aboveUnit } from '../units/scope';

export type Closing = typeof closings.$inferSelect;

export const insertClosing = (db: Database, row: typeof closings.$inferInsert): Statement =>
	db.insert(closings).values(row);

/**
 * What a snapshot must know before it counts: how many acts there were, whether one of them still goes on (an import that is being written or
 * undone, slice by slice), and the unit's last snapshot.
 */
export async function readBeforeSnapshot(db: Database, unitId: string) {
	const [acts, goingOn, last] = await db.batch([
		db.select({ seen: sql<number>`coalesce(max(rowid), 0)` }).from(auditEntries),
		db.select({ id: importProgress.importId }).from(importProgress).limit(1),
		db
			.select({ number: snapshots.number, hash: snapshots.hash })
			.from(snapshots)
			.where(eq(snapshots.unitId, unitId))
			.orderBy(desc(snapshots.number))
			.limit(1)
	]);
	return {
		seenActs: acts[0]!.seen,
		isActGoingOn: goingOn.length > 0,
		number: last[0]?.number ?? 0,
		hash: last[0]?.hash ?? ''
	};
}

/**
 * The records behind every figure of a period within `scope`, in two round trips: how many, and the text that is hashed. It has a line each: type,
 * id, day and count parted by tabs, in the order of their bytes. The database writes it, for a year of a town has hundreds of thousands.
 */
export async function writeRecordLists(
	db: Database,
	{ figures, scope, period }: { figures: readonly Figure[]; scope: string; period: Period }
): Promise<Map<FigureId, { list: string; recordCount: number }>> {
	const within = await readWithin(db, scope);
	if (!within) return new Map();
	const [first, ...rest] = figures.map(({ source }) => recordList(db, source, period, within));
	const answers = await db.batch([first!, ...rest]);
	return new Map(figures.map(({ id }, at) => [id, answers[at]![0]!]));
}

function recordList(db: Database, ...asked: [FigureSource, Period, Within]) {
	const all = recordsOf(db, ...asked).as('records');
	const { type, id, on, counts } = all;
	const line = sql<string>`${type} || char(9) || ${id} || char(9) || ${on} || char(9) || ${counts} || char(10)`.as(
		'line'
	);
	// The order of a subquery holds for group_concat. A libSQL server does not read an ORDER BY within it.
	const lines = db
		.select({ line })
		.from(all)
		.orderBy(sql`line`)
		.as('lines');
	const list = sql<string>`coalesce(group_concat(${lines.line}, ''), '')`;
	return db.select({ list, recordCount: sql<number>`count(*)` }).from(lines);
}

/** The records behind one figure. */
export function countedRecords(db: Database, ...asked: [FigureSource, Period, Within]) {
	const all = recordsOf(db, ...asked).as('records');
	return db.select({ type: sql<string>`${all.type}`, id: all.id, on: all.on, counts: all.counts }).from(all);
}

/** The unit that a row names. */
export const unitColumns = { id: units.id, name: units.name, nameEn: units.nameEn };

export async function findClosing(db: Database, id: string) {
	const rows = await db
		.select({ closing: closings, unit: unitColumns })
		.from(closings)
		.innerJoin(units, eq(units.id, closings.unitId))
		.where(eq(closings.id, id));
	return rows[0] ?? null;
}

/** Every closed period of the unit and of those above it, the latest first: its snapshots so far, and the records that came late or changed since the last one, but for those that went again. */
export async function listClosings(db: Database, unitId: string) {
	return db
		.select({
			closing: closings,
			latest: sql<number>`(select max(s.number) from snapshots s where s.closing_id = ${closings}.id)`,
			snapshots: sql<number>`(select count(*) from snapshots s where s.closing_id = ${closings}.id)`,
			late: sql<number>`(select count(*) from (select 1 from late_records l where l.closing_id = ${closings}.id
				and l.at >= (select max(s.at) from snapshots s where s.closing_id = ${closings}.id)
				group by l.type, l.record_id having not (max(l.change = 'added') and max(l.change = 'removed'))))`
		})
		.from(closings)
		.where(aboveUnit(closings.unitId, unitId))
		.orderBy(desc(closings.toOn), asc(closings.fromOn));
}

/** Whether the last month of a year, or one after it, is closed for a unit or one above it: then the tables of the year are published. */
export async function isYearClosed(db: Database, unitId: string, year: number): Promise<boolean> {
	const rows = await db
		.select({ id: closings.id })
		.from(closings)
		.where(and(gte(closings.toOn, yearBounds(year).toOn), aboveUnit(closings.unitId, unitId)))
		.limit(1);
	return rows.length > 0;
}
