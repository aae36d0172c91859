import { getOwnEvent } from '../../get-event';
import { openLists } from '../lists';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { id, title, slots } = await getOwnEvent(ctx, params.id);
	const inFull = url.searchParams.get('names') === 'full';
	return { event: { id, title }, inFull, slots: await openLists(ctx, slots, { inFull }) };
};
