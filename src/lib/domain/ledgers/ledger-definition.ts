import type { Column } from './column';

/** Which units the rows of a ledger belong to. */
export interface RowUnits {
	/** A row that names no village is of the unit that the whole file is of, cannot be read, or is from outside of the town. */
	unnamed: 'of-the-file' | 'refused' | 'outside';
	/** Whether a row may be of any unit of the town, or only of the unit of who brings the file and those below it. */
	within: 'town' | 'own';
	/** Whether a row may be of a unit above the villages. */
	isTownTaken: boolean;
}

/** A ledger: what its files hold and what their rows become. Each column says what the words in its cells mean. */
export interface LedgerFacts<C extends Record<string, Column>, R extends string> {
	/** In the order of its file: all that a person can enter, so that what goes out comes in again. */
	columns: C;
	/** The columns that every row needs: the help and the template mark them, the reading asks for them, a line that names none is no heading. */
	required: readonly (keyof C & string)[];
	/** The columns that a row needs by what it says in others; they are marked, too. */
	sometimes: readonly (keyof C & string)[];
	/** What a row becomes. */
	record: R;
	/** The columns of which the first that says a day (or month) tells by whose names units are read; none: today's. */
	dayOfUnit: readonly (keyof C & string)[];
	/** How many days apart two rows may lie to be taken for one, put down twice: a banquet may be moved, an activity is on its day. */
	nearDays: number;
	/** What two rows have in common of which the ledger can hold only one: a cadre who takes both changes one of these. */
	apart: readonly (keyof C & string)[];
	/** Whether what a file notes of a record is kept beside it (column `note`), for its own table has no note. */
	keepsNote?: true;
	/** Rows one file may have. */
	mostRows: number;
	units: RowUnits;
}

/** Says that these are the facts of a ledger, and keeps their types. */
export const defineLedger = <const C extends Record<string, Column>, const R extends string>(
	facts: LedgerFacts<C, R>
): LedgerFacts<C, R> => facts;
