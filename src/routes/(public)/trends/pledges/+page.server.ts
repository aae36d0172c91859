import { coverageNotes } from '$lib/server/figures/published-coverage';
import { readParts } from '$lib/server/figures/trend-asker';
import { coverageRanking } from '$lib/server/pledges/pledge-trends';
import { villagesOnPage } from '$lib/server/numbered-pages';
import { unitName } from '$lib/ui/units/unit-name';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import { pageOfVillages } from '../../../village-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query, coverageGap } = await openTrends(ctx, url, 'banquets-held');
	const ranking = coverageRanking(query);
	const { charts } = await readParts(ctx.db, query, {
		charts: chartsPart(['coverage-by-village'], words)
	});
	return {
		coverageNotes: coverageNotes(query),
		report,
		words,
		/** Why nothing is published of pledges, where that is so. */
		gap: ranking ? null : (coverageGap ?? 'not-yet'),
		reason: query.published.withdrawnFor('pledges-in-force', report.range, 'coverage'),
		mergers: query.published.mergers,
		splits: query.published.splits,
		charts,
		ranking: ranking && { on: ranking.on, total: ranking.total },
		list: pageOfVillages(url.searchParams, ranking?.rows ?? [], { size: villagesOnPage, nameOf: unitName })
	};
};
