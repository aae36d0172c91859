import { proposeBanquets } from '$lib/server/birthdays/banquet-proposals';
import { listBirthdayBanquets, listEventsWithoutList } from '$lib/server/db/birthdays/birthdays';
import type { SeriesRow } from '$lib/server/db/birthdays/birthday-series';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

/** Banquets listed; older ones are found from their event. */
const most = 60;

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [proposals, banquets, bare] = await Promise.all([
		proposeBanquets(ctx, scope),
		listBirthdayBanquets(ctx.db, scope, most),
		listEventsWithoutList(ctx.db, scope, ctx.now())
	]);
	return {
		now: ctx.now(),
		proposals: proposals.map(({ series, next }) => ({
			series: pickSeries(series),
			unit: { name: series.unitName, nameEn: series.unitNameEn },
			next: next && {
				...next.window,
				fromOn: next.fromOn,
				toOn: next.toOn,
				suggestedOn: next.suggestedOn,
				invited: next.celebrants.length,
				eldest: Math.max(...next.celebrants.map(({ age }) => age))
			}
		})),
		bare: bare.map(({ id, title, startsAt, unitName, unitNameEn }) => ({
			id,
			title,
			startsAt,
			unit: { name: unitName, nameEn: unitNameEn }
		})),
		banquets: banquets.map(({ eventId, event, unit, counts, year, firstMonth, lastMonth, ...own }) => ({
			id: eventId,
			startsAt: event.startsAt,
			endsAt: event.endsAt,
			unit,
			counts,
			calendar: own.calendar,
			year,
			firstMonth,
			lastMonth,
			publishedAt: own.publishedAt,
			cancelledAt: own.cancelledAt,
			completedAt: own.completedAt
		}))
	};
};

const pickSeries = ({ id, threshold, ageKind, cadence, calendar }: SeriesRow) => ({
	id,
	threshold,
	ageKind,
	cadence,
	calendar
});
