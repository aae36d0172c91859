import { columnFacts, ledgerDefinitions, type Ledger, type LedgerColumn } from './ledgers';

/** Headings of what a ledger never takes over: more than its task needs (people-and-privacy.md). */
const sensitive =
	/(身份证|证件号|公民身份|银行|账号|卡号|社保|低保|疾病|病史|残疾|病情|礼金|礼单|宾客|identity|bank)/iu;

/** Whether a heading names what is never read in, let alone stored: identity and bank numbers, illnesses, guests, gift money. */
export const isSensitive = (heading: string): boolean => sensitive.test(heading.normalize('NFKC'));

/** A heading without what does not count: spaces, brackets with their text, marks; full-width folded. */
export function bareHeading(heading: string): string {
	return heading
		.normalize('NFKC')
		.replace(/[(【[{（].*?[)】\]}）]/gu, '')
		.replace(/[\s*:：、，,./／’'_-]/gu, '')
		.toLowerCase();
}

/** Our own headings may say things in brackets too, so the whole without the brackets themselves counts as well. */
const openHeading = (heading: string) => bareHeading(heading.normalize('NFKC').replace(/[()（）【】[\]{}]/gu, ''));

const known = new Map<LedgerColumn, readonly string[]>();

function wordsOf(column: LedgerColumn): readonly string[] {
	const words = known.get(column) ?? readSynonyms(columnFacts(column).synonyms);
	known.set(column, words);
	return words;
}

/** Spaces separate the Chinese words. English headings come last and have spaces of their own. */
function readSynonyms(text: string): readonly string[] {
	const words = text.split(' ');
	const chinese = words.filter((word) => /\p{Script=Han}/u.test(word));
	const english = words.filter((word) => !/\p{Script=Han}/u.test(word)).join(' ');
	return [...chinese, english].filter(Boolean).map(bareHeading);
}

/**
 * Which columns of a ledger the cells of a heading line are; null for an unknown heading. Each column is taken once,
 * by the cell that names it most exactly (where two would do, by the first).
 */
export function recognizeColumns(ledger: Ledger, headings: readonly string[]): (LedgerColumn | null)[] {
	const found: (LedgerColumn | null)[] = headings.map(() => null);
	const { columns, required } = ledgerDefinitions[ledger];
	const order = [...required, ...columns.filter((id) => !required.includes(id))];
	for (const rank of [0, 1]) {
		for (const [at, heading] of headings.entries()) {
			if (found[at] !== null || heading.trim() === '' || isSensitive(heading)) continue;
			const forms = [openHeading(heading), bareHeading(heading)];
			const column = order.find((id) => !found.includes(id) && nameRank(id, forms) === rank);
			if (column) found[at] = column;
		}
	}
	return found;
}

/** 0: the heading is this column's own name (the first of its words), or its English one. 1: another word for it. Null: it is not. */
function nameRank(id: LedgerColumn, forms: readonly string[]): number | null {
	const words = wordsOf(id);
	if (forms.includes(words[0]!) || forms.includes(words.at(-1)!)) return 0;
	return words.some((word) => forms.includes(word)) ? 1 : null;
}
