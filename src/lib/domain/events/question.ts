import { foldText } from '../folded-text';
import { holdsPersonalNumber } from '../people/personal-number';

/** 问答 (text), 选一个 (choice), 填数字 (number), 是或否 (yes-no). */
export const questionKinds = ['text', 'choice', 'number', 'yes-no'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The most questions in force an event may ask: a sign-up stays short. */
export const maxQuestions = 5;
/** Choices of one question. */
export const leastChoices = 2;
export const mostChoices = 10;
export const longestChoice = 40;
/** Characters of an answer in words. */
export const longestAnswer = 200;

export interface Question {
	id: string;
	kind: QuestionKind;
	wording: string;
	/** What may be chosen; empty for the other kinds. */
	choices: readonly string[];
	isRequired: boolean;
}

export type AnswerRefusal =
	| 'question-unanswered'
	| 'text-too-long'
	| 'personal-number'
	| 'choice-unknown'
	| 'number-wrong'
	| 'number-out-of-range';

/** An answer as it is kept; null: left empty. */
export type ReadAnswer = { ok: true; value: string | null } | { ok: false; refusal: AnswerRefusal };

/**
 * What was typed or chosen as the answer to a question: one of its choices, `yes` or `no`, a whole number of at most
 * nine digits (full-width ones and any minus sign accepted), or a text of at most `longestAnswer` characters without a telephone or identity number.
 */
export function readAnswer(question: Omit<Question, 'id' | 'wording'>, typed: string): ReadAnswer {
	const text = typed.trim();
	if (text === '') return question.isRequired ? refused('question-unanswered') : { ok: true, value: null };
	switch (question.kind) {
		case 'text':
			if ([...text].length > longestAnswer) return refused('text-too-long');
			return holdsPersonalNumber(text) ? refused('personal-number') : { ok: true, value: text };
		case 'choice':
			return question.choices.includes(text) ? { ok: true, value: text } : refused('choice-unknown');
		case 'yes-no':
			return text === 'yes' || text === 'no' ? { ok: true, value: text } : refused('choice-unknown');
		case 'number':
			return readNumber(text);
	}
}

function readNumber(text: string): ReadAnswer {
	const [, sign, digits] = /^([+-]?)(\d+)$/.exec(foldText(text).replace(/[−‐–—]/g, '-')) ?? [];
	if (digits === undefined) return refused('number-wrong');
	const number = digits.replace(/^0+(?=\d)/, '');
	if (number.length > 9) return refused('number-out-of-range');
	return { ok: true, value: sign === '-' && number !== '0' ? `-${number}` : number };
}

const refused = (refusal: AnswerRefusal): ReadAnswer => ({ ok: false, refusal });

/** The choices as a cadre types them, one a line: trimmed, without empty and repeated ones. */
export function readChoices(typed: string): string[] {
	return [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean);
}

/** Whether these can be the choices of a question of this kind: 2 to 10 short ones, and none where nothing is chosen. */
export function areChoicesOf(kind: QuestionKind, choices: readonly string[]): boolean {
	if (kind !== 'choice') return choices.length === 0;
	return (
		choices.length >= leastChoices &&
		choices.length <= mostChoices &&
		choices.every((choice) => [...choice].length <= longestChoice)
	);
}

/** The same list with `item` moved one place towards the beginning or the end; at its end it stays. */
export function moveByOne<T>(list: readonly T[], item: T, towards: 'up' | 'down'): T[] {
	const from = list.indexOf(item);
	const to = from + (towards === 'up' ? -1 : 1);
	const other = list[to];
	if (from < 0 || other === undefined) return [...list];
	return list.map((one, at) => (at === from ? other : at === to ? item : one));
}
