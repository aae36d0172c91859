import { layoutForm } from '$lib/forms/blood/donation';
import { editSlotForm } from '$lib/forms/events/slot';
import { newSlotForm } from '$lib/forms/events/slot';
import { removeSlotForm } from '$lib/forms/events/slot';
import { spanAsTyped } from '$lib/forms/span';
import { act } from '$lib/server/act';
import { addSlot, removeSlot } from '$lib/server/events/slots';
import { editSlot } from '$lib/server/events/slot-edits';
import { goesWith, isLeftBehind } from '$lib/domain/shifts/shift';
import { listFollowing } from '$lib/server/db/events/events';
import { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import { layOutSlots } from '$lib/server/events/slot-layout';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	const { id, kind, title, slots, publication, cancellation, completion } = event;
	const [following, shifts] = await Promise.all([
		listFollowing(ctx.db, event, ctx.now()),
		listShiftsOfEvent(ctx.db, id)
	]);
	const coming = shifts.filter(({ startsAt }) => startsAt > ctx.now());
	return {
		newId: ctx.newId(),
		event: { id, title },
		isDrive: kind === 'blood-drive',
		following: following.length,
		isPublished: publication !== null,
		isClosed: cancellation !== null || completion !== null,
		/** What happened to the shifts of a slot that just moved; null when none moved. */
		shiftsMoved: readMoved(url),
		leftBehind: coming.filter((shift) => isLeftBehind(shift, slots)),
		slots: slots.map((slot) => ({
			...slot,
			shifts: coming.filter((shift) => goesWith(shift, slot, slots)).length,
			editId: ctx.newId(),
			removeId: ctx.newId(),
			typed: {
				...spanAsTyped(slot.startsAt, slot.endsAt),
				capacity: String(slot.capacity ?? '')
			}
		}))
	};
};

/** How many shifts moved along, as the answer to the last change says in the address. */
function readMoved(url: URL): number | null {
	const moved = url.searchParams.get('shifts');
	return moved !== null && /^\d{1,4}$/.test(moved) ? Number(moved) : null;
}

const fieldOf: Record<string, string> = {
	'end-before-start': 'endsAt',
	'capacity-below-taken': 'capacity',
	'capacity-below-waiting': 'capacity',
	'reason-missing': 'reason',
	'moved-shift-overlaps': 'movesShifts',
	'quarter-hours-only': 'endsAt'
};

const here = ({ params }: RequestEvent) => `/desk/events/${params.id}/slots`;

export const actions: Actions = {
	add: act(newSlotForm, (ctx, data, { params }) => addSlot(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		day: { ledger: 'events', field: 'on' },
		to: here
	}),
	layout: act(layoutForm, (ctx, data, { params }) => layOutSlots(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		day: { ledger: 'events', field: 'on' },
		to: here
	}),
	edit: act(editSlotForm, (ctx, data, { params }) => editSlot(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		day: { ledger: 'events', field: 'on' },
		to: (event, result) => `${here(event)}${result.shifts === undefined ? '' : `?shifts=${result.shifts}`}`
	}),
	remove: act(removeSlotForm, (ctx, data, { params }) => removeSlot(ctx, { ...data, eventId: params.id }), {
		to: here
	})
};
