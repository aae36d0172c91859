import { rankCoverage } from '$lib/domain/pledges/pledge-coverage';
import { publishedCoverage } from '../figures/published-coverage';
import type { TrendQuery } from '../figures/trend-query';

/**
 * Villages ranked by the step of coverage that was released last of a period, with the town's own count. `points`: 百分点 between this step
 * and that of the other period's same quarter; null where either is not released. Null where no quarter of the period is.
 */
export function coverageRanking(query: TrendQuery) {
	const [is, was] = publishedCoverage(query);
	if (!is) return null;
	const rows = is.villages.map(({ key, name = '', nameEn = null, nowNamed, value, isTop, beside }) => {
		const before = was?.villages.find((village) => village.key === key)?.value ?? null;
		const points = value === null || before === null ? null : value - before;
		const named = { villageId: key, name, nameEn, nowNamed };
		return { ...named, percent: value, isTop: isTop ?? false, registered: beside ?? null, points };
	});
	return { on: is.on, total: is.town, rows: rankCoverage(rows) };
}
