/** Of so many registered households on, a step is so wide. Percent. */
const widths = [
	{ from: 400, width: 1 },
	{ from: 200, width: 2 },
	{ from: 0, width: 5 }
] as const;

/**
 * A village's pledge coverage as it is published: in whole percent, rounded down to steps that are the wider the fewer households it has
 * (decisions/0043, rule 8). The highest step below all stands for all too, so that no single household is read from it. Null without
 * registered households.
 */
export function coverageStep(pledged: number, registered: number | null): { percent: number; isTop: boolean } | null {
	if (registered === null || registered === 0) return null;
	const { width } = widths.find(({ from }) => registered >= from)!;
	const top = 100 - width;
	const percent = Math.floor((pledged * 100) / registered / width) * width;
	return percent >= top ? { percent: top, isTop: true } : { percent, isTop: false };
}
