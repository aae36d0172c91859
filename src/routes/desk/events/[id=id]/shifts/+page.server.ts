import { actorId } from '$lib/domain/people/actor';
import { dateOf, timeOf } from '$lib/domain/calendar/calendar';
import { hourState, lengthOf } from '$lib/domain/shifts/shift-hours';
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
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const [event, shifts, waits, hours] = await Promise.all([
		getOwnEvent(ctx, params.id),
		listShiftsOfEvent(ctx.db, params.id),
		listWaitsOfEvent(ctx.db, params.id),
		listHoursOfEvent(ctx.db, params.id)
	]);
	const nameOf = ({ accountId, nameSealed }: { accountId: string; nameSealed: string }) =>
		ctx.keys.open(nameSealed, 'accounts.name', accountId);
	const { id, title, startsAt, endsAt, publication, cancellation, completion } = event;
	return {
		done: url.searchParams.get('done'),
		newId: ctx.newId(),
		event: { id, title },
		isDraft: publication === null,
		isClosed: cancellation !== null || completion !== null,
		/** A new shift is most often the event's own time. */
		typed: startsAt !== null && endsAt !== null ? typedSpan(startsAt, endsAt) : {},
		shifts: shifts.map(({ claims, ...shift }) => ({
			...shift,
			editId: ctx.newId(),
			removeId: ctx.newId(),
			hasBegun: shift.startsAt <= ctx.now(),
			typed: { ...typedSpan(shift.startsAt, shift.endsAt), duty: shift.duty, needed: String(shift.needed) },
			claims: claims.map((claim) => ({
				id: claim.id,
				giveBackId: ctx.newId(),
				name: nameOf(claim),
				/** Moved, not seen yet, and still to come: a cadre should ring up. */
				hasUnseen: claim.hasUnseen && shift.startsAt > ctx.now()
			})),
			reserve: shift.startsAt > ctx.now() ? waits.filter(({ shiftId }) => shiftId === shift.id).map(nameOf) : []
		})),
		served:
			cancellation !== null
				? []
				: shifts
						.filter((shift) => shift.endsAt <= ctx.now())
						.flatMap((shift) =>
							shift.claims.map((claim) => ({
								claimId: claim.id,
								duty: shift.duty,
								startsAt: shift.startsAt,
								endsAt: shift.endsAt,
								name: nameOf(claim),
								isOwn: actorId(ctx.actor) === claim.accountId,
								ids: [ctx.newId(), ctx.newId()],
								minutes: lengthOf(shift),
								heard: hours.get(claim.id)?.length ?? 0,
								state: hourState(hours.get(claim.id) ?? [])
							}))
						)
	};
};

const typedSpan = (startsAt: number, endsAt: number) => ({
	on: dateOf(startsAt),
	startsAt: timeOf(startsAt),
	endsAt: timeOf(endsAt)
});

const fieldOf: Record<string, string> = {
	'end-before-start': 'endsAt',
	'needed-below-taken': 'needed',
	'shift-has-claims': 'form',
	'hours-too-long': 'hours',
	'hours-reason-missing': 'reason',
	'reason-missing': 'reason',
	'moved-shift-overlaps': 'startsAt'
};

export const actions: Actions = {
	add: act(newShiftForm, (ctx, data, { params }) => createShift(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		to: ({ params }) => `/desk/events/${params.id}/shifts`
	}),
	edit: act(editShiftForm, editShift, { field: fieldOf, to: ({ params }) => `/desk/events/${params.id}/shifts` }),
	remove: act(removeShiftForm, removeShift, { to: ({ params }) => `/desk/events/${params.id}/shifts` }),
	giveBack: act(giveBackShiftForm, giveBackShift, { to: ({ params }) => `/desk/events/${params.id}/shifts` }),
	hours: act(hoursForm, answerHours, {
		field: fieldOf,
		to: ({ params }, result) =>
			`/desk/events/${params.id}/shifts?done=${result.isSettled ? 'confirmed' : 'corrected'}#hours`
	})
};
