import { fc, test } from '../../properties';
import { describe, expect, it } from 'vitest';
import {
	areChoicesOf,
	longestAnswer,
	questionKinds,
	readAnswer,
	readChoices
} from '../../../src/lib/domain/events/question';

const choices = ['村口', '集镇车站'];
const ask = (kind: (typeof questionKinds)[number], isRequired = false) => ({
	kind,
	choices: kind === 'choice' ? choices : [],
	isRequired
});

const value = (kind: (typeof questionKinds)[number], typed: string) => readAnswer(ask(kind), typed);

describe('an answer', () => {
	it('left empty is none, or refused where one is required, whatever the kind', () => {
		for (const kind of questionKinds) {
			expect(readAnswer(ask(kind), ' ')).toEqual({ ok: true, value: null });
			expect(readAnswer(ask(kind, true), ' ')).toEqual({ ok: false, refusal: 'question-unanswered' });
		}
	});

	it('in words is trimmed, of at most 200 characters as people count them', () => {
		expect(value('text', ' 坐前排 ')).toEqual({ ok: true, value: '坐前排' });
		expect(value('text', '𠮷'.repeat(longestAnswer))).toMatchObject({ ok: true });
		expect(value('text', '字'.repeat(longestAnswer + 1))).toEqual({ ok: false, refusal: 'text-too-long' });
	});

	it('is one of the choices, or yes or no, and nothing else', () => {
		expect(value('choice', '村口')).toEqual({ ok: true, value: '村口' });
		expect(value('choice', '别处')).toEqual({ ok: false, refusal: 'choice-unknown' });
		expect(value('yes-no', 'yes')).toEqual({ ok: true, value: 'yes' });
		expect(value('yes-no', 'maybe')).toEqual({ ok: false, refusal: 'choice-unknown' });
	});

	it.each([
		['３', '3'],
		['+12', '12'],
		['－5', '-5'],
		['−5', '-5'],
		['-0', '0'],
		['007', '7'],
		['999999999', '999999999'],
		['-999999999', '-999999999']
	])('in digits: %s is %s', (typed, number) => {
		expect(value('number', typed)).toEqual({ ok: true, value: number });
	});

	it.each([
		['1000000000', 'number-out-of-range'],
		['1.5', 'number-wrong'],
		['三', 'number-wrong'],
		['--1', 'number-wrong'],
		['1e3', 'number-wrong']
	])('in digits: %s is refused', (typed, refusal) => {
		expect(value('number', typed)).toEqual({ ok: false, refusal });
	});

	test.prop([fc.constantFrom(...questionKinds), fc.string(), fc.boolean()])(
		'once kept is read as the same again',
		(kind, typed, isRequired) => {
			const first = readAnswer(ask(kind, isRequired), typed);
			if (first.ok && first.value !== null) expect(readAnswer(ask(kind, isRequired), first.value)).toEqual(first);
		}
	);

	test.prop([fc.integer({ min: -999_999_999, max: 999_999_999 })])(
		'may be any whole number of nine digits',
		(number) => {
			expect(value('number', String(number))).toEqual({ ok: true, value: String(number) });
		}
	);
});

describe('choices', () => {
	it('are typed one a line, each once', () => {
		expect(readChoices(' 村口 \r\n\n集镇车站\n村口')).toEqual(choices);
	});

	it('are two to ten short ones, and none for the other kinds', () => {
		expect(areChoicesOf('choice', choices)).toBe(true);
		expect(areChoicesOf('choice', ['村口'])).toBe(false);
		expect(
			areChoicesOf(
				'choice',
				Array.from({ length: 11 }, (_, i) => String(i))
			)
		).toBe(false);
		expect(areChoicesOf('choice', ['村口', '远'.repeat(41)])).toBe(false);
		expect(areChoicesOf('text', [])).toBe(true);
		expect(areChoicesOf('text', choices)).toBe(false);
	});
});
