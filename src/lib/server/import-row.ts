import type { CellFault, RowValues } from '$lib/domain/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledger';
import type { Context } from './context';
import type { Import, RowReadingResult } from './db/imports';

/** A row of which the cells have been read, and whose it is. */
export interface ParsedRow {
	nth: number;
	recordId: string;
	texts: Partial<Record<LedgerColumn, string>>;
	values: RowValues;
	faults: CellFault[];
	/** The village or group; of a work ledger also the town. Null where none is named, or outside the town. */
	unitId: string | null;
	/** The village (or community, or the unit itself where it is none). */
	villageId: string | null;
}

/** What a row becomes, beside its line. */
export type RowResult = Omit<RowReadingResult, 'nth' | 'revision' | 'skip'>;

export const refused = (faults: CellFault[]): RowResult => ({
	...{ faults, record: null, sameKey: null, likeKey: null, dayOn: null, recordLikeness: null, likeRecordId: null }
});

/** Reads rows of one ledger, some hundreds at once, each into what it becomes. */
export type ReadRows = (ctx: Context, imported: Import, rows: readonly ParsedRow[]) => Promise<RowResult[]>;

/** What a cell says counts before what is missing because of it. */
export function merge(cells: readonly CellFault[], rules: readonly CellFault[]): CellFault[] {
	return [...cells, ...rules.filter(({ column }) => !cells.some((fault) => fault.column === column))];
}
