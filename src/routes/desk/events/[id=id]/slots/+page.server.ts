import { redirect } from '@sveltejs/kit';
import { dateOf, timeOf } from '$lib/domain/calendar';
import { layoutForm } from '$lib/forms/donation';
import { editSlotForm, newSlotForm, removeSlotForm } from '$lib/forms/event';
import { addSlot, editSlot, removeSlot } from '$lib/server/slots';
import { listFollowing } from '$lib/server/db/events';
import { readForm } from '$lib/server/form';
import { layOutSlots } from '$lib/server/slot-layout';
import { getOwnEvent, stopForeign } from '../../own-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	const { id, kind, title, slots, publication, cancellation, completion } = event;
	const following = await listFollowing(ctx.db, event, ctx.now());
	return {
		newId: ctx.newId(),
		event: { id, title },
		isDrive: kind === 'blood-drive',
		following: following.length,
		isPublished: publication !== null,
		isClosed: cancellation !== null || completion !== null,
		slots: slots.map((slot) => ({
			...slot,
			editId: ctx.newId(),
			removeId: ctx.newId(),
			typed: {
				on: dateOf(slot.startsAt),
				startsAt: timeOf(slot.startsAt),
				endsAt: timeOf(slot.endsAt),
				capacity: String(slot.capacity ?? '')
			}
		}))
	};
};

const fieldOf: Record<string, string> = {
	'end-before-start': 'endsAt',
	'capacity-below-taken': 'capacity',
	'capacity-below-waiting': 'capacity',
	'reason-missing': 'reason',
	'quarter-hours-only': 'endsAt'
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await readForm(request, newSlotForm);
		if (!form.ok) return form.failure;
		const result = await addSlot(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal), fieldOf[result.refusal]);
		redirect(303, `/desk/events/${params.id}/slots`);
	},
	layout: async ({ locals, params, request }) => {
		const form = await readForm(request, layoutForm);
		if (!form.ok) return form.failure;
		const result = await layOutSlots(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal), fieldOf[result.refusal]);
		redirect(303, `/desk/events/${params.id}/slots`);
	},
	edit: async ({ locals, params, request }) => {
		const form = await readForm(request, editSlotForm);
		if (!form.ok) return form.failure;
		const result = await editSlot(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal), fieldOf[result.refusal]);
		redirect(303, `/desk/events/${params.id}/slots`);
	},
	remove: async ({ locals, params, request }) => {
		const form = await readForm(request, removeSlotForm);
		if (!form.ok) return form.failure;
		const result = await removeSlot(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/events/${params.id}/slots`);
	}
};
