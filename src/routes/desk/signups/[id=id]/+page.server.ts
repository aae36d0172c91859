import { actForm, correctionForm, moveForm, partyForm } from '$lib/forms/signups/signup';
import { act } from '$lib/server/act';
import { openOwn } from '$lib/server/people/open-record';
import { findPeople, findSignup } from '$lib/server/db/signups/signups';
import { listLineMoves } from '$lib/server/db/signups/waitlist';
import { correctSignup } from '$lib/server/signups/signup-corrections';
import { confirmSignup } from '$lib/server/signups/held-places';
import { changeParty, withdrawSignup } from '$lib/server/signups/signup-changes';
import { moveInLine } from '$lib/server/signups/waitlist';
import { correctedField } from '$lib/ui/signups/signup-words';
import { nameText } from '$lib/ui/people/person-words';
import type { Actions, PageServerLoad } from './$types';

/** One party, for a cadre on the telephone with it: names and numbers are in full here. */
export const load: PageServerLoad = async (request) => {
	const ctx = request.locals.context;
	const found = await openOwn(ctx, await findSignup(ctx.db, request.params.id), ({ event }) => event.unitId);
	const { signup, slot, event, village, position, came, cameAt, cancellation } = found;
	const [people, moves] = await Promise.all([findPeople(ctx.db, signup.id), listLineMoves(ctx.db, signup.id)]);
	const open = (sealed: string | null, field: string) => sealed && ctx.keys.open(sealed, field, signup.id);
	const { id, status, partySize, granted, acceptsSome, code, at, origin } = signup;
	return {
		id: ctx.newId(),
		signup: {
			id,
			status,
			partySize,
			granted,
			acceptsSome,
			code,
			at,
			origin,
			position,
			came,
			cameAt,
			heldUntil: signup.heldUntil,
			isLapsed: signup.isLapsed,
			name: nameText(open(signup.nameSealed, 'signups.name')!, true),
			phone: open(signup.phoneSealed, 'signups.phone') || null,
			email: open(signup.emailSealed, 'signups.email'),
			village,
			companions: people.companions
				.filter(({ nth }) => nth <= partySize)
				.map(({ nameSealed }) => open(nameSealed, 'companions.name')!),
			helper: people.helper && {
				name: open(people.helper.nameSealed, 'helpers.name')!,
				phone: open(people.helper.phoneSealed, 'helpers.phone')
			}
		},
		slot: {
			startsAt: slot.startsAt,
			endsAt: slot.endsAt,
			hasBegun: slot.startsAt <= ctx.now(),
			isLimited: slot.capacity !== null
		},
		event: { id: event.id, title: event.title, letsPass: event.letsPass },
		isCancelled: cancellation !== null,
		moves,
		isChanged: request.url.searchParams.has('changed')
	};
};

const shown = ({ params }: { params: { id: string } }) => `/desk/signups/${params.id}?changed`;

export const actions: Actions = {
	party: act(partyForm, (ctx, data, { params }) => changeParty(ctx, { ...data, signupId: params.id }), {
		field: 'partySize',
		to: (event) => shown(event)
	}),
	correct: act(correctionForm, (ctx, data, { params }) => correctSignup(ctx, { ...data, signupId: params.id }), {
		field: correctedField,
		to: (event) => shown(event)
	}),
	confirm: act(actForm, (ctx, data, { params }) => confirmSignup(ctx, { ...data, signupId: params.id }), {
		to: (event) => shown(event)
	}),
	withdraw: act(actForm, (ctx, data, { params }) => withdrawSignup(ctx, { ...data, signupId: params.id }), {
		to: (event) => shown(event)
	}),
	move: act(moveForm, (ctx, data, { params }) => moveInLine(ctx, { ...data, signupId: params.id }), {
		to: (event) => shown(event)
	})
};
