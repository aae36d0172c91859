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
	/** Lines that name one of them once more, with the same telephone: written twice, and not counted again. */
	repeats: number[];
}

/**
 * The parties of a paper list: lines with the same telephone are one party (a household shares its phone), a line without one is its
 * own. The same name under the same telephone again is the same person written twice. A party may come out larger than a sign-up can be: see `isTooLarge`.
 */
export function gatherParties(rows: readonly (PaperRow | null)[]): PaperParty[] {
	const parties: PaperParty[] = [];
	for (const [at, row] of rows.entries()) {
		if (!row) continue;
		const same = row.phone === null ? undefined : parties.find(({ phone }) => phone === row.phone);
		if (same && [same.name, ...same.companions].includes(row.name)) same.repeats.push(at);
		else if (same) {
			same.rows.push(at);
			same.people += row.people;
			same.companions.push(row.name);
		} else parties.push({ ...row, rows: [at], companions: [], repeats: [] });
	}
	return parties;
}

/** Whether a gathered party has more people than one sign-up may bring. */
export const isTooLarge = ({ people }: PaperParty): boolean => people > maxParty;

/**
 * The line before `at` that may well be the same person: the same name, and at least one of the two without a telephone.
 * Null: there is none.
 */
export function findNamesake(rows: readonly (PaperRow | null)[], at: number): number | null {
	const row = rows[at];
	if (!row) return null;
	const before = rows.findIndex(
		(other, nth) => nth < at && other?.name === row.name && (other.phone === null || row.phone === null)
	);
	return before < 0 ? null : before;
}
