import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { actForm, correctionForm, moveForm, partyForm } from '$lib/forms/signups/signup';
import { findPeople, findSignup } from '$lib/server/db/signups/signups';
import { listLineMoves } from '$lib/server/db/signups/waitlist';
import { readForm } from '$lib/server/form';
import { mayActFor } from '$lib/server/people/rights';
import { correctSignup } from '$lib/server/signups/signup-corrections';
import { changeParty, withdrawSignup } from '$lib/server/signups/signups';
import { moveInLine } from '$lib/server/signups/waitlist';
import { correctedField } from '$lib/ui/signups/signup-words';
import { nameText } from '$lib/ui/people/person-words';
import type { Actions, PageServerLoad } from './$types';

/** One party, for a cadre on the telephone with it: names and numbers are in full here. */
export const load: PageServerLoad = async (request) => {
	const { ctx, found } = await getOwnSignup(request);
	const { signup, slot, event, village, position, cancellation } = found;
	const [people, moves] = await Promise.all([findPeople(ctx.db, signup.id), listLineMoves(ctx.db, signup.id)]);
	const open = (sealed: string | null, field: string) => sealed && ctx.keys.open(sealed, field, signup.id);
	const { id, place, partySize, granted, acceptsSome, code, at, origin } = signup;
	return {
		id: ctx.newId(),
		signup: {
			id,
			place,
			partySize,
			granted,
			acceptsSome,
			code,
			at,
			origin,
			position,
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

export const actions: Actions = {
	party: async (request) => {
		const { ctx } = await getOwnSignup(request);
		const form = await readForm(request.request, partyForm);
		if (!form.ok) return form.failure;
		const result = await changeParty(ctx, { ...form.data, signupId: request.params.id });
		return result.ok ? shown(request) : form.refuse(result.refusal, 'partySize');
	},
	correct: async (request) => {
		const { ctx } = await getOwnSignup(request);
		const form = await readForm(request.request, correctionForm);
		if (!form.ok) return form.failure;
		const result = await correctSignup(ctx, { ...form.data, signupId: request.params.id });
		return result.ok ? shown(request) : form.refuse(result.refusal, correctedField[result.refusal]);
	},
	withdraw: async (request) => {
		const { ctx } = await getOwnSignup(request);
		const form = await readForm(request.request, actForm);
		if (!form.ok) return form.failure;
		const result = await withdrawSignup(ctx, { ...form.data, signupId: request.params.id });
		return result.ok ? shown(request) : form.refuse(result.refusal);
	},
	move: async (request) => {
		const { ctx } = await getOwnSignup(request);
		const form = await readForm(request.request, moveForm);
		if (!form.ok) return form.failure;
		const result = await moveInLine(ctx, { ...form.data, signupId: request.params.id });
		return result.ok ? shown(request) : form.refuse(result.refusal);
	}
};

const shown = ({ params }: { params: { id: string } }): never => redirect(303, `/desk/signups/${params.id}?changed`);

async function getOwnSignup({ locals, params }: Pick<RequestEvent, 'locals'> & { params: { id: string } }) {
	const ctx = locals.context;
	const found = await findSignup(ctx.db, params.id);
	if (!found) error(404);
	if (!(await mayActFor(ctx, found.event.unitId))) error(403);
	return { ctx, found };
}
