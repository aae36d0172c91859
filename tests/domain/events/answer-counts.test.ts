import { fc, test } from '../../properties';
import { describe, expect, it } from 'vitest';
import { summariseAnswers } from '../../../src/lib/domain/events/answer-summary';

const choices = ['村口', '集镇车站'];

describe('what answers come to', () => {
	it('is counted by choice, in the order of the question', () => {
		expect(summariseAnswers({ kind: 'choice', choices }, ['集镇车站', '村口', '集镇车站'])).toEqual({
			answered: 3,
			counts: [
				{ choice: '村口', count: 1 },
				{ choice: '集镇车站', count: 2 }
			],
			numbers: null
		});
		expect(summariseAnswers({ kind: 'yes-no', choices: [] }, ['yes']).counts).toEqual([
			{ choice: 'yes', count: 1 },
			{ choice: 'no', count: 0 }
		]);
	});

	it('is sum and median of numbers, and nothing where none were given', () => {
		const ofNumbers = (values: string[]) => summariseAnswers({ kind: 'number', choices: [] }, values).numbers;
		expect(ofNumbers(['10', '-2', '3'])).toEqual({ sum: 11, median: 3 });
		expect(ofNumbers(['1', '2', '4', '100'])).toEqual({ sum: 107, median: 3 });
		expect(ofNumbers([])).toBeNull();
		expect(summariseAnswers({ kind: 'text', choices: [] }, ['5']).numbers).toBeNull();
	});

	test.prop([fc.array(fc.constantFrom(...choices))])('counts everybody who answered once', (values) => {
		const { answered, counts } = summariseAnswers({ kind: 'choice', choices }, values);
		expect(answered).toBe(values.length);
		expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
	});
});
