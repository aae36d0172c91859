import { error } from '@sveltejs/kit';
import { suggestDay, windowOf } from '$lib/domain/birthdays/birthday-window';
import { planBanquetForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { celebrantsOf, readInvitedRoll } from '$lib/server/birthdays/celebrants';
import { planBanquet } from '$lib/server/birthdays/invitation-lists';
import { findOwnSeries } from '$lib/server/birthdays/birthday-series';
import { datesOf } from '$lib/server/birthdays/birthdays';
import { nameText } from '$lib/ui/people/person-words';
import type { Actions, PageServerLoad } from './$types';

const isId = /^[0-9a-f-]{36}$/;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const seriesId = url.searchParams.get('series') ?? '';
	const [year, month] = ['year', 'month'].map((name) => Number(url.searchParams.get(name)));
	if (!isId.test(seriesId) || !(year! >= 1950 && year! <= 2099) || !(month! >= 1 && month! <= 12)) error(404);
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) error(found.refusal === 'not-your-unit' ? 403 : 404);
	const { series } = found;
	const window = windowOf(series.cadence, { year: year!, month: month! });
	const dates = datesOf(series.calendar, window);
	const [roll, root] = await Promise.all([readInvitedRoll(ctx, series.unitId), ctx.rootUnit()]);
	return {
		id: ctx.newId(),
		unit: { name: series.unitName, nameEn: series.unitNameEn },
		series: { id: series.id, calendar: series.calendar, ageKind: series.ageKind },
		window,
		...dates,
		suggestedOn: suggestDay({ ...dates, today: ctx.today() }),
		contactPhone: series.unitPhone ?? root?.phone ?? '',
		celebrants: celebrantsOf(roll, series, window).map(({ elder, on, age }) => ({
			id: elder.id,
			name: nameText(elder.name),
			birth: elder.birth,
			on,
			age,
			unit: { name: elder.unitName, nameEn: elder.unitNameEn }
		}))
	};
};

const fieldOf: Record<string, string | undefined> = { 'date-in-past': 'on' };

export const actions: Actions = {
	default: act(planBanquetForm, planBanquet, {
		field: fieldOf,
		to: (_, { eventId }) => `/desk/birthdays/${eventId}?planned`
	})
};
