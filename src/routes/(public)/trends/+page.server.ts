import { getFigure } from '$lib/domain/figures/figure';
import { readForecast } from '$lib/server/releases/forecast';
import { listPublicYears } from '$lib/server/db/reviews/reports';
import { coverageNotes } from '$lib/server/figures/published-coverage';
import { readParts } from '$lib/server/figures/trend-asker';
import { publishedReading } from '$lib/server/releases/public-figures';
import { isAnyBegun } from '$lib/domain/releases/gap';
import { splitsSince } from '$lib/domain/releases/published';
import { savedIn } from '$lib/server/releases/saved';
import { chartsPart } from '../../trend-charts';
import { openTrends } from '../../trend-page';
import type { PageServerLoad } from './$types';

const charts = [
	...(['held-by-month', 'held-by-village', 'held-by-occasion'] as const),
	...(['attendance-by-month', 'coverage-by-village'] as const)
];
const reading = (id: 'banquets-held' | 'banquets-dissuaded') => getFigure(id);

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, notes, coverageGap, villageGap, wordsUntil } = await openTrends(
		ctx,
		url,
		'banquets-held'
	);
	const held = publishedReading(reading('banquets-held'), query);
	/** Without a number there is nothing to estimate from. */
	const isRunningYear = report.asked.kind === 'year' && report.range.toOn > query.today && held.value !== null;
	const isForecastAsked = isRunningYear && url.searchParams.get('forecast') === '1';
	const [parts, forecast, reviewed] = await Promise.all([
		readParts(ctx.db, query, { charts: chartsPart(charts, words) }),
		isForecastAsked ? readForecast(ctx.db, { ...query, on: report.periods.now.toOn }) : null,
		listPublicYears(ctx.db, query.scope)
	]);
	const dissuaded = publishedReading(reading('banquets-dissuaded'), query);
	return {
		coverageNotes: coverageNotes(query),
		report,
		words,
		notes,
		mergers: query.published.mergers,
		splits: splitsSince(query.published, report.periods.before),
		charts: parts.charts,
		/** Why there are no villages of the period, where the town's own number is published. */
		villageGap: notes?.gap === null ? villageGap : null,
		isClosed: query.published.isClosed(report.year),
		hasEvents: isAnyBegun(query.starts, ['events'], query.range),
		held,
		/** Of the whole year alone, also where banquets held go less far. */
		dissuaded: { ...dissuaded, now: wordsUntil(dissuaded.until).now },
		saved: savedIn(query, report.year),
		coverageGap,
		hasReport: report.asked.kind === 'year' && reviewed.includes(report.year),
		forecast,
		isRunningYear
	};
};
