import { reportingPeriods } from '$lib/domain/reporting-period';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { figureUnitWords, figureWords } from '$lib/ui/figure-words';
import { answer, readOnly, readQuery } from '../open-answer';
import type { RequestHandler } from './$types';

/** Every public figure of a year: GET ?year=2024[&lang=zh-CN|en]. */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readQuery(url);
	if (!query.ok) return query.answer;
	const { year, locale } = query;
	const root = await findRootUnit(ctx.db);
	const readings = await readFigures(ctx.db, { scope: root?.id ?? '', periods: reportingPeriods(year, ctx.today()) });
	return answer(
		readings.map(({ id, unit, value, previous, changeRate }) => ({
			id,
			name: figureWords[id].name({}, { locale }),
			unit: figureUnitWords[unit]({}, { locale }),
			value,
			previous,
			changeRate,
			definition: figureWords[id].definition({}, { locale })
		}))
	);
};

export const fallback = readOnly;
