import { occasions } from '../../../src/lib/domain/banquets/banquet';
import type { EarlierRelease, Release } from '../../../src/lib/domain/releases/release';
import { tellAnew } from '../../../src/lib/domain/releases/release-anew';
import { tellYear } from '../../../src/lib/domain/releases/tell-year';
import { countsOf, type Town } from './town-of-banquets';

/** What readers have seen of a year: a first version, and a second one where there is any. */
export interface Versions {
	first: Release[];
	second: Release[];
}

const before = (lastTotal: number) => ({
	releases: [],
	earlier: [],
	lastTotals: new Map([['banquets-held', lastTotal]]),
	lastCoverage: null
});

const isTable = ({ kind }: Release) => kind !== 'ledger';

/** A year published, and published anew with late records a year later. */
export function publishedAnew(first: Town, second: Town, lastTotal: number): Versions {
	const releases = tellYear(countsOf(first), before(lastTotal)).filter(isTable);
	return { first: releases, second: tellAnew(countsOf(second), { releases, earlier: [] }) };
}

/** A year published, taken back whole, and published once more. */
export function publishedAgain(first: Town, second: Town, lastTotal: number): Versions {
	const releases = tellYear(countsOf(first), before(lastTotal)).filter(isTable);
	const earlier = releases.map((release): EarlierRelease => ({ ...release, ended: 'withdrawn', until: 'one' }));
	return { first: releases, second: tellYear(countsOf(second), { ...before(lastTotal), earlier }).filter(isTable) };
}

/** A town of villages by month, all of them weddings. */
export const weddings = (villages: readonly (readonly number[])[]): Town =>
	villages.map((months) => months.map((count) => occasions.map((_, at) => (at === 0 ? count : 0))));
