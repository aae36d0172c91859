import { error } from '@sveltejs/kit';
import { feedbackDays } from '$lib/domain/lectures/lecture';
import { unitName } from '$lib/ui/units/unit-name';
import { getOwnEvent } from '../../../get-event';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id, title, kind, number, unitName: name, unitNameEn: nameEn } = await getOwnEvent(locals.context, params.id);
	if (kind !== 'lecture') error(404);
	return {
		event: { id, title },
		days: feedbackDays,
		unit: unitName({ name, nameEn }),
		address: `${url.origin}/events/${id}/feedback`,
		shortAddress: `${url.host}/e/${number}`
	};
};
