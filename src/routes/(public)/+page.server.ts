import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { listUpcomingEvents } from '$lib/server/db/events/public-events';
import { readFigures } from '$lib/server/figures/figures';
import { chooseYear } from '$lib/server/figures/report-year';
import type { PageServerLoad } from './$types';

const eventsShown = 4;

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const today = ctx.today();
	const [{ rows: events }, root] = await Promise.all([
		listUpcomingEvents(ctx.db, { now: ctx.now(), size: eventsShown }),
		ctx.rootUnit()
	]);
	const scope = root?.id ?? '';
	const { year, starts } = await chooseYear(ctx.db, { scope, asked: null, today });
	const periods = reportingPeriods(year, today);
	const [held] = await readFigures(ctx.db, { scope, periods, starts, only: ['banquets-held'] });
	return { events, held: held!, periods };
};
