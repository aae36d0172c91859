import { valueText } from './period-words';

/** What the periods of a chart come to, a sentence each; none of a period without a sum. `words`: the sentence. */
export function sumsText(
	sums: readonly { period: string; value: number | null }[],
	words: (of: { period: string; value: string }) => string
): string {
	return sums
		.filter(({ value }) => value !== null)
		.map(({ period, value }) => words({ period, value: valueText(value) }))
		.join('');
}
