import { and, asc, eq, sql } from 'drizzle-orm';
import type { CaseKind, CaseLevel } from '$lib/domain/cases/case';
import type { Database } from '../client';
import { caseRemovals, cases, caseSettlements } from '../schema/cases/cases';
import { isStruckOut } from '../struck-out';
import { withinReach, withinUnit } from '../units/scope';
import type { Statement } from '../statement';
import { hasOwnAct, type WorkedOn } from './imported-records';
import type { Slice } from './import-progress';
import { beyond, inSlices, ofYear, sliceSize, type Narrowed } from './in-slices';
import {
	byDefault,
	constant,
	fieldOf,
	insertFrom,
	newRows,
	newRowsInOrder,
	recordId,
	stamped,
	type Stamp
} from './landing';
import type { Undo } from './undoing';

/** What a draft keeps of a case; of an open one no settlement. */
export interface CaseRecord {
	unitId: string;
	kind: CaseKind;
	level: CaseLevel;
	receivedOn: string;
	dueOn: string | null;
	matterSealed: string;
	settledOn: string | null;
	resultSealed: string;
}

/** The new rows become cases, and those that say so are settled. */
export function landCases(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const own = fieldOf<CaseRecord>();
	const one = {
		id: recordId,
		unitId: own('unitId'),
		kind: own('kind'),
		level: own('level'),
		receivedOn: own('receivedOn'),
		dueOn: own('dueOn'),
		matterSealed: own('matterSealed'),
		settledOn: byDefault,
		isRemoved: byDefault,
		...stamped(stamp)
	} as const;
	const settlement = {
		caseId: recordId,
		settledOn: own('settledOn') as ReturnType<typeof sql<string>>,
		resultSealed: own('resultSealed'),
		...stamped(stamp)
	};
	return [
		insertFrom(db, cases, one, newRowsInOrder(slice)),
		insertFrom(db, caseSettlements, settlement, sql`${newRows(slice)} and ${own('settledOn')} is not null`)
	];
}

export const casesWorkedOn: WorkedOn = hasOwnAct('case');

/** Strikes cases out. */
export function removeCases(db: Database, { reason, ids, ...stamp }: Undo): Statement[] {
	const removal = { caseId: sql<string>`record_id`, reason: constant(reason), ...stamped(stamp) };
	return [insertFrom(db, caseRemovals, removal, sql`(${ids})`)];
}

/** Cases in force that were received on these days. */
export const listCasesOn = (db: Database, scope: string, days: readonly string[]) =>
	db
		.select()
		.from(cases)
		.where(
			and(
				withinUnit(cases.unitId, scope),
				isStruckOut(cases.isRemoved, false),
				sql`${cases.receivedOn} in (select value from json_each(${JSON.stringify(days)}))`
			)
		);

/** Cases that were not removed with what came of them, by the day they were received on. */
export const eachCase = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({ key: cases.receivedOn, id: cases.id, case: cases, settlement: caseSettlements })
			.from(cases)
			.leftJoin(caseSettlements, eq(caseSettlements.caseId, cases.id))
			.where(
				and(
					// `+`: found by the day and not by being in force, the rows are in order.
					sql`+${cases.isRemoved} = 0`,
					withinReach(cases.unitId, reach),
					ofYear(cases.receivedOn, year),
					beyond(cases.receivedOn, cases.id, after)
				)
			)
			.orderBy(asc(cases.receivedOn), asc(cases.id))
			.limit(sliceSize)
	);
