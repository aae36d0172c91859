import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { decideDonation } from '$lib/domain/blood/donation';
import { findImpossibleDay } from '$lib/domain/blood/impossible-day';
import type { DeferralId } from '$lib/domain/blood/deferral';
import { deferralFields, selfCheckForm } from '$lib/forms/blood/self-check';
import { findStandardOn, listStandardSettings } from '$lib/server/db/blood/donation-standards';
import { standardOn } from '$lib/domain/blood/donation-standard';
import type { Context } from '$lib/server/context';
import { findPublicEvent } from '$lib/server/db/events/events';
import { listUpcomingEvents } from '$lib/server/db/events/public-events';
import { publicSlot } from '$lib/server/events/public-slot';
import { makeCheckToken } from '$lib/server/blood/donor-check';
import { readForm } from '$lib/server/form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (request) => {
	const { ctx, event, slots, isOver } = await openDrive(request);
	const { id, title, place, contactPhone } = event;
	const standard = await findStandardOn(ctx.db, dateOf(slots[0]?.startsAt ?? ctx.now()));
	return {
		event: { id, title, place, contactPhone },
		standard,
		hasSlots: slots.length > 0,
		/** The drive has ended, or does not take place: it is asked nothing. */
		isOver,
		isCancelled: event.cancellation !== null,
		/** The next drive then, where there is one. */
		next: isOver ? await findNextDrive(ctx) : null
	};
};

export const actions: Actions = {
	/** The answers live in this request alone: what goes on is the outcome, signed, in the page that answers. */
	default: async (request) => {
		const { ctx, slots, isOver } = await openDrive(request);
		if (isOver) redirect(303, `/events/${request.params.id}/self-check`);
		const mayTry = () => ctx.throttle.takeSignup(request.getClientAddress());
		const form = await readForm(request.request, selfCheckForm, mayTry);
		if (!form.ok) return form.failure;
		const { answers, sex } = form.data;
		const settings = await listStandardSettings(ctx.db);
		const impossible = findImpossibleDay(answers, ctx.today(), standardOn(settings, ctx.today()).age.from);
		if (impossible) return form.refuse(impossible.fault, fieldOf(impossible.of));
		const days = [...new Set(slots.map(({ startsAt }) => dateOf(startsAt)))];
		const asked = (days.length ? days : [ctx.today()]).map((on) => {
			const standard = standardOn(settings, on);
			return { on, standard, decision: decideDonation(answers, standard, on) };
		});
		const open = asked.find(({ decision: { outcome } }) => outcome === 'eligible' || outcome === 'ask-station');
		const offered = slots.flatMap((slot) => {
			const day = asked.find(({ on }) => on === dateOf(slot.startsAt))!;
			const { outcome } = day.decision;
			if (outcome !== 'eligible' && outcome !== 'ask-station') return [];
			const check = makeCheckToken(ctx.keys, { outcome, standard: day.standard.id, on: day.on }, ctx.now());
			return [{ ...publicSlot(slot), check }];
		});
		const shown = open ?? asked[0]!;
		return { answer: { ...shown, wants: answers.wants, sex, slots: offered } };
	}
};

function fieldOf(of: 'birth' | 'last' | 'platelets' | DeferralId): string {
	const fields = { birth: 'bornOn', last: 'lastOn', platelets: 'plateletsInYear' };
	return of in fields ? fields[of as keyof typeof fields] : deferralFields.on(of as DeferralId);
}

/** The next drive that takes place and has a time to come. */
async function findNextDrive({ db, now }: Context) {
	const { rows } = await listUpcomingEvents(db, { now: now(), kind: 'blood-drive' });
	const next = rows.find(({ cancelledAt, openSlots }) => cancelledAt === null && openSlots > 0);
	return next ? { id: next.id, title: next.title, place: next.place, startsAt: next.startsAt } : null;
}

/** A published blood drive, whether it is over, and its slots that can still be signed up for. */
async function openDrive({ locals, params }: Pick<RequestEvent, 'locals'> & { params: { id: string } }) {
	const ctx = locals.context;
	const event = await findPublicEvent(ctx.db, params.id);
	if (!event || event.kind !== 'blood-drive') error(404);
	const now = ctx.now();
	const isOff = event.cancellation !== null || event.completion !== null;
	const isOver = isOff || (event.endsAt !== null && event.endsAt <= now);
	return { ctx, event, isOver, slots: isOff ? [] : event.slots.filter(({ startsAt }) => startsAt > now) };
}
