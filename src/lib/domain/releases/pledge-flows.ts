// Pledges in force at the end of a year, and those signed in it: what the two do not explain are the households that took theirs back.
import { yearBounds } from '../calendar/calendar';
import type { EarlierRelease, Release } from './release';
import { totalsSeen } from './totals-seen';
import { isFine } from './town-line';

/** The figures of pledges: how many are in force on a day, and how many were signed in a year. */
export const inForce = 'pledges-in-force';
export const signed = 'pledges-signed';

/** All that people have seen of pledges, of years that follow one another. */
type Seen = readonly (Release | EarlierRelease)[];

/**
 * Which numbers of a year's pledges may be read beside all that people have seen. Where both together would tell of one or two households
 * that left, those in force are read and those signed withheld. Where fewer are in force than before, both are withheld: of two fewer, none
 * can have signed. None is read that differs by one or two from what was read of the year before it was taken back; nor any where the signed of
 * a later year were read first, for what is withheld then would tell.
 */
export function readPledges(
	year: number,
	values: { inForce: number | null; signed: number | null },
	seen: Seen
): Record<string, boolean> {
	const isAfterLater = seen.some((one) => one.figure === signed && one.kind === 'year' && one.year > year);
	if (isAfterLater) return { [inForce]: false, [signed]: false };
	const stock = asRelease(inForce, year, values.inForce);
	const flow = asRelease(signed, year, values.signed);
	if (!hidesLeavers([...seen, stock]) || isNearSeen(values.inForce, stocksSeen(seen, year)))
		return { [inForce]: false, [signed]: hidesLeavers([...seen, flow]) };
	const areBothRead = hidesLeavers([...seen, stock, flow]);
	const hasFallen = expectedAt(seen, year).some((before) => before > (values.inForce ?? before));
	return { [inForce]: areBothRead || !hasFallen, [signed]: areBothRead };
}

const isNearSeen = (value: number | null, seen: readonly number[]) =>
	value !== null && seen.some((one) => !isFine(Math.abs(one - value)));

const asRelease = (figure: string, year: number, value: number | null): Release => ({
	...{ figure, kind: 'year', year },
	...yearBounds(year),
	cells: [{ key: '', value }]
});

/**
 * Whether readers can work out no year in which one or two households left: what was in force before and what was signed since, less what
 * is in force now. Also over several years, where no number of those between is known; and with each number that was published of a year, also
 * one that is no longer in force.
 */
function hidesLeavers(seen: Seen): boolean {
	const last = Math.max(...seen.map(({ year }) => year));
	return yearsTo(seen, last + 1).every((year) => {
		const expected = withSigned(seen, year, expectedAt(seen, year));
		return stocksSeen(seen, year).every((stock) => expected.every((other) => isFine(Math.abs(other - stock))));
	});
}

/** How many pledges readers take to be in force when a year begins, if none had left since they read it last. Before the first year: none. */
function expectedAt(seen: Seen, year: number): readonly number[] {
	let expected: readonly number[] = [0];
	for (const before of yearsTo(seen, year)) {
		const stocks = stocksSeen(seen, before);
		expected = stocks.length > 0 ? stocks : withSigned(seen, before, expected);
	}
	return expected;
}

/** The years that people have seen something of and those between, up to the one before `end`. */
function yearsTo(seen: Seen, end: number): number[] {
	const first = Math.min(end, ...seen.map(({ year }) => year));
	return Array.from({ length: end - first }, (_, at) => first + at);
}

const withSigned = (seen: Seen, year: number, stocks: readonly number[]): number[] => {
	const flows = known(totalsSeen(seen, signed, year));
	return stocks.flatMap((stock) => flows.map((flow) => stock + flow));
};

/** What people have read of the pledges in force at the end of a year: also beside the coverage of its last quarter. */
function stocksSeen(releases: Seen, year: number): number[] {
	const ends = releases.filter((one) => one.kind === 'coverage' && one.toOn === `${year}-12-31`);
	return known([...totalsSeen(releases, inForce, year), ...ends.map(({ cells }) => cells[0]!.value)]);
}

const known = (values: readonly (number | null)[]): number[] => [
	...new Set(values.filter((value): value is number => value !== null))
];
