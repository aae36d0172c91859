import { and, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { askFigure, partsIn, type Ask, type CountedPart } from './counted-parts';
import { answersOf, askSums, type SumRows } from './figure-sums';
import { isOn } from '../in-period';
import { emptyPage, pageFrom, type Cursor, type Page } from '../keyset';
import type { Measure } from '../rules/counted-records';
import { countedView } from '../schema/figures/figure-counts';
import { pledges } from '../schema/pledges/pledges';
import { units } from '../schema/units/units';
import { readReach, withinReach, withinUnit, type Reach } from '../units/scope';
import { wholeMonths } from './coverage';
import { zerosIn, pledgesOn, gridsOn, membersOn, type Ground } from './lasting-records';
import { recordColumns, type RecordType } from './record-columns';

/** One record behind a figure. */
export interface FigureRecord {
	type: RecordType;
	id: string;
	/** Of a dissuasion, its banquet; else the record's own id. */
	subjectId: string;
	on: string;
	unitId: string;
	unitName: string;
	unitNameEn: string | null;
	/** Its title or subject; '' for a banquet and a pledge. */
	title: string;
	/** Occasion, kind or role. */
	kind: string;
	/** A person on a grid: 'grid-members.name'. */
	nameSealed: string | null;
	/** Of a checked zero: the month (YYYY-MM) that was checked. */
	zeroMonth: string | null;
	/** What it adds to the figure: 1, or its quantity; 0 for a checked zero. */
	counts: number;
}

/** A page of the records of one figure within `scope`, the newest first, and how many there are and add up to in all. */
export async function listFigureRecords(
	db: Database,
	scope: string,
	source: FigureSource,
	period: Period,
	cursor?: Cursor
): Promise<Page<FigureRecord> & { recordCount: number; total: number }> {
	const within = await readWithin(db, scope);
	if (!within) return { ...emptyPage, recordCount: 0, total: 0 };
	const all = recordsOf(db, source, period, within).as('records');
	const page = pageFrom(cursor, { key: all.on, id: all.id, direction: 'descending' });
	const [rows, sums] = await db.batch([
		db
			.select()
			.from(all)
			.where(page.beyond)
			.orderBy(...page.orderBy)
			.limit(page.limit),
		countsKept(db, scope, source, period) ??
			db.select({ recordCount: sql<number>`count(*)`, total: sql<number>`coalesce(sum(${all.counts}), 0)` }).from(all)
	]);
	return { ...page.take(rows), ...sumsOf(sums) };
}

/** Where records are looked for: `reach` tells a list how it finds its page without reading all of them. */
export interface Within {
	scope: string;
	reach?: Reach;
}

/** How a list looks for records within `scope`, none of them of former units; null where there is no such unit. */
export async function readWithin(db: Database, scope: string): Promise<Within | null> {
	const reach = await readReach(db, scope);
	return reach && { scope, reach: { unitId: reach.unitId, of: reach.of } };
}

/** The records of a figure, as a query to list or to count from. */
export function recordsOf(db: Database, source: FigureSource, period: Period, within: Within) {
	const ground = groundOf(within);
	switch (source.from) {
		case 'complaints':
			return unionAll(countedPart(db, complaints, period, ground), zerosIn(db, period, ground));
		case 'pledges-in-force':
			return pledgesOn(db, period, ground);
		case 'pledges-signed':
			return pledgesOn(db, period, ground, isOn(pledges.signedOn, period));
		case 'grids':
			return gridsOn(db, period.toOn, ground);
		case 'grid-members':
			return membersOn(db, period.toOn, source.role, ground);
		default: {
			const [first, second] = partsIn(source, period)!.map((part) => countedPart(db, part, period, ground));
			return second ? unionAll(first!, second) : first!;
		}
	}
}

/** A list finds its records by their day, and then the unit of each: `+` keeps SQLite from beginning with units. */
const groundOf = ({ scope, reach }: Within): Ground =>
	reach
		? { within: (unit) => withinReach(unit, reach), of: (unit) => sql`+${unit}` }
		: { within: (unit) => withinUnit(unit, scope), of: (unit) => unit };

const complaints: CountedPart = { measure: 'activities', kinds: ['complaint'], by: 'records' };

/** Of these a list has one line an event, which says how many, and never who. */
const listedBySum: readonly Measure[] = ['birthday-guests', 'first-time-donors', 'repeat-donors'];

function countedPart(
	db: Database,
	{ measure, kinds, kindsOn, topic, by }: CountedPart,
	period: Period,
	{ within, of }: Ground
) {
	const view = countedView(measure);
	const isSumOfMany = listedBySum.includes(measure);
	return db
		.select(
			recordColumns(view.type, {
				id: view.recordId,
				subjectId: view.subjectId,
				on: view.onDate,
				kind: view.kind,
				title: view.title,
				counts: isSumOfMany ? sql`sum(${view.adds})` : by === 'adds' ? view.adds : sql`1`
			})
		)
		.from(view)
		.innerJoin(units, eq(units.id, of(view.unitId)))
		.where(
			and(
				isOn(view.onDate, period),
				kinds && inArray(view.kind, [...kinds]),
				kindsOn && isOn(view.kind, kindsOn),
				topic === undefined ? undefined : eq(view.topic, topic),
				within(view.unitId)
			)
		)
		.groupBy(...(isSumOfMany ? [view.recordId] : []));
}

/** How many records a list has and what they add up to, from the kept counts; null where these do not count its lines. */
function countsKept(db: Database, scope: string, source: FigureSource, period: Period) {
	const total = askFigure(source, period);
	if (total.of.some(({ measure }) => listedBySum.includes(measure))) return null;
	const records: Ask = { ...total, of: total.of.map((part) => ({ ...part, by: 'records' })) };
	// Checked zeros of complaints are listed too, and add nothing.
	const zeros: Ask = {
		of: [{ measure: 'checked-zeros', kinds: ['complaint'], by: 'records' }],
		period: wholeMonths(period)
	};
	return askSums(db, [scope], source.from === 'complaints' ? [total, records, zeros] : [total, records]);
}

function sumsOf(rows: SumRows | { recordCount: number; total: number }[]) {
	const [row] = rows;
	if (!row || !('answers' in row)) return row!;
	const [total, ...records] = [...answersOf([row]).values()][0] as [number, ...number[]];
	return { total, recordCount: records.reduce((sum, count) => sum + count, 0) };
}
