import { editShiftForm, giveBackShiftForm, hoursForm, newShiftForm, removeShiftForm } from '$lib/forms/shifts/shift';
import { act } from '$lib/server/act';
import { listHoursOfEvent } from '$lib/server/db/shifts/event-hours';
import { listWaitsOfEvent } from '$lib/server/db/shifts/shift-waits';
import { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import { answerHours } from '$lib/server/shifts/shift-hours';
import { createShift, removeShift } from '$lib/server/shifts/shifts';
import { editShift } from '$lib/server/shifts/shift-edits';
import { giveBackShift } from '$lib/server/shifts/shift-claims';
import { getOwnEvent } from '../../get-event';
import { spanAsTyped } from '$lib/forms/span';
import { servedShifts, shownShift } from './shown-shifts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const [event, shifts, waits, hours] = await Promise.all([
		getOwnEvent(ctx, params.id),
		listShiftsOfEvent(ctx.db, params.id),
		listWaitsOfEvent(ctx.db, params.id),
		listHoursOfEvent(ctx.db, params.id)
	]);
	const { id, title, startsAt, endsAt, publication, cancellation, completion } = event;
	return {
		done: url.searchParams.get('done'),
		newId: ctx.newId(),
		event: { id, title },
		isDraft: publication === null,
		isClosed: cancellation !== null || completion !== null,
		/** A new shift is most often the event's own time. */
		typed: startsAt !== null && endsAt !== null ? spanAsTyped(startsAt, endsAt) : {},
		shifts: shifts.map((shift) => shownShift(ctx, shift, waits)),
		served: cancellation !== null ? [] : servedShifts(ctx, shifts, hours)
	};
};

const fieldOf: Record<string, string> = {
	'end-before-start': 'endsAt',
	'needed-below-taken': 'needed',
	'shift-has-claims': 'form',
	'hours-too-long': 'hours',
	'hours-reason-missing': 'reason',
	'reason-missing': 'reason',
	'moved-shift-overlaps': 'startsAt'
};

const here = ({ params }: RequestEvent) => `/desk/events/${params.id}/shifts`;

export const actions: Actions = {
	add: act(newShiftForm, (ctx, data, { params }) => createShift(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		to: here
	}),
	edit: act(editShiftForm, editShift, { field: fieldOf, to: here }),
	remove: act(removeShiftForm, removeShift, { to: here }),
	giveBack: act(giveBackShiftForm, giveBackShift, { to: here }),
	hours: act(hoursForm, answerHours, {
		field: fieldOf,
		to: (event, result) => `${here(event)}?done=${result.isSettled ? 'confirmed' : 'corrected'}#hours`
	})
};
