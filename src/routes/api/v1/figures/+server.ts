import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readFigures } from '$lib/server/figures/figures';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { figureUnitWords, figureWords } from '$lib/ui/figures/figure-words';
import { answer, readOnly, readQuery } from '../open-answer';
import type { RequestHandler } from './$types';

/**
 * Every public figure of a year: GET ?year=2024[&lang=zh-CN|en]. Of a closed year `snapshot` is the number of its last
 * snapshot and `settled` the figure in it; `value` is always what the records say now.
 */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readQuery(url);
	if (!query.ok) return query.answer;
	const { year, locale } = query;
	const root = await ctx.rootUnit();
	const [scope, periods] = [root?.id ?? '', reportingPeriods(year, ctx.today())];
	const readings = await readFigures(ctx.db, { scope, periods });
	const closed = await readClosedPeriod(ctx.db, { unitId: scope, period: periods.now, readings });
	return answer(
		readings.map(({ id, unit, value, previous, changeRate }) => ({
			id,
			name: figureWords[id].name({}, { locale }),
			unit: figureUnitWords[unit]({}, { locale }),
			value,
			previous,
			changeRate,
			snapshot: closed?.number ?? null,
			settled: closed?.settled.get(id) ?? null,
			definition: figureWords[id].definition({}, { locale }),
			href: `${url.origin}/trends/figures/${id}?year=${year}`
		}))
	);
};

export const fallback = readOnly;
