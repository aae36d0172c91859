import type { Question } from './question';

/** What the answers to one question come to: how many answered, per choice how often, of numbers sum and median. */
export interface AnswerSummary {
	answered: number;
	/** In the order of the question; `yes` and `no` for a yes-no question. Empty for the other kinds. */
	counts: { choice: string; count: number }[];
	/** Null unless numbers were given. */
	numbers: { sum: number; median: number } | null;
}

/** Sums up answers as they are kept (`readAnswer`). */
export function summariseAnswers(
	question: Pick<Question, 'kind' | 'choices'>,
	values: readonly string[]
): AnswerSummary {
	const choices = question.kind === 'yes-no' ? ['yes', 'no'] : question.choices;
	const numbers = question.kind === 'number' ? values.map(Number) : [];
	return {
		answered: values.length,
		counts: choices.map((choice) => ({ choice, count: values.filter((value) => value === choice).length })),
		numbers: numbers.length
			? { sum: numbers.reduce((sum, number) => sum + number, 0), median: medianOf(numbers) }
			: null
	};
}

function medianOf(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
