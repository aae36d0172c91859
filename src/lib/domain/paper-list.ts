import { maxParty } from './signup';

/** One line of a list kept on paper, as it was read. */
export interface PaperRow {
	name: string;
	phone: string | null;
	villageId: string | null;
	people: number;
}

/** A party of one or more lines; `rows` are their positions in the list, the first of them names the party. */
export interface PaperParty {
	rows: number[];
	name: string;
	phone: string | null;
	villageId: string | null;
	people: number;
	/** Names of the further lines. */
	companions: string[];
}

/**
 * The parties of a paper list: lines with the same telephone are one party (a household shares its phone), a line without one is its
 * own. A party may come out larger than a sign-up can be: see `isTooLarge`.
 */
export function gatherParties(rows: readonly (PaperRow | null)[]): PaperParty[] {
	const parties: PaperParty[] = [];
	for (const [at, row] of rows.entries()) {
		if (!row) continue;
		const same = row.phone === null ? undefined : parties.find(({ phone }) => phone === row.phone);
		if (same) {
			same.rows.push(at);
			same.people += row.people;
			same.companions.push(row.name);
		} else parties.push({ ...row, rows: [at], companions: [] });
	}
	return parties;
}

/** Whether a gathered party has more people than one sign-up may bring. */
export const isTooLarge = ({ people }: PaperParty): boolean => people > maxParty;

/**
 * Lines pasted from a spreadsheet: columns name, telephone, village, people, parted by tabs (or by two spaces or more); a heading line
 * and empty lines are dropped. Out: the cells as typed, not yet checked.
 */
export function readPasted(text: string): { name: string; phone: string; village: string; people: string }[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.split(/\t|\s{2,}/).map((cell) => cell.trim()))
		.filter((cells) => cells.some(Boolean) && !/^(姓名|name)$/i.test(cells[0] ?? ''))
		.map(([name = '', phone = '', village = '', people = '']) => ({ name, phone, village, people }));
}
