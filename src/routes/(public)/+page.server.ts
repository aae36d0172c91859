import { yearBounds } from '$lib/domain/calendar/calendar';
import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { getFigure } from '$lib/domain/figures/figure';
import { gapOf } from '$lib/domain/releases/gap';
import { listUpcomingEvents } from '$lib/server/db/events/public-events';
import { listPublicYears } from '$lib/server/db/reviews/reports';
import { chooseYear } from '$lib/server/figures/report-year';
import { publishedReading } from '$lib/server/releases/public-figures';
import { readPublished, publishedPeriods } from '$lib/server/releases/read-published';
import type { PageServerLoad } from './$types';

const eventsShown = 4;

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const [{ rows: events }, root] = await Promise.all([
		listUpcomingEvents(ctx.db, { now: ctx.now(), size: eventsShown }),
		ctx.rootUnit()
	]);
	const [scope, today] = [root?.id ?? '', ctx.today()];
	const [{ year, starts }, [reviewed]] = await Promise.all([
		chooseYear(ctx.db, { scope, asked: null, today }),
		listPublicYears(ctx.db, scope)
	]);
	const range = yearBounds(year);
	const published = await readPublished(ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	const asked = { range, today, published, starts };
	const figure = getFigure('banquets-held');
	const held = publishedReading(figure, asked);
	const gap = held.value === null ? gapOf(figure, asked) : null;
	const reason = published.withdrawnFor('banquets-held', range);
	return { events, held, gap, reason, reviewed, periods: publishedPeriods(published, 'banquets-held', asked) };
};
