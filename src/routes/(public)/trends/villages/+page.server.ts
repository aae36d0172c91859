import { yearBounds, yearOf } from '$lib/domain/calendar/calendar';
import { monthsOf, type Period } from '$lib/domain/calendar/reporting-period';
import { joinMerged } from '$lib/domain/releases/joined-villages';
import { besideEarlier, blocksOf } from '$lib/domain/releases/published-table';
import { splitsSince, type Published } from '$lib/domain/releases/published';
import { blockWords } from '$lib/ui/figures/block-words';
import type { ChartCell } from '$lib/ui/figures/chart-cell';
import { unitName } from '$lib/ui/units/unit-name';
import { openTrends } from '../../../trend-page';
import { pageOfVillages } from '../../../village-pages';
import type { PageServerLoad } from './$types';

/** Charts on a page, and banquets that the scale of them reaches to at least. */
const chartsOnPage = 8;
const leastScale = 3;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, villageGap } = await openTrends(ctx, url, 'banquets-held');
	const is = villageGap === null ? tableOf(query.published, report.range) : null;
	const was = tableOf(query.published, report.periods.before);
	const earlier = was ? joinMerged(was, query.published.mergers) : null;
	const villages = (is ? besideEarlier(is, earlier, { ...report.periods, now: report.range }) : []).map(
		({ key, name = '', nameEn = null, nowNamed, blocks }) => ({
			id: key,
			name: unitName({ name, nameEn, nowNamed }),
			cells: blocks.map(({ block, now, before }): ChartCell => ({
				key: block.fromOn.slice(0, 7),
				toKey: block.toOn.slice(0, 7),
				label: blockWords(block),
				value: now?.value ?? null,
				shown: now?.shown ?? 'exact',
				previous: before?.value ?? null,
				previousShown: before?.shown ?? 'exact'
			}))
		})
	);
	const values = villages.flatMap(({ cells }) => cells.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]));
	return {
		report,
		words,
		/** Why there are no villages of the period. */
		gap: villageGap,
		reason: query.published.withdrawnFor('banquets-held', yearBounds(report.year), 'villages'),
		isClosed: query.published.isClosed(report.year),
		mergers: query.published.mergers,
		splits: splitsSince(query.published, report.periods.before),
		/** In how many columns the villages of the year are released; 0 where they are not. */
		columns: is ? blocksOf(is).length : 0,
		/** Whether the other year is released in longer blocks, so that none of them can be compared. */
		isCoarserBefore: is !== null && was !== null && blocksOf(was).length < blocksOf(is).length,
		/** Of all villages, so that the charts of every page are of one scale. */
		most: Math.max(...values, leastScale),
		villages: pageOfVillages(url.searchParams, villages, { size: chartsOnPage, nameOf: ({ name }) => name })
	};
};

const tableOf = (published: Published, period: Period) =>
	yearOf(period.fromOn) === yearOf(period.toOn) && monthsOf(period).length > 0
		? published.table('banquets-held', 'villages', yearOf(period.fromOn))
		: null;
