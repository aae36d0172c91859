import { yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { ReleasedCell } from '$lib/domain/releases/release';
import { blocksOf } from '$lib/domain/releases/published-table';
import { isYear, type Published } from '$lib/domain/releases/published';
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
	const { report, words, query } = await openTrends(ctx, url, 'banquets-held');
	const { now, before } = report.periods;
	const [is, was] = [now, before].map((period) => tableOf(query.published, period));
	const blocks = is ? blocksOf(is) : [];
	const villages = villagesOf(is?.cells ?? [], (key) =>
		blocks.map((block): ChartCell => {
			const [cell, earlier] = [find(is?.cells, key, block, 0), find(was?.cells, key, block, yearsApart(now, before))];
			return {
				key: block.fromOn.slice(0, 7),
				toKey: block.toOn.slice(0, 7),
				label: blockWords(block),
				value: cell?.value ?? null,
				shown: cell?.shown ?? 'exact',
				previous: earlier?.value ?? null,
				previousShown: earlier?.shown ?? 'exact'
			};
		})
	);
	const values = villages.flatMap(({ cells }) => cells.flatMap(({ value, previous }) => [value ?? 0, previous ?? 0]));
	return {
		report,
		words,
		/** In how many columns the villages of the year are released; 0 where they are not. */
		columns: blocks.length,
		/** Of all villages, so that the charts of every page are of one scale. */
		most: Math.max(...values, leastScale),
		villages: pageOfVillages(url.searchParams, villages, { size: chartsOnPage, nameOf: ({ name }) => name })
	};
};

const tableOf = (published: Published, period: Period) =>
	isYear(period) ? published.table('banquets-held', 'villages', yearOf(period.fromOn)) : null;

const yearsApart = (now: Period, before: Period) => yearOf(now.fromOn) - yearOf(before.fromOn);

/** Each village once, in the order of the table. */
const villagesOf = (cells: readonly ReleasedCell[], read: (key: string) => ChartCell[]) =>
	[...new Map(cells.map((cell) => [cell.key, cell])).values()].map(({ key, name = '', nameEn = null }) => ({
		id: key,
		name: unitName({ name, nameEn }),
		cells: read(key)
	}));

/** The cell of a village in the same block so many years earlier. */
function find(cells: readonly ReleasedCell[] | undefined, key: string, block: Period, years: number) {
	const earlier = (on: string) => `${yearOf(on) - years}${on.slice(4)}`;
	const isWhole = isYear(block);
	return cells?.find(
		(cell) =>
			cell.key === key &&
			(cell.fromOn === undefined
				? isWhole
				: cell.fromOn === earlier(block.fromOn) && cell.toOn!.slice(5) === block.toOn.slice(5))
	);
}
