/** A sheet of a file that was brought in, read or not, so that the lines of the whole file add up. */
export interface SheetAccount {
	name: string;
	/** Lines of it that hold anything. */
	lines: number;
	/** Its lines that are no rows of the ledger but stand above them: the title and the heading. */
	above: number;
	/** Why it is not read; null: it is. */
	leftOut: 'hidden' | 'no-heading' | 'not-asked-for' | null;
	/** The number of its first line in the import, less one: lines of all sheets are numbered on. */
	from: number;
	/** The year that its title names, where another sheet names another one. */
	year: number | null;
	/** The village that its title or its name says, where another sheet is of another one. */
	villageId: string | null;
}

/** The sheet that a line of an import is of, and its number there, from 1. */
export function lineOf(sheets: readonly SheetAccount[], nth: number): { sheet: SheetAccount | null; line: number } {
	const sheet = sheets.findLast(({ from, leftOut }) => leftOut === null && from < nth) ?? null;
	return { sheet, line: nth - (sheet?.from ?? 0) };
}

/** How many sheets of a file are read. */
export const sheetsRead = (sheets: readonly SheetAccount[]): number =>
	sheets.filter(({ leftOut }) => leftOut === null).length;
