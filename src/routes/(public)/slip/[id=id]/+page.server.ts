import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { decideFeedback } from '$lib/domain/lectures/lecture';
import { actForm, correctionForm, partyForm } from '$lib/forms/signups/signup';
import type { Result } from '$lib/domain/result';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { findSlip } from '$lib/server/db/signups/slip-page';
import { askDonationReminder, dropDonationReminder } from '$lib/server/blood/donation-reminders';
import { readDonorSlip } from '$lib/server/blood/donor-slip';
import { correctSignup } from '$lib/server/signups/signup-corrections';
import { changeParty, withdrawSignup } from '$lib/server/signups/signup-changes';
import { slipToken } from '$lib/server/signups/slip-token';
import { asHolder } from '$lib/server/signups/slip-cookie';
import { correctedField } from '$lib/ui/signups/signup-words';
import { giveStationConsent, withdrawStationConsent } from '$lib/server/blood/station-consents';
import { nameText, phoneText } from '$lib/ui/people/person-words';
import type { ErrorCode } from '$lib/ui/elements/error-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (request) => {
	const ctx = openContext(request);
	const found = await findSlip(ctx.db, request.params.id);
	if (!found) error(404);
	const { signup, slot, event, village, position, came, cameAt, cancellation, companions, helper } = found;
	return {
		id: ctx.newId(),
		signup: {
			id: signup.id,
			status: signup.status,
			partySize: signup.partySize,
			granted: signup.granted,
			acceptsSome: signup.acceptsSome,
			heldUntil: signup.heldUntil,
			isLapsed: signup.isLapsed || (signup.heldUntil !== null && signup.heldUntil <= ctx.now()),
			companions: companions
				.filter(({ nth }) => nth <= signup.partySize)
				.map(({ nameSealed }) => nameText(ctx.keys.open(nameSealed, 'companions.name', signup.id))),
			helper: helper && nameText(ctx.keys.open(helper.nameSealed, 'helpers.name', signup.id)),
			code: signup.code,
			at: signup.at,
			name: nameText(ctx.keys.open(signup.nameSealed, 'signups.name', signup.id)),
			phone: phoneText(signup.phoneSealed && ctx.keys.open(signup.phoneSealed, 'signups.phone', signup.id)),
			village: village && (getLocale() === 'en' ? (village.nameEn ?? village.name) : village.name),
			position,
			came,
			cameAt
		},
		slot: { id: slot.id, startsAt: slot.startsAt, endsAt: slot.endsAt, hasBegun: slot.startsAt <= ctx.now() },
		event: { id: event.id, title: event.title, place: event.place, contactPhone: event.contactPhone },
		rule: { letsPass: event.letsPass, isLimited: slot.capacity !== null, moves: found.lineMoves },
		cancellation,
		donation: event.kind === 'blood-drive' ? await readDonorSlip(ctx, found) : null,
		partner: event.partner,
		/** The lecture that people of the party came to asks how it was. */
		asksFeedback:
			event.kind === 'lecture' &&
			came > 0 &&
			decideFeedback({ ...event, isCancelled: cancellation !== null, now: ctx.now() }) === 'open',
		address: new URL(`/s/${slipToken(ctx.keys, signup.id)}`, request.url).href,
		questions: { asked: found.asked, unanswered: found.unanswered },
		changes: found.changes.filter(({ slotId }) => slotId === null || slotId === slot.id),
		isChanged: request.url.searchParams.has('changed'),
		isCorrected: request.url.searchParams.has('corrected')
	};
};

type Holding = RequestEvent<{ id: string }>;
type Verb = (ctx: Context, act: { id: string; signupId: string }) => Promise<Result<object, ErrorCode>>;

/** One act on one's own slip that needs no input. */
const actOf = (verb: Verb) =>
	act(actForm, (ctx, { id }, { params }: Holding) => verb(ctx, { id, signupId: params.id }), {
		as: (event) => openContext(event),
		to: ({ params }) => `/slip/${params.id}`
	});

export const actions: Actions = {
	party: act(partyForm, (ctx, data, { params }) => changeParty(ctx, { ...data, signupId: params.id }), {
		as: (event) => openContext(event),
		field: 'partySize',
		to: ({ params }) => `/slip/${params.id}?changed`
	}),
	correct: act(correctionForm, (ctx, data, { params }) => correctSignup(ctx, { ...data, signupId: params.id }), {
		as: (event) => openContext(event),
		field: correctedField,
		to: ({ params }) => `/slip/${params.id}?corrected`
	}),
	withdraw: actOf(withdrawSignup),
	consent: actOf(giveStationConsent),
	unconsent: actOf(withdrawStationConsent),
	remind: actOf(askDonationReminder),
	unremind: actOf(dropDonationReminder)
};

/** The holder of the slip acts as a villager, also when signed in as staff. Without the slip: to the look-up. */
function openContext({
	locals,
	cookies,
	params
}: Pick<RequestEvent, 'locals' | 'cookies'> & { params: { id: string } }) {
	return asHolder(locals.context, cookies, params.id) ?? redirect(303, '/slip');
}
