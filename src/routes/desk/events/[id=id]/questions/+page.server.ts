import { redirect } from '@sveltejs/kit';
import { maxQuestions } from '$lib/domain/events/question';
import { mendQuestionForm, moveQuestionForm, questionForm, removeQuestionForm } from '$lib/forms/events/question';
import { listQuestions } from '$lib/server/db/events/questions';
import { readForm } from '$lib/server/form';
import { addQuestion, mendQuestion, moveQuestion, removeQuestion } from '$lib/server/events/questions';
import { getOwnEvent, stopForeign } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { id, title, cancellation, completion } = await getOwnEvent(ctx, params.id);
	const questions = await listQuestions(ctx.db, id);
	return {
		newId: ctx.newId(),
		event: { id, title },
		isClosed: cancellation !== null || completion !== null,
		hasRoom: questions.length < maxQuestions,
		questions: questions.map((question) => ({
			...question,
			mendId: ctx.newId(),
			upId: ctx.newId(),
			downId: ctx.newId(),
			removeId: ctx.newId()
		}))
	};
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await readForm(request, questionForm);
		if (!form.ok) return form.failure;
		const result = await addQuestion(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, here(params.id));
	},
	mend: async ({ locals, params, request }) => {
		const form = await readForm(request, mendQuestionForm);
		if (!form.ok) return form.failure;
		const result = await mendQuestion(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, here(params.id));
	},
	move: async ({ locals, params, request }) => {
		const form = await readForm(request, moveQuestionForm);
		if (!form.ok) return form.failure;
		const result = await moveQuestion(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, here(params.id));
	},
	remove: async ({ locals, params, request }) => {
		const form = await readForm(request, removeQuestionForm);
		if (!form.ok) return form.failure;
		const result = await removeQuestion(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, here(params.id));
	}
};

const here = (eventId: string) => `/desk/events/${eventId}/questions`;
