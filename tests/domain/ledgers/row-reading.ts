import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
import type { LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import type { RowFault } from '../../../src/lib/domain/ledgers/row-faults';
import { fromLunar } from '../../../src/lib/server/calendar/lunar';

/** How a row of a file of 2024 is read in a town that explained no word and declared no beginning. */
export const reading: RowReading = {
	year: 2024,
	presentYear: 2024,
	is1904: false,
	toSolar: fromLunar,
	calendar: null,
	headedBy: () => null,
	isBirth: () => true,
	isBeforeStart: () => false,
	meaningOf: () => null,
	addedMeaning: () => ({ isName: false, values: [] })
};

/** What a row is refused for: each a column, a fault, and the other cells that this rests on. */
export const refusedFor = (...faults: [LedgerColumn, RowFault, ...LedgerColumn[]][]) => ({
	faults: faults.map(([column, fault, ...others]) => ({ column, fault, ...(others.length > 0 && { with: others }) }))
});
