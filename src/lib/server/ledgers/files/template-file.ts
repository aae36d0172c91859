import { writeXlsx, type CellValue, type DataValidation } from 'hucre/xlsx';

export interface TemplateColumn {
	/** The heading with its mark; a file that comes in is read without marks. */
	label: string;
	/** The words to choose from; none: anything may be written. */
	choices: readonly string[];
	/** What a cell may say. */
	example: string;
}

/** A blank ledger; all words come from the caller. */
export interface Template {
	title: string;
	hint: string;
	/** The word before the line of examples, by which it is no row. */
	example: string;
	columns: readonly TemplateColumn[];
}

/** Rows that have the lists of words. */
const rows = 2000;

/** A spreadsheet takes a list of words no longer than this. The words of a longer one lie in cells. */
const longestList = 250;

/** Cells from this column on are not read: a file that comes in has sixty columns at most (src/boot/ledger-file). */
const firstUnread = 60;

/** A blank ledger as a workbook: title, hint, headings, a line of examples, and lists in the cells below. */
export async function toTemplate({ title, hint, example, columns }: Template): Promise<Uint8Array<ArrayBuffer>> {
	const head: CellValue[][] = [
		[title],
		[hint],
		['', ...columns.map(({ label }) => label)],
		[example, ...columns.map((column) => column.example)]
	];
	const lists = columns.flatMap(({ choices }, at): DataValidation[] => {
		if (choices.length === 0) return [];
		const letter = letterOf(at + 1);
		const list = { type: 'list' as const, range: `${letter}5:${letter}${rows}`, allowBlank: true };
		if (isShort(choices)) return [{ ...list, values: [...choices] }];
		const beside = letterOf(firstUnread + at);
		for (const [nth, word] of choices.entries()) (head[4 + nth] ??= [])[firstUnread + at] = word;
		return [{ ...list, formula1: `$${beside}$5:$${beside}$${4 + choices.length}` }];
	});
	const written = await writeXlsx({
		sheets: [
			{
				name: title.slice(0, 31),
				rows: head.map((row) => Array.from(row, (cell) => cell ?? null)),
				columns: [
					{ width: 6 },
					...columns.map(() => ({ width: 16, style: { numFmt: '@' } })),
					...Array.from({ length: firstUnread - columns.length - 1 }, () => ({ width: 10 })),
					...columns.map(() => ({ width: 16, hidden: true }))
				],
				freezePane: { rows: 3 },
				dataValidations: lists
			}
		]
	});
	return new Uint8Array(written);
}

const isShort = (words: readonly string[]) =>
	words.join(',').length <= longestList && !words.some((word) => word.includes(','));

/** The letters of a column, from 0. */
function letterOf(at: number): string {
	return (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));
}
