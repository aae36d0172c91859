import { coverage } from './pledge';

interface Village {
	villageId: string;
	/** Households with a pledge in force. */
	pledged: number;
	/** Registered households; null where no count was entered. */
	registered: number | null;
}

/** All villages with registered households together. */
export function totalCoverage(villages: readonly Village[]) {
	const known = villages.filter(({ registered }) => registered !== null);
	const pledged = known.reduce((sum, village) => sum + village.pledged, 0);
	const registered = known.reduce((sum, village) => sum + village.registered!, 0);
	return { pledged, registered, percent: coverage(pledged, registered) };
}

/**
 * Villages by what the public may know of their coverage, the highest first; equal rates share a rank, as in a race. Villages whose rate is
 * withheld or unknown come last in the town's own order, without a rank. Only villages are ranked, never households or people.
 */
export function rankCoverage<R extends { percent: number | null }>(
	rows: readonly R[]
): (R & { rank: number | null })[] {
	const known = rows.filter(({ percent }) => percent !== null).toSorted((a, b) => b.percent! - a.percent!);
	return [
		...known.map((row) => ({ ...row, rank: known.findIndex(({ percent }) => percent === row.percent) + 1 })),
		...rows.filter(({ percent }) => percent === null).map((row) => ({ ...row, rank: null }))
	];
}
