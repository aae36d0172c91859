import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
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
