import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { answerField, answersForm } from '$lib/forms/events/question';
import { answerQuestions } from '$lib/server/signups/answers';
import { readPartyAnswers } from '$lib/server/signups/party-answers';
import { listQuestions } from '$lib/server/db/events/questions';
import { findSignup } from '$lib/server/db/signups/signups';
import { goOn, readForm } from '$lib/server/form';
import { asHolder } from '$lib/server/signups/slip-cookie';
import { nameText } from '$lib/ui/people/person-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (request) => {
	const { ctx, signup, event, slot, questions } = await open(request);
	const { names, answers } = await readPartyAnswers(ctx, signup);
	return {
		id: ctx.newId(),
		signupId: signup.id,
		event: { title: event.title, place: event.place },
		slot: { startsAt: slot.startsAt, endsAt: slot.endsAt },
		people: names.map((name) => name && nameText(name)),
		questions,
		values: Object.fromEntries(answers.map(({ nth, questionId, value }) => [answerField(nth, questionId), value]))
	};
};

export const actions: Actions = {
	default: async (request) => {
		const { ctx, signup, questions } = await open(request);
		const form = await readForm(request.request, answersForm(questions, signup.partySize));
		if (!form.ok) return form.failure;
		const result = await answerQuestions(ctx, { ...form.data, signupId: signup.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/slip/${signup.id}`);
	}
};

/** For the holder of the slip alone, as a villager; where nothing can be answered (any more), on to the slip. */
async function open({
	locals,
	cookies,
	params,
	request
}: Pick<RequestEvent, 'locals' | 'cookies' | 'request'> & { params: { id: string } }) {
	const ctx = asHolder(locals.context, cookies, params.id) ?? redirect(303, '/slip');
	const found = await findSignup(ctx.db, params.id);
	if (!found) error(404);
	const { signup, slot, event, cancellation } = found;
	const questions = await listQuestions(ctx.db, event.id);
	const isOver = signup.status === 'withdrawn' || cancellation !== null || slot.startsAt <= ctx.now();
	if (isOver || questions.length === 0) goOn(request, `/slip/${params.id}`);
	return { ctx, signup, slot, event, questions };
}
