export type Row = Record<string, string | number | null>;

/** A database that is filled, whether by the thousand or row by row under its rules. */
export interface Rows {
	all<T>(sql: string): T[];
	/** Adds a row; every row of a table has the same columns. What the rules keep is left out. */
	add(table: string, row: Row): void;
}
