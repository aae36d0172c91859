import type { Period } from '$lib/domain/calendar/reporting-period';
import type { RowTexts, RowValues } from '$lib/domain/ledgers/ledger-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import type { Decided } from '$lib/domain/ledgers/row-rules';
import type { RowReadingResult } from '$lib/server/db/ledgers/import-rows';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';

/** A row of which the cells have been read, and whose it is. */
export interface ParsedRow {
	nth: number;
	recordId: string;
	texts: RowTexts;
	values: RowValues;
	faults: CellFault[];
	/** The village or group; of a work ledger also the town. Null where none is named, or outside the town. */
	unitId: string | null;
	/** The village (or community, or the unit itself where it is none). */
	villageId: string | null;
	/** Whether its unit is there on a day: records of other days are refused by the rules of the database. */
	isThere(on: string): boolean;
}

/** What a row becomes, beside its line. */
export type RowResult<R extends object = object> = Omit<RowReadingResult, 'nth' | 'revision' | 'skip' | 'record'> & {
	record: R | null;
};

/** What a row becomes that cannot be read. */
export const refused = (faults: CellFault[]): RowResult<never> => ({
	faults,
	record: null,
	sameKey: null,
	likeKey: null,
	alsoKey: null,
	dayOn: null,
	recordLikeness: null,
	likeRecordId: null
});

/**
 * What a row becomes that may well be another case of what is on record: it is asked about, never left out. `likeKey`: rows of the file with the
 * same are alike, too. `dayOn`: YYYY-MM-DD. `recordId`: the record it is like, or null.
 */
export const askedIfAlike = <R extends object>(
	record: R,
	{ likeKey, dayOn, recordId }: { likeKey: string; dayOn: string; recordId: string | null }
): RowResult<R> => ({
	faults: [],
	record,
	sameKey: null,
	likeKey,
	dayOn,
	recordLikeness: recordId === null ? null : 'alike',
	likeRecordId: recordId
});

/** Reads rows of one ledger, some hundreds at once, each into what it becomes; `R` is what its landing takes up. */
export type ReadRows<R extends object = object> = (
	ctx: Context,
	imported: Import,
	rows: readonly ParsedRow[]
) => Promise<RowResult<R>[]>;

/** What rows say by the rules of their ledger: each its facts, or null and all that is wrong with it. */
export function decideRows<F>(rows: readonly ParsedRow[], decide: (values: RowValues) => Decided<F>) {
	return rows.map((row) => {
		// A line that says that there was none is asked about that alone.
		const isNone = row.faults.some(({ fault }) => fault === 'says-none');
		const decided = isNone ? { faults: [] } : decide(row.values);
		const faults = merge(row.faults, 'faults' in decided ? decided.faults : []);
		return { row, faults, facts: 'facts' in decided && faults.length === 0 ? decided.facts : null };
	});
}

/** A fault of a cell counts before the faults that follow from it. */
function merge(cells: readonly CellFault[], rules: readonly CellFault[]): CellFault[] {
	return [...cells, ...rules.filter(({ column }) => !cells.some((fault) => fault.column === column))];
}

/** From the earliest to the latest of some days (or months); of none, a period that holds nothing. */
export function spanOf(days: readonly string[]): Period {
	const sorted = days.toSorted();
	return { fromOn: sorted[0] ?? '', toOn: sorted.at(-1) ?? '' };
}
