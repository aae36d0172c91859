import { maxQuestions } from '$lib/domain/events/question';
import { mendQuestionForm, moveQuestionForm, questionForm, removeQuestionForm } from '$lib/forms/events/question';
import { act } from '$lib/server/act';
import { listQuestions } from '$lib/server/db/events/questions';
import { addQuestion, mendQuestion, moveQuestion, removeQuestion } from '$lib/server/events/questions';
import { getOwnEvent } from '../../get-event';
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
	add: act(questionForm, (ctx, data, { params }) => addQuestion(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => here(params.id)
	}),
	mend: act(mendQuestionForm, (ctx, data, { params }) => mendQuestion(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => here(params.id)
	}),
	move: act(moveQuestionForm, (ctx, data, { params }) => moveQuestion(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => here(params.id)
	}),
	remove: act(removeQuestionForm, (ctx, data, { params }) => removeQuestion(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => here(params.id)
	})
};

const here = (eventId: string) => `/desk/events/${eventId}/questions`;
