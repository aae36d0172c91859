import * as v from 'valibot';
import { areChoicesOf, questionKinds, readAnswer, readChoices, type Question } from '$lib/domain/events/question';
import { fitForAll, id, publicText, ticked } from '../fields';

const words = {
	id,
	kind: v.picklist(questionKinds, 'question-kind-missing'),
	wording: publicText('question-wording-missing', 60),
	choices: v.pipe(v.optional(v.string(), ''), fitForAll, v.transform(readChoices)),
	isRequired: ticked
};

type Words = { kind: Question['kind']; choices: string[] };

/** Choices left over from another kind are dropped. */
const withoutStray = <T extends Words>(form: T): T => ({
	...form,
	choices: form.kind === 'choice' ? form.choices : []
});
const fits = (form: Words) => areChoicesOf(form.kind, form.choices);

/** A new question; its choices are typed one a line. */
export const questionForm = v.pipe(
	v.object(words),
	v.transform((form) => withoutStray(form)),
	v.forward(
		v.check((form) => fits(form), 'choices-wrong'),
		['choices']
	)
);

export const mendQuestionForm = v.pipe(
	v.object({ ...words, questionId: id }),
	v.transform((form) => withoutStray(form)),
	v.forward(
		v.check((form) => fits(form), 'choices-wrong'),
		['choices']
	)
);

export const moveQuestionForm = v.object({ id, questionId: id, towards: v.picklist(['up', 'down'], 'form-stale') });
export const removeQuestionForm = v.object({ id, questionId: id });

/** The field that holds the answer of the `nth` person (from 1) to a question. */
export const answerField = (nth: number, questionId: string) => `${nth}.${questionId}`;

/**
 * The answers of all people of a party in one form, each in its field (`answerField`); out come only those that were
 * given.
 */
export function answersForm(questions: readonly Question[], partySize: number) {
	const asked = questions.flatMap((question) =>
		Array.from({ length: partySize }, (_, i) => ({ question, nth: i + 1, field: answerField(i + 1, question.id) }))
	);
	return v.pipe(
		v.object({ id, ...Object.fromEntries(asked.map(({ question, field }) => [field, answerTo(question)])) }),
		v.transform((form) => ({
			id: form.id as string,
			answers: asked.flatMap(({ question, nth, field }) => {
				const value = (form as Record<string, string | null>)[field];
				return value ? [{ questionId: question.id, nth, value }] : [];
			})
		}))
	);
}

function answerTo(question: Question) {
	return v.pipe(
		v.optional(v.string(), ''),
		v.rawTransform(({ dataset, addIssue, NEVER }): string | null => {
			const read = readAnswer(question, dataset.value);
			if (read.ok) return read.value;
			addIssue({ message: read.refusal });
			return NEVER;
		})
	);
}
