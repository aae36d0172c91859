import { redirect } from '@sveltejs/kit';
import { actForm, seatForm, tablesForm } from '$lib/forms/birthdays/birthday';
import { setTables } from '$lib/server/birthdays/birthday-banquets';
import { readForm } from '$lib/server/form';
import { assignSeats, moveGuest } from '$lib/server/birthdays/invitations';
import { openOwnBanquet, stopForeign } from '../get-birthday-banquet';
import type { Actions, PageServerLoad } from './$types';

/** Names in full: neighbours are seated by who they are. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { head, guests } = await openOwnBanquet(ctx, params.id);
	const seated = guests
		.filter(({ people }) => people > 0)
		.map(({ elder, ...own }) => ({
			id: own.id,
			actId: ctx.newId(),
			people: own.people,
			table: own.table,
			isByHand: own.isByHand,
			name: elder.name,
			diet: elder.diet,
			mobility: elder.mobility,
			unit: { name: elder.unitName, nameEn: elder.unitNameEn }
		}));
	const numbers = [...new Set(seated.flatMap(({ table }) => (table === null ? [] : [table])))].sort((a, b) => a - b);
	return {
		ids: { assign: ctx.newId(), tables: ctx.newId() },
		head,
		waiting: seated.filter(({ table }) => table === null),
		tables: numbers.map((number) => {
			const guests = seated.filter(({ table }) => table === number);
			return { number, guests, people: guests.reduce((sum, { people }) => sum + people, 0) };
		})
	};
};

export const actions: Actions = {
	assign: async ({ request, locals, params }) => {
		const form = await readForm(request, actForm);
		if (!form.ok) return form.failure;
		const result = await assignSeats(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/birthdays/${params.id}/seats`);
	},
	move: async ({ request, locals, params }) => {
		const form = await readForm(request, seatForm);
		if (!form.ok) return form.failure;
		const result = await moveGuest(locals.context, form.data);
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/birthdays/${params.id}/seats#table-${form.data.table}`);
	},
	tables: async ({ request, locals, params }) => {
		const form = await readForm(request, tablesForm);
		if (!form.ok) return form.failure;
		const result = await setTables(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/birthdays/${params.id}/seats`);
	}
};
