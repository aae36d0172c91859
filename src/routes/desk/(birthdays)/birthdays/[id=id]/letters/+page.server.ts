import { dateOf } from '$lib/domain/calendar/calendar';
import { lunarOf } from '$lib/server/calendar/lunar';
import { openOwnBanquet } from '../get-birthday-banquet';
import type { PageServerLoad } from './$types';

/** Names in full: each gets a letter. Who declined gets none. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { head, guests } = await openOwnBanquet(locals.context, params.id);
	return {
		head,
		lunar: head.startsAt === null ? null : lunarOf(dateOf(head.startsAt)),
		guests: guests
			.filter(({ state }) => state !== 'declined')
			.map(({ id, elder, birthday, needsTransport }) => ({
				id,
				name: elder.name,
				sex: elder.sex,
				age: birthday?.age ?? null,
				needsTransport,
				pickUpPoint: elder.pickUpPoint
			}))
	};
};
