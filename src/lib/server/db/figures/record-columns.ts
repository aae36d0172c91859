import { sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { units } from '../schema/units/units';

/** The kinds of records that figures are counted from. */
export const recordTypes = [
	'banquet',
	'dissuasion',
	'activity',
	'case',
	'event',
	'pledge',
	'grid',
	'grid-member',
	'birthday-list'
] as const;
export type RecordType = (typeof recordTypes)[number];

/** The columns every kind of record is shown in. */
export function recordColumns(
	type: AnySQLiteColumn | SQL,
	own: {
		id: AnySQLiteColumn;
		on: AnySQLiteColumn | SQL;
		kind: AnySQLiteColumn;
		title?: AnySQLiteColumn;
		subjectId?: AnySQLiteColumn;
		nameSealed?: AnySQLiteColumn;
		zeroMonth?: AnySQLiteColumn;
		counts?: AnySQLiteColumn | SQL;
	}
) {
	return {
		type: sql<RecordType>`${type}`.as('type'),
		id: sql<string>`${own.id}`.as('id'),
		subjectId: sql<string>`${own.subjectId ?? own.id}`.as('subject_id'),
		on: sql<string>`${own.on}`.as('on_date'),
		unitId: sql<string>`${units.id}`.as('unit_id'),
		unitName: sql<string>`${units.name}`.as('unit_name'),
		unitNameEn: sql<string | null>`${units.nameEn}`.as('unit_name_en'),
		title: sql<string>`${own.title ?? sql`''`}`.as('title'),
		kind: sql<string>`${own.kind}`.as('kind'),
		nameSealed: sql<string | null>`${own.nameSealed ?? sql`null`}`.as('name_sealed'),
		zeroMonth: sql<string | null>`${own.zeroMonth ?? sql`null`}`.as('zero_month'),
		counts: sql<number>`${own.counts ?? sql`1`}`.as('counts')
	};
}
