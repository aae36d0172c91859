/**
 * The known word that a mistyped one most likely means, by how many characters must change; null when none is near.
 * Where one contains the other (办宴数量, 办宴), that is near enough.
 */
export function suggestWord(typed: string, known: readonly string[]): string | null {
	let best: { word: string; distance: number } | null = null;
	for (const word of known) {
		const isWithin = typed !== '' && (word.includes(typed) || typed.includes(word));
		const distance = isWithin ? 0.5 : distanceOf([...typed], [...word]);
		const isNear = isWithin || distance <= Math.max(1, Math.floor([...word].length / 2));
		if (isNear && (best === null || distance < best.distance)) best = { word, distance };
	}
	return best?.word ?? null;
}

/** Levenshtein's distance: insertions, deletions and exchanges of one character. */
function distanceOf(a: readonly string[], b: readonly string[]): number {
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (const [nth, letter] of a.entries()) {
		const next = [nth + 1];
		for (const [at, other] of b.entries())
			next.push(Math.min(next[at]! + 1, row[at + 1]! + 1, row[at]! + (letter === other ? 0 : 1)));
		row = next;
	}
	return row.at(-1)!;
}
