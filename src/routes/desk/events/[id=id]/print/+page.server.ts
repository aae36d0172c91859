import { getOwnEvent } from '../../get-event';
import { openLists } from '../lists';
import type { PageServerLoad } from './$types';

/** Names and phones in full: the sheet lies on the table at the door. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { id, title, place, unitName, unitNameEn, partner, slots } = await getOwnEvent(ctx, params.id);
	return {
		event: { id, title, place, partner, unit: { name: unitName, nameEn: unitNameEn } },
		slots: await openLists(ctx, slots, { inFull: true })
	};
};
