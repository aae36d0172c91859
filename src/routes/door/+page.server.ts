import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import { doorLead } from '$lib/domain/check-in/check-in';
import { listDoorEvents } from '$lib/server/db/check-in/door-events';
import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	if (ctx.actor.kind !== 'account') error(403);
	const { accountId, unitId } = ctx.actor;
	const from = instantOf(ctx.today(), '00:00');
	const until = instantOf(addDays(ctx.today(), 1), '00:00');
	return { events: await listDoorEvents(ctx.db, { accountId, unitId, from, until, lead: doorLead }) };
};
