import { yearBounds } from '$lib/domain/calendar/calendar';
import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { findFigure, type FigureId } from '$lib/domain/figures/figure';
import { isOfBanquets } from '$lib/domain/releases/awaited';
import { isReleased } from '$lib/domain/releases/figure-class';
import { listPublicSnapshots } from '$lib/server/db/reviews/snapshots';
import { readPublicFigures, wholeReadings } from '$lib/server/releases/public-figures';
import { readPublished } from '$lib/server/releases/read-published';
import { readClosedPeriod } from '$lib/server/reviews/revisions';
import { figureUnitWords, figureWords } from '$lib/ui/figures/figure-words';
import { answer, readOnly, readQuery, shownAs } from '../open-answer';
import type { RequestHandler } from './$types';

/**
 * Every public figure of a year: GET ?year=2024[&lang=zh-CN|en]. The town's own work is counted from its records: of a closed year `snapshot`
 * is the number of its last snapshot that changed a public number, and `settled` the figure in it. All else is what was released: `snapshot` is the number of the one that released the year's number. `until` is the last day of a figure that is
 * not known or released of the whole year, `previousUntil` that of the number beside it, `shown` says why there is no number: 'withdrawn', 'unpublished' (not yet), 'withheld' (of this period it never is), null (no data), `later` what came or went after the release, `awaited` how many banquets had no outcome
 * when the year was closed ('few': one or two).
 */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readQuery(url);
	if (!query.ok) return query.answer;
	const { year, locale } = query;
	const [root, registry] = [await ctx.rootUnit(), await ctx.registry()];
	const isFromReleases = (id: FigureId) => isReleased(findFigure(registry.figures, id)!);
	const [scope, range, today] = [root?.id ?? '', yearBounds(year), ctx.today()];
	const published = await readPublished(ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	const readings = await readPublicFigures(ctx, { scope, range, today, published });
	const own = readings.filter(({ id }) => !isFromReleases(id));
	const [closed, snapshots] = await Promise.all([
		readClosedPeriod(ctx, { unitId: scope, period: range, readings: wholeReadings(own) }),
		listPublicSnapshots(ctx.db, scope, range)
	]);
	const ofYear = snapshots.findLast(({ period }) => period.fromOn === range.fromOn && period.toOn === range.toOn);
	return answer(
		readings.map(({ id, unit, value, previous, changeRate, until, previousUntil, shown, previousShown }) => ({
			id,
			name: figureWords(id, registry).name({}, { locale }),
			unit: figureUnitWords[unit]({}, { locale }),
			value,
			previous,
			changeRate,
			until,
			previousUntil,
			shown: shownAs(value, shown),
			previousShown: shownAs(previous, previousShown),
			snapshot: isFromReleases(id) ? published.snapshotOf(id, year) : (ofYear?.number ?? null),
			settled: isFromReleases(id) ? value : (closed?.settled.get(id) ?? null),
			later: published.later(id, year),
			awaited: isOfBanquets(id) ? published.awaited(year) : null,
			definition: figureWords(id, registry).definition({}, { locale }),
			href: `${url.origin}/trends/figures/${id}?year=${year}`
		}))
	);
};

export const fallback = readOnly;
