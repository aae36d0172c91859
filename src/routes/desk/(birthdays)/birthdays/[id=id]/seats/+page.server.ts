import { actForm, seatForm, tablesForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { setTables } from '$lib/server/birthdays/birthday-banquets';
import { assignSeats } from '$lib/server/birthdays/seats';
import { moveGuest } from '$lib/server/birthdays/seats';
import { openOwnBanquet } from '../get-birthday-banquet';
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
	assign: act(actForm, (ctx, data, { params }) => assignSeats(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/birthdays/${params.id}/seats`
	}),
	move: act(seatForm, moveGuest, {
		to: ({ params }, _result, data) => `/desk/birthdays/${params.id}/seats#table-${data.table}`
	}),
	tables: act(tablesForm, (ctx, data, { params }) => setTables(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/birthdays/${params.id}/seats`
	})
};
