import { bareHeading, recognizeColumns, type HeadingWords } from './sheets/headings.js';
import { columnFacts, ledgerDefinitions, type Ledger, type LedgerColumn } from './ledgers';

const made = new Map<Ledger, HeadingWords>();

/** What the headings of a ledger are known by. Its required columns are looked for first. */
export function headingWords(ledger: Ledger): HeadingWords {
	const words = made.get(ledger) ?? collect(ledger);
	made.set(ledger, words);
	return words;
}

function collect(ledger: Ledger): HeadingWords {
	const { columns, required, units } = ledgerDefinitions[ledger];
	const order = [...required, ...columns.filter((id) => !required.includes(id))];
	return {
		order,
		layout: [...columns],
		required: [...required],
		units: columns.filter((id) => columnFacts(id).kind === 'unit'),
		ownUnits: columns.filter((id) => id === 'village' && units.unnamed !== 'outside'),
		words: Object.fromEntries(order.map((id) => [id, readSynonyms(columnFacts(id).synonyms)]))
	};
}

/** Spaces separate the Chinese words. The English heading comes last and has spaces of its own, which do not count. */
function readSynonyms(text: string): string[] {
	const words = text.split(' ');
	const chinese = words.filter((word) => /\p{Script=Han}/u.test(word));
	const english = words.filter((word) => !/\p{Script=Han}/u.test(word)).join('');
	return [...chinese, english].map(bareHeading);
}

/** Headings that are not read because another one is read as the same column, with that column: two that say 结果, or 结果 and 办理情况. */
export const unreadTwins = (
	ledger: Ledger,
	headings: readonly string[],
	columns: readonly (LedgerColumn | null)[]
): { heading: string; column: LedgerColumn }[] =>
	headings.flatMap((heading, at) => {
		const column = columns[at] === null ? columnsOf(ledger, [heading])[0] : null;
		return column && columns.includes(column) ? { heading, column } : [];
	});

/** Which columns of a ledger the cells of a heading line are; null for an unknown heading. */
export const columnsOf = (ledger: Ledger, headings: readonly string[]): (LedgerColumn | null)[] =>
	recognizeColumns(headingWords(ledger), headings) as (LedgerColumn | null)[];
