import type { ReportedLedger } from '$lib/domain/activities/added-work';
import type { CheckedMonths, MonthOfUnit } from '$lib/server/db/figures/coverage';

/** What there is of a month: records, entries that wait, a checked zero. One bit each. */
export const monthMarks = { records: 1, waiting: 2, zero: 4 } as const;

/** How many values the marks of a month have. */
export const markValues = 8;

interface Marked {
	units: readonly string[];
	ledgers: readonly ReportedLedger[];
	/** YYYY-MM, at most twelve. */
	months: readonly string[];
	records: readonly MonthOfUnit[];
	waiting: readonly MonthOfUnit[];
	checked: CheckedMonths;
}

/**
 * Marks of every month of some ledgers and units, as one number for a ledger of a unit: the month at place `n` is its digit `n` to the base
 * of `markValues`. Of 400 villages with 31 ledgers there are 150,000 months, and most of the numbers are alike.
 */
export function markMonths({ units, ledgers, months, records, waiting, checked }: Marked) {
	const [unitAt, ledgerAt, monthAt] = [units, ledgers, months].map((list) => new Map(list.map((one, at) => [one, at])));
	const marksOf = () => new Uint16Array(units.length * ledgers.length);
	const placeOf = (ledger: string, unitId: string) => ledgerAt!.get(ledger)! * units.length + unitAt!.get(unitId)!;
	const [recorded, waits, zeros] = [marksOf(), marksOf(), marksOf()];
	const isAsked = (ledger: string, month: string) => ledgerAt!.has(ledger) && monthAt!.has(month);
	const mark = (marks: Uint16Array, { unitId, ledger, month }: Omit<MonthOfUnit, 'count'>) => {
		if (unitAt!.has(unitId) && isAsked(ledger, month)) marks[placeOf(ledger, unitId)]! |= 1 << monthAt!.get(month)!;
	};
	for (const one of records) mark(recorded, one);
	for (const one of waiting) mark(waits, one);
	const byChecker = new Map<string, Uint16Array>();
	for (const { unitId, ledger, month } of checked.zeros) {
		if (!isAsked(ledger, month)) continue;
		if (!byChecker.has(unitId)) byChecker.set(unitId, new Uint16Array(ledgers.length));
		byChecker.get(unitId)![ledgerAt!.get(ledger)!]! |= 1 << monthAt!.get(month)!;
	}
	for (const [at, unitId] of units.entries())
		for (const checker of checked.checkersOf(unitId))
			byChecker.get(checker)?.forEach((own, nth) => (zeros[nth * units.length + at]! |= own));
	const digits = spread(months.length);
	return (ledger: ReportedLedger, unitId: string): number => {
		const place = placeOf(ledger, unitId);
		const { records, waiting, zero } = monthMarks;
		return digits[recorded[place]!]! * records + digits[waits[place]!]! * waiting + digits[zeros[place]!]! * zero;
	};
}

/** Of each set of months, as bits, the number that has a 1 as the digit of each. */
function spread(months: number): Float64Array {
	const digits = new Float64Array(1 << months);
	for (let set = 1; set < digits.length; set++) {
		const highest = 31 - Math.clz32(set);
		digits[set] = digits[set - (1 << highest)]! + markValues ** highest;
	}
	return digits;
}

/** The marks of the month at a place, of such a number. */
export const marksAt = (number: number, at: number): number => Math.floor(number / markValues ** at) % markValues;
