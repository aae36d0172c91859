import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { admitForm, checkInForm, scanForm, slotActForm, undoForm, walkInForm } from '$lib/forms/check-in/check-in';
import type { Context } from '$lib/server/context';
import { findCheckIn } from '$lib/server/db/check-in/check-ins';
import { findParty } from '$lib/server/db/check-in/parties';
import { findSignup } from '$lib/server/db/signups/signups';
import { admitWaiting, checkIn, undoCheckIn } from '$lib/server/check-in/check-in';
import { closeDoor } from '$lib/server/check-in/no-shows';
import { findScanned } from '$lib/server/check-in/scan';
import { releaseNoShows } from '$lib/server/check-in/no-shows';
import { walkIn } from '$lib/server/check-in/walk-ins';
import { readForm } from '$lib/server/form';
import type { FormState } from '$lib/ui/elements/form-state';
import { foldText } from '$lib/domain/folded-text';
import { wrongInput, type Answer, type AnsweredParty, type AnswerKind } from './answer';
import { getDoor, readLatest, readParties, stateOf } from './read-door';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const door = await getDoor(ctx, params.id, url.searchParams.get('slot'));
	const { event, slot } = door;
	const wanted = foldText(url.searchParams.get('q') ?? '').replace(/\s/g, '');
	const [parties, latest, lastAnswer] = await Promise.all([
		readParties(ctx, slot.id, wanted),
		readLatest(ctx, slot.id),
		readLastAnswer(ctx, event.id, url.searchParams.get('told'))
	]);
	return {
		event: { id: event.id, title: event.title, place: event.place, kind: event.kind },
		slots: event.slots.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt })),
		slot,
		state: stateOf(door, ctx.now()),
		hasBegun: ctx.now() >= slot.startsAt,
		wanted,
		parties,
		latest,
		lastAnswer,
		ids: { scan: ctx.newId(), code: ctx.newId(), walkIn: ctx.newId(), release: ctx.newId(), close: ctx.newId() }
	};
};

type Event = RequestEvent<{ id: string }>;

export const actions: Actions = {
	scan: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, scanForm);
		if (!form.ok) return wrong(form.state);
		const { id, text, how } = form.data;
		const signupId = await findScanned(ctx, eventId, text);
		const party = signupId && (await findParty(ctx.db, signupId));
		if (!party) return refuse(ctx, eventId, 'slip-unknown');
		if (party.eventId !== eventId) return refuse(ctx, eventId, 'other-event', party.id);
		const result = await checkIn(ctx, { id, slotId, signupId: party.id, people: null, how });
		if (!result.ok) return refuse(ctx, eventId, result.refusal, party.id);
		back(eventId, slotId, id);
	},
	checkIn: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, checkInForm);
		if (!form.ok) return wrong(form.state);
		const result = await checkIn(ctx, { ...form.data, slotId });
		if (!result.ok) return refuse(ctx, eventId, result.refusal, form.data.signupId);
		back(eventId, slotId, form.data.id);
	},
	admit: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, admitForm);
		if (!form.ok) return wrong(form.state);
		const result = await admitWaiting(ctx, { ...form.data, slotId });
		if (!result.ok) return refuse(ctx, eventId, result.refusal, form.data.signupId);
		back(eventId, slotId, form.data.id);
	},
	walkIn: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, walkInForm);
		if (!form.ok) return wrong(form.state);
		const result = await walkIn(ctx, { ...form.data, slotId, eventId });
		if (!result.ok) return refuse(ctx, eventId, result.refusal);
		back(eventId, slotId, form.data.id);
	},
	undo: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, undoForm);
		if (!form.ok) return wrong(form.state);
		const result = await undoCheckIn(ctx, form.data);
		if (!result.ok) return refuse(ctx, eventId, result.refusal);
		back(eventId, slotId, form.data.checkInId);
	},
	release: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, slotActForm);
		if (!form.ok) return wrong(form.state);
		const result = await releaseNoShows(ctx, { ...form.data, slotId, eventId });
		if (!result.ok) return refuse(ctx, eventId, result.refusal);
		back(eventId, slotId, 'released');
	},
	close: async (request) => {
		const { ctx, slotId, eventId } = await at(request);
		const form = await readForm(request.request, slotActForm);
		if (!form.ok) return wrong(form.state);
		const result = await closeDoor(ctx, { ...form.data, slotId, eventId });
		if (!result.ok) return refuse(ctx, eventId, result.refusal);
		back(eventId, slotId, 'closed');
	}
};

async function at({ locals, params, url }: Event) {
	const { slot } = await getDoor(locals.context, params.id, url.searchParams.get('slot'));
	return { ctx: locals.context, eventId: params.id, slotId: slot.id };
}

function back(eventId: string, slotId: string, actId: string): never {
	redirect(303, `/door/${eventId}?slot=${slotId}&told=${actId}`);
}

async function refuse(ctx: Context, eventId: string, kind: AnswerKind, signupId?: string) {
	const party = signupId ? await describe(ctx, eventId, signupId) : undefined;
	const answer: Answer = { kind, key: ctx.newId(), party };
	return fail(409, { answer });
}

function wrong(sent: FormState) {
	const answer: Answer = { kind: wrongInput(sent.errors), key: sent.values.id ?? '' };
	return fail(answer.kind === 'database-busy' ? 503 : 400, { answer });
}

/**
 * The result of the act in the address. It is read from the records, so the address itself says nothing about a
 * person.
 */
async function readLastAnswer(ctx: Context, eventId: string, actId: string | null): Promise<Answer | null> {
	if (actId === 'released' || actId === 'closed') return { kind: actId, key: actId };
	if (!actId) return null;
	const checkIn = await findCheckIn(ctx.db, actId);
	if (checkIn) {
		const party = checkIn.eventId === eventId ? await describe(ctx, eventId, checkIn.signupId) : undefined;
		const kind = checkIn.isUndone ? 'undone' : 'in';
		return party ? { kind, key: `${actId} ${kind}`, party: { ...party, people: checkIn.people } } : null;
	}
	const found = await findSignup(ctx.db, actId);
	const party = found?.event.id === eventId ? await describe(ctx, eventId, actId) : undefined;
	return party && found ? { kind: 'queued', key: actId, party: { ...party, position: found.position } } : null;
}

/** Of a slip that belongs to another event it says which, not whose. */
async function describe(ctx: Context, ownEventId: string, signupId: string): Promise<AnsweredParty | undefined> {
	const party = await findParty(ctx.db, signupId);
	if (!party) return undefined;
	const { title, eventId, slotId, startsAt, granted, came, cameAt } = party;
	const name = eventId === ownEventId ? ctx.keys.open(party.nameSealed, 'signups.name', signupId) : '';
	return { name, title, eventId, slotId, startsAt, granted, came, cameAt };
}
