import type { CellFault, RowFault } from './ledger-row';
import type { LedgerColumn } from './ledgers';

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

/** Collects what is wrong, so that a row says all of it at once. */
export function collect() {
	const faults: CellFault[] = [];
	const refuse = (column: LedgerColumn, fault: RowFault) => void faults.push({ column, fault });
	return { faults, refuse, decide: <F>(facts: F): Decided<F> => (faults.length > 0 ? { faults } : { facts }) };
}
