import { findTextInForce } from '$lib/server/db/pledges/pledge-texts';
import { readParts } from '$lib/server/figures/trend-asker';
import { coverageRanking } from '$lib/server/pledges/pledge-trends';
import { villagesOnPage } from '$lib/server/numbered-pages';
import { unitName } from '$lib/ui/units/unit-name';
import { chartsPart } from '../../../trend-charts';
import { openTrends } from '../../../trend-page';
import { pageOfVillages } from '../../../village-pages';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const { report, words, query } = await openTrends(ctx, url);
	const text = await findTextInForce(ctx.db, 'household', report.periods.now.toOn);
	const parts = await readParts(ctx.db, query, {
		ranking: coverageRanking(text?.id ?? null),
		charts: chartsPart(['pledges-by-month', 'coverage-by-village'], words)
	});
	const { rows, ...ranking } = parts.ranking;
	const list = pageOfVillages(url.searchParams, rows, { size: villagesOnPage, nameOf: unitName });
	return { report, words, charts: parts.charts, ranking, list, number: text?.number ?? null };
};
