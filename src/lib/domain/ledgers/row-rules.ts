import type { RowValues } from './ledger-row';
import type { CellFault, RowFault } from './row-faults';
import { columnFacts, type LedgerColumn } from './ledgers';

/** Either what a row says, all of it, or what is wrong with it. */
export type Decided<F> = { facts: F } | { faults: CellFault[] };

/** The values of a row whose columns are read as texts: names, days, values of closed lists. */
export type RowStrings = Partial<Record<LedgerColumn, string>>;

export interface Day {
	/** The town's day. */
	today: string;
	/** How many days ahead a banquet may be planned. */
	farthestDays: number;
}

/** Whether a day of a row is before another. A day that the row does not have is neither before nor after any. */
export const isBefore = (one: string | null | undefined, other: string | null | undefined): boolean => one! < other!;

/**
 * Collects what is wrong, so that a row says all of it at once: `refuse` a cell, with the other cells that this rests on; `need` all of some columns,
 * but for those that name its unit, which is found by itself.
 */
export function collect() {
	const faults: CellFault[] = [];
	const refuse = (column: LedgerColumn, fault: RowFault, ...others: LedgerColumn[]) =>
		void faults.push({ column, fault, ...(others.length > 0 && { with: others }) });
	const need = (columns: readonly LedgerColumn[], values: RowValues) => {
		for (const column of columns)
			if (columnFacts(column).kind !== 'unit' && values[column] === undefined) refuse(column, 'missing');
	};
	return { faults, refuse, need, decide: <F>(facts: F): Decided<F> => (faults.length > 0 ? { faults } : { facts }) };
}
