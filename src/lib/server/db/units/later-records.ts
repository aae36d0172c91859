// What was recorded of units for a day or later, as a merger or a split on that day asks of it and moves it.
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { datedRecords, isAfter, ofRow, type DatedKind, type DatedRecord } from '../rules/dated-records';
import type { Statement } from '../statement';
import { movedFrom, type Moves } from './successions';

/** A kind of record that a merger or a split of a past day looks for. An elder has no day: one that was entered since then. */
export type LaterKind = DatedKind | 'elders';

export interface LaterRecords {
	kind: LaterKind;
	unitId: string;
	records: number;
}

/** How many records these units themselves have for `fromOn` or later, by kind and unit; none of a kind that has none. */
export async function listLaterRecords(
	db: Database,
	unitIds: readonly string[],
	fromOn: string
): Promise<LaterRecords[]> {
	const elders: DatedRecord = {
		...{ kind: 'elders', table: 'elders', unit: 'unit_id', day: '@.at', isInstant: true },
		...{ where: '@.is_gone = 0', dayColumns: [] }
	};
	const counts = [...datedRecords, elders].map((record) => {
		const unit = sql.raw(`r.${record.unit}`);
		return sql`select ${record.kind} as kind, ${unit} as unitId, count(*) as records from ${sql.raw(record.table)} r
			where ${unit} in (select value from json_each(${JSON.stringify(unitIds)})) and ${isFrom(record, 'r', fromOn)} group by 2`;
	});
	return db.all<LaterRecords>(sql.join(counts, sql` union all `));
}

/** Records of a kind for `fromOn` or later go over to the unit that theirs becomes. Not those with more than a unit to change. */
export function updateUnitsOfLater(
	db: Database,
	kind: Exclude<DatedKind, 'zeros' | 'banquets' | 'tasks'>,
	{ moves, fromOn }: { moves: Moves; fromOn: string }
): Statement {
	const record: DatedRecord = datedRecords.find((one) => one.kind === kind)!;
	const { table, unit } = record;
	return db.run(sql`update ${sql.raw(table)} set ${sql.raw(unit)} = ${movedFrom(`${table}.${unit}`, moves)}
		where ${sql.raw(unit)} in (select value from json_each(${JSON.stringify([...moves.keys()])}))
			and ${isFrom(record, table, fromOn)}`);
}

/** The ids of records of a kind for `fromOn` or later, of these units themselves. */
export const idsOfLater = (kind: DatedKind, unitIds: readonly string[], fromOn: string): SQL => {
	const record: DatedRecord = datedRecords.find((one) => one.kind === kind)!;
	return sql`(select r.id from ${sql.raw(record.table)} r where ${sql.raw(`r.${record.unit}`)}
		in (select value from json_each(${JSON.stringify(unitIds)})) and ${isFrom(record, 'r', fromOn)})`;
};

/** True for a record of `fromOn` or later that its kind counts. */
function isFrom(record: DatedRecord, row: string, fromOn: string): SQL {
	const [before, after] = ofRow(isAfter(record, '?'), row).split('?');
	const day = sql`${sql.raw(before!)}date(${fromOn}, '-1 day')${sql.raw(after ?? '')}`;
	return record.where ? sql`${sql.raw(ofRow(record.where, row))} and ${day}` : day;
}
