/** Several measurements of one thing. */
export interface Spread {
	median: number;
	low: number;
	high: number;
}

export function spreadOf(values: readonly number[]): Spread {
	return {
		median: rounded(medianOf(values)),
		low: rounded(Math.min(...values)),
		high: rounded(Math.max(...values))
	};
}

export const medianOf = (values: readonly number[]) => percentile(values, 0.5);

/** The value that so large a part of all (0 to 1) does not exceed; 1 is the largest. NaN when there is none. */
export function percentile(values: readonly number[], part: number): number {
	const sorted = Float64Array.from(values).sort();
	return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? NaN;
}

/** Three digits are more than a measurement is good for. */
export const rounded = (value: number) => Number(value.toPrecision(3));
