// Pledges in force at the end of a year, and those signed in it: what the two do not explain are the households that took theirs back.
import { yearBounds } from '../calendar/calendar';
import type { EarlierRelease, Release } from './release';
import { totalsSeen } from './totals-seen';
import { isFine, isNearAny } from './town-line';

/** The figures of pledges: how many are in force on a day, and how many were signed in a year. */
export const inForce = 'pledges-in-force';
export const signed = 'pledges-signed';

/** All that people have seen of pledges, of years that follow one another. */
export type SeenPledges = readonly (Release | EarlierRelease)[];

/**
 * Which numbers of a year's pledges may be read beside all that people have seen. Where both together would tell of one or two households
 * that left, those in force are read and those signed withheld. Where fewer are in force than before, both are withheld: of two fewer, none
 * can have signed. None is read that differs by one or two from what was read of the year before it was taken back, or of its last quarter; nor
 * any where the signed of a later year were read first, for what is withheld then would tell.
 */
export function readPledges(
	year: number,
	values: { inForce: number | null; signed: number | null },
	seen: SeenPledges
): Record<string, boolean> {
	const isAfterLater = seen.some((one) => one.figure === signed && one.kind === 'year' && one.year > year);
	if (isAfterLater) return { [inForce]: false, [signed]: false };
	const stock = asRelease(inForce, year, values.inForce);
	const flow = asRelease(signed, year, values.signed);
	const maySign = isFineBesideQuarters([...seen, flow], year);
	const readBefore = [...stocksSeen(seen, year), ...lastQuarter(seen, year)];
	if (!hidesLeavers([...seen, stock]) || isNearSeen(values.inForce, readBefore))
		return { [inForce]: false, [signed]: maySign && hidesLeavers([...seen, flow]) };
	const areBothRead = maySign && hidesLeavers([...seen, stock, flow]);
	const hasFallen = expectedAt(seen, year).some((before) => before > (values.inForce ?? before));
	return { [inForce]: areBothRead || !hasFallen, [signed]: areBothRead };
}

const isNearSeen = (value: number | null, seen: readonly number[]) => value !== null && isNearAny(value, seen);

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
function hidesLeavers(seen: SeenPledges): boolean {
	const last = Math.max(...seen.map(({ year }) => year));
	return yearsTo(seen, last + 1).every((year) => {
		const expected = withSigned(seen, year, expectedAt(seen, year));
		return stocksSeen(seen, year).every((stock) => expected.every((other) => isFine(Math.abs(other - stock))));
	});
}

/** Whether the signed of a year do not say that one or two were in force at the end of one of its quarters that are not any more. */
function isFineBesideQuarters(seen: SeenPledges, year: number): boolean {
	const expected = withSigned(seen, year, expectedAt(seen, year));
	return quartersOf(seen, year).every(({ value }) => expected.every((other) => isFine(value - other)));
}

/** What was read at the end of a year's last quarter but the fourth; nothing where the year before was read after it. */
function lastQuarter(seen: SeenPledges, year: number): number[] {
	for (let before = year; before >= year - 1; before--) {
		const quarters = quartersOf(seen, before);
		const on = quarters
			.map(({ toOn }) => toOn)
			.sort()
			.at(-1);
		if (on !== undefined) return quarters.filter(({ toOn }) => toOn === on).map(({ value }) => value);
		if (stocksSeen(seen, before - 1).length > 0) return [];
	}
	return [];
}

/** The town's count at the ends of a year's quarters but the fourth, which is the year's own. Without a rate beside it, it was not read. */
const quartersOf = (seen: SeenPledges, year: number): { toOn: string; value: number }[] =>
	seen
		.filter((one) => one.kind === 'coverage' && one.year === year && !one.toOn.endsWith('-12-31') && isRead(one))
		.map(({ toOn, cells }) => ({ toOn, value: cells[0]!.value! }));

const isRead = ({ cells: [town] }: Release) => town!.value !== null && town!.beside !== null;

/** How many pledges readers take to be in force when a year begins, if none had left since they read it last. Before the first year: none. */
export function expectedAt(seen: SeenPledges, year: number): readonly number[] {
	let expected: readonly number[] = [0];
	for (const before of yearsTo(seen, year)) {
		const stocks = stocksSeen(seen, before);
		expected = stocks.length > 0 ? stocks : withSigned(seen, before, expected);
	}
	return expected;
}

/** The years that people have seen something of and those between, up to the one before `end`. */
function yearsTo(seen: SeenPledges, end: number): number[] {
	const first = Math.min(end, ...seen.map(({ year }) => year));
	return Array.from({ length: end - first }, (_, at) => first + at);
}

const withSigned = (seen: SeenPledges, year: number, stocks: readonly number[]): number[] => {
	const flows = known(totalsSeen(seen, signed, year));
	return stocks.flatMap((stock) => flows.map((flow) => stock + flow));
};

/** What people have read of the pledges in force at the end of a year: also beside the coverage of its last quarter. */
function stocksSeen(releases: SeenPledges, year: number): number[] {
	const ends = releases.filter((one) => one.kind === 'coverage' && one.toOn === `${year}-12-31` && isRead(one));
	return known([...totalsSeen(releases, inForce, year), ...ends.map(({ cells }) => cells[0]!.value)]);
}

const known = (values: readonly (number | null)[]): number[] => [
	...new Set(values.filter((value): value is number => value !== null))
];
