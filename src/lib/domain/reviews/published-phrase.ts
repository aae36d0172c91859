/**
 * A count as the town's review prints it, in its round steps: tens, from 1000 on hundreds.
 * `floor` is the round number, `isMore` whether the count lies above it: 12 → 10 and more, 30 → 30 exactly, 7 → 7.
 */
export function roundDown(count: number): { floor: number; isMore: boolean } {
	const step = count < 10 ? 1 : count < 1000 ? 10 : 100;
	const floor = Math.floor(count / step) * step;
	return { floor, isMore: floor !== count };
}

/** The count as a phrase of the town's published year (taipingchang-2024.txt): 12 → 10余, 206 → 200余, 30 → 30, 7 → 7. */
export function publishedPhrase(count: number): string {
	const { floor, isMore } = roundDown(count);
	return isMore ? `${floor}余` : `${floor}`;
}
