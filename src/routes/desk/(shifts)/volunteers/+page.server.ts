import { dateOf, yearOf } from '$lib/domain/calendar/calendar';
import { chooseHoursYear, spanOfYear } from '$lib/server/shifts/certificate';
import { listEventsWithHours } from '$lib/server/db/shifts/event-hours';
import { listVolunteers } from '$lib/server/db/shifts/confirmed-hours';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

/** Years that can be chosen: this one and the two before. */
const yearsBack = 2;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const year = chooseHoursYear(ctx, url.searchParams.get('year'));
	const [waiting, volunteers] = await Promise.all([
		listEventsWithHours(ctx.db, scope),
		listVolunteers(ctx.db, { scope, ...spanOfYear(year) })
	]);
	const thisYear = yearOf(ctx.today());
	return {
		year,
		years: [...new Set([...Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - back), year])].sort(
			(a, b) => b - a
		),
		waiting: waiting.map(({ startsAt, ...event }) => ({ ...event, on: startsAt === null ? null : dateOf(startsAt) })),
		volunteers: volunteers
			.filter(({ closedAt, times }) => closedAt === null || times > 0)
			.map(({ nameSealed, closedAt, ...volunteer }) => ({
				...volunteer,
				isClosed: closedAt !== null,
				name: ctx.keys.open(nameSealed, 'accounts.name', volunteer.id)
			}))
	};
};
