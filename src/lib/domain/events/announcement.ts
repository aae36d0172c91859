/** Characters a loudspeaker script (广播稿) may have (reporting.md), and a text to be sent as one short message. */
export const scriptLength = 200;
export const messageLength = 140;

/** One sentence of a text in several wordings, the fullest first; where it may be left out, the last is ''. */
export interface Part {
	ways: readonly string[];
	/** When there is not room for all, parts with more weight are worded more fully. */
	weight: number;
}

/**
 * The parts in their order, as full as `most` characters allow. Sentences stay whole: each part has one of its own wordings.
 * Longer than `most` only when the shortest ways together are.
 */
export function fitParts(parts: readonly Part[], most: number): string {
	const chosen = parts.map(({ ways }) => ways.at(-1) ?? '');
	let room = most - lengthOf(chosen.join(''));
	const byWeight = parts.map((part, at) => ({ ...part, at })).sort((a, b) => b.weight - a.weight);
	for (const { ways, at } of byWeight) {
		const fuller = ways.find((way) => lengthOf(way) - lengthOf(chosen[at]!) <= room);
		if (fuller === undefined) continue;
		room -= lengthOf(fuller) - lengthOf(chosen[at]!);
		chosen[at] = fuller;
	}
	return chosen.join('');
}

/** The sentences of a description, in order and whole, each with its closing mark. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/(?<=[。！？!?；;])|(?<=\.)\s+|\n+/u)
		.map((sentence) => sentence.trim())
		.filter(Boolean);
}

/** The digits of a telephone number in the groups in which people say them: 023 7123 4567, 138 0000 1234. */
export function digitGroups(formatted: string): string[] {
	return formatted.split(/[\s-]+/).filter(Boolean);
}

/** Characters as a reader counts them. */
const lengthOf = (text: string) => [...text].length;
