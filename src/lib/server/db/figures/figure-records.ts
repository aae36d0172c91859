import { and, eq, inArray, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { FigureSource } from '$lib/domain/figures/figure';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { partsOf, type CountedPart } from './counted-parts';
import { isOn } from '../in-period';
import { pageFrom, type Cursor, type Page } from '../keyset';
import { countedView } from '../schema/figures/figure-counts';
import { pledges } from '../schema/pledges/pledges';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { zerosIn, pledgesOn, gridsOn, membersOn } from './lasting-records';
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
	const all = recordsOf(db, scope, source, period).as('records');
	const page = pageFrom(cursor, { key: all.on, id: all.id, direction: 'descending' });
	const [rows, sums] = await db.batch([
		db
			.select()
			.from(all)
			.where(page.beyond)
			.orderBy(...page.orderBy)
			.limit(page.limit),
		db.select({ recordCount: sql<number>`count(*)`, total: sql<number>`coalesce(sum(${all.counts}), 0)` }).from(all)
	]);
	return { ...page.take(rows), ...sums[0]! };
}

/** The records of a figure within `scope`, as a query to list or to count from. */
export function recordsOf(db: Database, scope: string, source: FigureSource, period: Period) {
	switch (source.from) {
		case 'complaints':
			return unionAll(countedPart(db, scope, complaints, period), zerosIn(db, scope, period));
		case 'pledges-in-force':
			return pledgesOn(db, scope, period);
		case 'pledges-signed':
			return pledgesOn(db, scope, period, isOn(pledges.signedOn, period));
		case 'grids':
			return gridsOn(db, scope, period.toOn);
		case 'grid-members':
			return membersOn(db, scope, period.toOn, source.role);
		default: {
			const [first, second] = partsOf(source)!.map((part) => countedPart(db, scope, part, period));
			return second ? unionAll(first!, second) : first!;
		}
	}
}

const complaints: CountedPart = { measure: 'activities', kinds: ['complaint'], by: 'records' };

/** Of a list of guests or of donors, one line an event: how many; never who. */
function countedPart(db: Database, scope: string, { measure, kinds, topic, by }: CountedPart, period: Period) {
	const view = countedView(measure);
	const isSumOfMany = measure === 'birthday-guests' || measure === 'first-time-donors' || measure === 'repeat-donors';
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
		.innerJoin(units, eq(units.id, view.unitId))
		.where(
			and(
				isOn(view.onDate, period),
				kinds && inArray(view.kind, [...kinds]),
				topic === undefined ? undefined : eq(view.topic, topic),
				withinUnit(view.unitId, scope)
			)
		)
		.groupBy(...(isSumOfMany ? [view.recordId] : []));
}
