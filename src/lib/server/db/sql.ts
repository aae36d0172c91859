/** What SQL knows of values: text, numbers, bytes, nothing. */
export type SqlValue = string | number | bigint | Uint8Array | null;

export interface SqlStatement {
	sql: string;
	args: SqlValue[];
}

/** What a statement gave: its rows as arrays, in the order of `columns`. */
export interface SqlResult {
	columns: string[];
	rows: unknown[][];
	rowsAffected: number;
}

/** Statements that are written as a whole or not at all. */
export interface SqlAct {
	/** The key under which it lands once, however often it is sent; null where nothing keeps it from landing twice. */
	id: string | null;
	statements: SqlStatement[];
	/** `grouped`: in one transaction with others. `bare`: in none, such as a PRAGMA. `migration`: alone, foreign keys checked at its end. */
	way: 'grouped' | 'bare' | 'migration';
}

/** What a database said no with, as plain data. */
export interface SqlFault {
	message: string;
	code: string;
	rawCode?: number;
}

/** What a database said no with, as an error like those of `@libsql/client`: `code` is the base code, such as SQLITE_CONSTRAINT. */
class SqlError extends Error {
	constructor(
		message: string,
		readonly code: string,
		readonly extendedCode: string,
		readonly rawCode?: number
	) {
		super(`${code}: ${message}`);
	}
}

export function errorOf({ message, code, rawCode }: SqlFault): Error {
	const [base = code] = /^SQLITE_[A-Z]+/.exec(code) ?? [];
	return new SqlError(message, base, code, rawCode);
}

/** The code that a database said no with, such as SQLITE_BUSY, of a file or a server; null for any other error. */
export function codeOf(error: unknown): string | null {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

/** Whether every statement only reads. EXPLAIN throws: its connection would see no later write any more. */
export const isRead = (statements: SqlStatement[]) => statements.every(({ sql }) => readsOnly(sql));

function readsOnly(sql: string): boolean {
	if (/^\s*explain\b/i.test(sql)) throw new TypeError('EXPLAIN needs a connection of its own.');
	if (/^\s*select\b/i.test(sql)) return true;
	return /^\s*with\b/i.test(sql) && !/\b(insert\s+(or\s+\w+\s+)?into|update|delete\s+from|replace\s+into)\b/i.test(sql);
}

/** Whether a statement is refused inside a transaction. */
export const isBare = ({ sql }: SqlStatement) => /^\s*(pragma|vacuum|attach|detach)\b/i.test(sql);

/**
 * A value as the database takes it. What is no value at all is a bug and throws: `undefined` and NaN would be stored as nothing, and a
 * boolean would end the process.
 */
export function toSqlValue(value: unknown): SqlValue {
	if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	if (typeof value === 'boolean') return value ? 1 : 0;
	if (value instanceof Date) return value.valueOf();
	if (value instanceof Uint8Array) return value;
	if (value instanceof ArrayBuffer) return new Uint8Array(value);
	throw new TypeError(`Not a value for SQL: ${typeof value}`);
}
