import type { CellValue } from '$lib/domain/ledgers/ledger-cell';
import type { RowValues } from '$lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { RecordId, WorkedOn } from '$lib/server/db/ledgers/imported-records';
import type { Slice } from '$lib/server/db/ledgers/import-progress';
import type { Stamp } from '$lib/server/db/ledgers/landing';
import type { InSlice, Undo } from '$lib/server/db/ledgers/undoing';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import type { ListRows } from './export-row';
import type { ReadRows } from './import-row';
import type { NowNamed } from './row-units';

/** A cell of the file (or its correction), and what was read there; null: nothing was. */
export interface ShownCell {
	column: LedgerColumn;
	text: string;
	value: CellValue | null;
	/** The cell is blank: what other cells of its row mean for it. */
	isInferred?: true;
	/** Of a unit: what its ground is called today, where the cell has an old name. */
	now?: NowNamed;
}

/** A record as cells of its ledger, and its page if it has one. */
export interface ShownRecord {
	href: string | null;
	cells: ShownCell[];
}

/** What the service does for one ledger. */
export interface LedgerService {
	/** Reads rows of a file into the records they become. */
	read: ReadRows;
	/** What a row means in columns that it leaves blank, as far as that decides what it counts as. */
	infer?(values: RowValues): Partial<Record<LedgerColumn, CellValue | null>>;
	/** A record that a row is like; null when there is none. */
	show(ctx: Context, recordId: string): Promise<ShownRecord | null>;
	/** Makes records of the new rows of a slice. */
	land(ctx: Context, slice: Slice, stamp: Stamp): Statements | Promise<Statements>;
	/** The record's id, where it is not the row's own. */
	recordId?: RecordId;
	/** Such an import is committed and undone in one slice. */
	isWhole?: true;
	/** Which records are undone with a slice, where not each by itself. */
	inSlice?: InSlice;
	/** Whether a record was worked on since its import. */
	workedOn: WorkedOn;
	/** Takes records of a slice out again; `actId` is the act that does it. */
	remove(ctx: Context, undo: Undo & { actId: string }): Statements | Promise<Statements>;
	/** The ledger's rows as it goes out. */
	rows: ListRows;
}

/** Cells of a record, in their order; those without a value are left out. */
export const cellsOf = (values: Partial<Record<LedgerColumn, CellValue | null>>): ShownCell[] =>
	(Object.entries(values) as [LedgerColumn, CellValue | null | undefined][]).flatMap(([column, value]) =>
		value === null || value === undefined || value === '' ? [] : [{ column, text: '', value }]
	);
