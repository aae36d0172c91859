import { reportingPeriods } from '$lib/domain/reporting-period';
import { readCoverageTrend } from '$lib/server/coverage-trend';
import { findRootUnit } from '$lib/server/db/units';
import { festivalsOf } from '$lib/server/festivals';
import { readFigures } from '$lib/server/figures';
import { chooseYear } from '$lib/server/report-year';
import {
	readBanquetsByVillage,
	readBanquetTrend,
	readDissuasionsByVillage,
	readSavedEstimate,
	readSignupTrend
} from '$lib/server/trends';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const query = { scope, year, today };
	const periods = reportingPeriods(year, today);
	const [figures, months, villages, occasions, dissuasions, signups, coverage, saved] = await Promise.all([
		readFigures(ctx.db, { scope, periods }),
		readBanquetTrend(ctx.db, { ...query, by: 'month' }),
		readBanquetsByVillage(ctx.db, query),
		readBanquetTrend(ctx.db, { ...query, by: 'occasion' }),
		readDissuasionsByVillage(ctx.db, query),
		readSignupTrend(ctx.db, query),
		readCoverageTrend(ctx.db, query),
		readSavedEstimate(ctx.db, query)
	]);
	return {
		year,
		years,
		periods,
		festivals: festivalsOf(year),
		figures,
		months,
		villages,
		occasions,
		dissuasions,
		signups,
		coverage,
		saved
	};
};
