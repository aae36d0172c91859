import { error, redirect } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { maskName } from '$lib/domain/people/person-name';
import { villageKinds } from '$lib/domain/units/unit';
import { outside, signupForm } from '$lib/forms/signups/signup';
import { findPublicEvent } from '$lib/server/db/events/events';
import { publicSlot } from '$lib/server/events/public-slot';
import { readCheckToken } from '$lib/server/blood/donor-check';
import { listKnownPeople, rememberPerson, type KnownPerson } from '$lib/server/signups/people-cookie';
import { readFields, readForm, sentForm, sentTo } from '$lib/server/form';
import type { FormState } from '$lib/ui/elements/form-state';
import { whichChannels } from '$lib/server/messages/outbox/set-up';
import { signUp } from '$lib/server/signups/signups';
import { grantSlip } from '$lib/server/signups/slip-cookie';
import { takeUnitsFound } from '$lib/server/found-units';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { readClosed } from './closed-slot';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, cookies, request }) => {
	const ctx = locals.context;
	const root = await ctx.rootUnit();
	const known = listKnownPeople(cookies, ctx.keys);
	const again = known[Number(url.searchParams.get('again') ?? NaN)];
	const [event, villages] = await Promise.all([
		findPublicEvent(ctx.db, params.id),
		readUnitChoice(ctx, sentTo({ request, url }), {
			name: 'villageId',
			first: again?.villageId,
			scope: root?.id ?? '',
			kinds: villageKinds
		})
	]);
	if (!event) error(404);
	const sent = sentForm(request);
	const slotId = sent?.get('slotId') ?? url.searchParams.get('slot');
	const { slots, ...shown } = event;
	const slot = slots.find(({ id }) => id === slotId);
	const closed = readClosed(event, slot, ctx.now());
	// A form that was filled in is answered here, with what was typed.
	if (closed && !sent?.has('id')) redirect(303, `/events/${event.id}#slots`);
	if (event.kind === 'blood-drive' && request.method === 'GET') redirect(303, selfCheck(event.id));
	return {
		id: ctx.newId(),
		event: shown,
		slot: slot ? publicSlot(slot) : null,
		closed,
		villages,
		/** Whether letters go out by e-mail: else an address is not asked for. */
		hasEmail: whichChannels(ctx.settings.channels).email,
		known: known.map(({ name, partySize }) => ({ name: maskName(name), partySize })),
		again: valuesOf(again)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies, url, getClientAddress }) => {
		const ctx = locals.context;
		const opening = openingOf(await readFields(request));
		if (opening !== null) {
			if (!readCheckToken(ctx.keys, opening, ctx.now())) redirect(303, selfCheck(params.id));
			return { values: { check: opening }, errors: {} } as FormState;
		}
		const mayTry = () => ctx.throttle.takeSignup(getClientAddress());
		const form = await readForm(request, signupForm, mayTry, (sent) => takeUnitsFound(ctx, sent, signupForm));
		if (!form.ok) return form.failure;
		const result = await signUp(ctx, { ...form.data, language: getLocale() });
		if (!result.ok && result.refusal === 'check-missing') redirect(303, selfCheck(params.id));
		if (!result.ok) return form.refuse(result.refusal, fieldOf[result.refusal]);
		const isSecure = url.protocol === 'https:';
		grantSlip(cookies, ctx.keys, form.data.id, ctx.now(), isSecure);
		// A cadre's browser serves many households: it remembers none.
		if (ctx.actor.kind === 'visitor') rememberPerson(cookies, ctx.keys, form.data, isSecure);
		redirect(303, result.asked ? `/slip/${form.data.id}/questions` : `/slip/${form.data.id}`);
	}
};

/** The fields that refusals are about; the others are of the whole form. */
const fieldOf: Partial<Record<string, string>> = {
	'party-larger-than-slot': 'partySize',
	'village-unknown': 'villageId'
};

const selfCheck = (eventId: string) => `/events/${eventId}/self-check`;

/** A post that brings the outcome of a self-check and nothing else opens the form. Out: that outcome; null for the form itself. */
function openingOf(sent: FormData): string | null {
	const check = sent.get('check');
	return typeof check === 'string' && !sent.has('id') ? check : null;
}

/** The form's first values for a person whom this device signed up before. */
function valuesOf(person: KnownPerson | undefined): Record<string, string> {
	if (!person) return {};
	const { name, phone, villageId, partySize, companions, helper } = person;
	return {
		name,
		phone,
		villageId: villageId ?? outside,
		partySize: String(partySize),
		companions: companions.join('、'),
		...(helper && { helperName: helper.name, helperPhone: helper.phone ?? '' })
	};
}
