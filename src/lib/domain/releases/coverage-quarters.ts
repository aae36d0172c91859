// When pledge coverage by village is released (decisions/0043, rule 8).
import { quarterBounds } from '../calendar/reporting-period';
import { coverageStep } from './coverage-step';
import { expectedAt, type SeenPledges } from './pledge-flows';
import type { Release, ReleasedCell } from './release';
import { isNearAny, sumOf } from './town-line';
import type { PledgedVillage, YearCounts } from './year-counts';

/** So many households for each village must have come or gone, all in all, since coverage was released last. */
const leastMoved = 6;

/**
 * Coverage at the ends of quarters after the one that was released last. Where few came or went since then, a village that went up a step
 * would tell of one or two of them, as the town's count is exact: such a quarter is left out. A quarter without registered households says
 * nothing. So is a quarter left out that differs by few from what was published of it before it was taken back (`earlier`), and the first one of
 * a year where one or two came or went since the year before (`pledges`).
 */
export function tellCoverage(
	{ year, coverage }: YearCounts,
	{ last, earlier, pledges }: { last: Release | null; earlier: readonly Release[]; pledges: SeenPledges }
): Release[] {
	const released: Release[] = [];
	const start = expectedAt(pledges, year);
	for (const { toOn, pledged, villages } of coverage) {
		const before = released.at(-1) ?? last;
		const known = villages.filter(({ registered }) => registered !== null);
		if (known.length === 0 || (before && toOn <= before.toOn)) continue;
		const seen = earlier.filter((one) => one.kind === 'coverage' && one.toOn === toOn);
		if ([before, ...seen].some((one) => one && isNear(pledged, one, known.length))) continue;
		if (before?.year !== year && isNearAny(pledged, start)) continue;
		const { fromOn } = quarterBounds(year, Number(toOn.slice(5, 7)) / 3);
		const cells = [townOf(pledged, villages), ...villages.map(stepOf)];
		released.push({ figure: 'pledges-in-force', kind: 'coverage', year, fromOn, toOn, cells });
	}
	return released;
}

/** Whether few came or went since a release. */
function isNear(pledged: number, { cells }: Release, villages: number): boolean {
	const moved = Math.abs(pledged - (cells[0]!.value ?? 0));
	return moved > 0 && moved < leastMoved * villages;
}

/**
 * The households of a town with a pledge, beside the registered ones. Where a village has no registered households there is no rate of the town:
 * a count without that village, less the town's own, would be that village's.
 */
const townOf = (pledged: number, villages: readonly PledgedVillage[]): ReleasedCell => ({
	...{ key: '', value: pledged },
	beside: sumOf(villages.map(({ registered }) => registered))
});

function stepOf({ key, name, nameEn, pledged, registered }: PledgedVillage): ReleasedCell {
	const step = coverageStep(pledged, registered);
	return { key, name, nameEn, value: step?.percent ?? null, isTop: step?.isTop ?? false, beside: registered };
}
