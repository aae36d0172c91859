// Which column each heading is. It is JavaScript: the process that reads ledger files runs it from the sources.

/**
 * What the headings of a ledger are known by, as plain data for that process: columns in the order in which they are looked for, and in that of
 * our own files (`layout`); those that name a village or a group (`units`), and of these the ones whose blanks are asked about in our own
 * files, where a blank group is none (`ownUnits`); those that every row needs (`required`); and the words over each.
 * @typedef {{ order: string[], layout: string[], units: string[], ownUnits: string[], required: string[], words: Record<string, string[]> }} HeadingWords
 */

/** Headings of what a ledger never takes over: more than its task needs (people-and-privacy.md). */
const sensitive =
	/(身份证|证件号|公民身份|银行|账号|卡号|社保|低保|疾病|病史|残疾|病情|礼金|礼单|宾客|identity|bank)/iu;

/**
 * Whether a heading names what is never read in, let alone stored: identity and bank numbers, illnesses, guests, gift money.
 * @param {string} heading
 */
export const isSensitive = (heading) => sensitive.test(heading.normalize('NFKC'));

/**
 * A heading without what does not count: spaces, brackets with their text, marks; full-width folded.
 * @param {string} heading
 */
export function bareHeading(heading) {
	const folded = heading.normalize('NFKC');
	// Behind the last closing bracket an opening one has none: to look for it there again and again would take long.
	const end = Math.max(...[...')】]}'].map((bracket) => folded.lastIndexOf(bracket))) + 1;
	return `${folded.slice(0, end).replace(/[(【[{][^)】\]}]*[)】\]}]/gu, '')}${folded.slice(end)}`
		.replace(/[\s*:：、，,./／’'_-]/gu, '')
		.toLowerCase();
}

/**
 * Our own headings may say things in brackets too, so the whole without the brackets themselves counts as well.
 * @param {string} heading
 */
const openHeading = (heading) => bareHeading(heading.normalize('NFKC').replace(/[()（）【】[\]{}]/gu, ''));

/**
 * Which columns of a ledger the cells of a heading line are; null for an unknown heading. Each column is taken once,
 * by the cell that names it most exactly (where two would do, by the first).
 * @param {HeadingWords} known
 * @param {readonly string[]} headings
 * @returns {(string | null)[]}
 */
export function recognizeColumns({ order, words }, headings) {
	const forms = headings.map((heading) =>
		heading.trim() === '' || isSensitive(heading) ? [] : [openHeading(heading), bareHeading(heading)]
	);
	/** @type {(string | null)[]} */
	const found = headings.map(() => null);
	for (const rank of [0, 1])
		for (const [at, own] of forms.entries()) {
			if (found[at] !== null || own.length === 0) continue;
			const column = order.find((id) => !found.includes(id) && nameRank(words[id] ?? [], own) === rank);
			if (column !== undefined) found[at] = column;
		}
	return found;
}

/**
 * 0: the heading is this column's own name (the first of its words), or its English one. 1: another word for it. Null: it is not.
 * @param {readonly string[]} words
 * @param {readonly string[]} forms
 */
function nameRank(words, forms) {
	if (forms.includes(words[0] ?? '') || forms.includes(words.at(-1) ?? '')) return 0;
	return words.some((word) => forms.includes(word)) ? 1 : null;
}
