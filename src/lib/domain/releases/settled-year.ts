// A year as the snapshots of a former version settled it.
import type { YearRow } from './block-table';
import { sumOf } from './town-line';
import type { YearCounts, YearLine } from './year-counts';

/** What snapshots say of a year's records: a record that came after them is in none of it. */
export interface SettledYear {
	/** Of the snapshot of the whole year the value of each figure; null where the year was closed in parts alone. */
	totals: ReadonlyMap<string, number | null> | null;
	/** Of figures with a line what each month came to, January first. */
	months: ReadonlyMap<string, readonly number[]>;
	/** Banquets held; `month`: 0 for January. Null where it is no longer there. */
	banquets: readonly { village: string | null; occasion: string | null; month: number }[];
	/** Pledges in force by village on the last days of closed periods. */
	pledges: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * What is counted of a year, with the numbers of its snapshots in place of those that its records come to now. The town settled and published
 * them, so they are known where there is any record; a settled none is known only where every village reported it. Drives and spending
 * saved are in no snapshot: they stand only where the records still come to the same.
 */
export function settle(counts: YearCounts, settled: SettledYear): YearCounts {
	const totals = counts.totals.map(({ figure, value }) => ({ figure, value: settledTotal(figure, value, settled) }));
	const isSame = (figure: string) => valueOf(counts.totals, figure) === valueOf(totals, figure);
	return {
		...counts,
		// Not as it is today: nothing was kept of it then.
		awaited: null,
		totals,
		lines: counts.lines.map((line) => ({ ...line, months: settledMonths(line, settled) })),
		villages: rowsOf(
			counts.villages,
			settled.banquets.map(({ village, month }) => ({ key: village, month }))
		),
		occasions: rowsOf(
			counts.occasions,
			settled.banquets.map(({ occasion, month }) => ({ key: occasion, month }))
		),
		coverage: counts.coverage.map((quarter) => {
			const kept = settled.pledges.get(quarter.toOn);
			if (!kept) return quarter;
			const villages = quarter.villages.map((village) => ({ ...village, pledged: kept.get(village.key) ?? 0 }));
			return { ...quarter, pledged: sumOf([...kept.values()]), villages };
		}),
		drives: isSame('blood-donations') && isSame('blood-millilitres') ? counts.drives : [],
		saved: countedHeld(counts) === valueOf(totals, 'banquets-held') ? counts.saved : null
	};
}

/** What the records of banquets held come to now, known or not. */
const countedHeld = ({ occasions }: YearCounts) => sumOf(occasions.flatMap(({ months }) => months));

const valueOf = (totals: YearCounts['totals'], figure: string) =>
	totals.find((total) => total.figure === figure)?.value ?? null;

/** A figure that was not defined then was not settled. */
function settledTotal(figure: string, counted: number | null, { totals, months }: SettledYear): number | null {
	const listed = months.has(figure) ? sumOf(months.get(figure)!) : counted;
	const settled = totals ? (totals.get(figure) ?? null) : listed;
	return settled === 0 && counted === null ? null : settled;
}

function settledMonths({ figure, months }: YearLine, settled: SettledYear): YearLine['months'] {
	const listed = settled.months.get(figure) ?? [];
	const isAny = listed.some((count) => count > 0);
	return months.map((count, at) => (count === null && !isAny ? null : (listed[at] ?? count)));
}

/** The same classes with other records. None where one of these is of no class: then there is no table. */
function rowsOf(rows: readonly YearRow[], records: readonly { key: string | null; month: number }[]): YearRow[] {
	const counted = new Map<string | null, number[]>(rows.map(({ key }) => [key, Array.from({ length: 12 }, () => 0)]));
	for (const { key, month } of records) {
		const months = counted.get(key);
		if (!months) return [];
		months[month]!++;
	}
	return rows.map((row) => ({ ...row, months: counted.get(row.key)! }));
}
