import { coverage } from './pledge';
import { suppress, type Shown } from '../figures/small-numbers';

interface Village {
	villageId: string;
	/** Households with a pledge in force. */
	pledged: number;
	/** Registered households; null where no count was entered. */
	registered: number | null;
}

interface PublicNumbers {
	/** Null when withheld, or when the village has no registered households to set it against. */
	pledged: number | null;
	shown: Shown;
	/** Percent with one decimal; null where `pledged` is. */
	percent: number | null;
}

/**
 * Coverage by village as the public sees it: small numbers withheld (people-and-privacy.md), and with them the rate, which would
 * give them away. The total is there only when nothing is withheld, so that nothing can be subtracted from it.
 */
export function publishCoverage<V extends Village>(villages: readonly V[]) {
	const known = villages.filter(({ registered }) => registered !== null);
	const cells = new Map(
		suppress(known.map(({ villageId, pledged }) => ({ key: villageId, value: pledged }))).map((cell) => [
			cell.key,
			cell
		])
	);
	const rows = villages.map((village): Omit<V, 'pledged'> & PublicNumbers => {
		const { value = null, shown = 'exact' } = cells.get(village.villageId) ?? {};
		return { ...village, pledged: value, shown, percent: value === null ? null : coverage(value, village.registered!) };
	});
	const isWhole = known.length > 0 && rows.every(({ shown }) => shown === 'exact');
	return { rows, total: isWhole ? totalCoverage(villages) : null };
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
