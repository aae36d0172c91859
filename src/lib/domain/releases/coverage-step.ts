/** From so many registered households on, a step is so wide, in percent: four households at least. */
const widths = [
	{ from: 400, width: 1 },
	{ from: 200, width: 2 },
	{ from: 80, width: 5 },
	{ from: 40, width: 10 },
	{ from: 20, width: 20 },
	{ from: 8, width: 50 }
] as const;

/**
 * A village's pledge coverage as it is published: in whole percent, rounded down to steps that are the wider the fewer households it has
 * (decisions/0043, rule 8). A village where all have signed is published with the highest step below 100, so that no single
 * household is read from it. Null without
 * registered households, and with so few that any step would tell of one or two.
 */
export function coverageStep(pledged: number, registered: number | null): { percent: number; isTop: boolean } | null {
	const households = registered ?? 0;
	const step = widths.find(({ from }) => households >= from);
	if (!step) return null;
	const { width } = step;
	const top = 100 - width;
	const percent = Math.floor((pledged * 100) / households / width) * width;
	return percent >= top ? { percent: top, isTop: true } : { percent, isTop: false };
}
