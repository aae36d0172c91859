import { DrizzleQueryError, entityKind, fillPlaceholders, type Query as BuiltQuery } from 'drizzle-orm';
import { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { SQLitePreparedQuery, SQLiteSession, type SQLiteExecuteMethod } from 'drizzle-orm/sqlite-core/session';
import { compileMapper, type NotNullable, type Selected } from './row-mapper';
import { toSqlValue, type SqlResult, type SqlStatement } from './sql';
import type { Statement } from './statement';

/** Runs statements as a whole: those that only read see one state, others are written together. `actId`: see SqlAct. */
export type Run = (statements: SqlStatement[], actId?: string) => Promise<SqlResult[]>;

type Mapper = (rows: unknown[][]) => unknown;

/** A batch item of Drizzle, with the parts that only its own session knows. */
interface Item {
	_prepare(): { getQuery(): BuiltQuery; mapResult(result: unknown, isFromBatch: true): unknown };
}

/** Drizzle on top of `run`: it builds the SQL, and rows become records by a mapper that is compiled once a query. */
export function drizzleOn(run: Run): LibSQLDatabase {
	const dialect = new SQLiteAsyncDialect();
	return new LibSQLDatabase('async', dialect, new Session(run, dialect) as never, undefined);
}

/** Runs a batch of Drizzle's as one act with this id. Out: what each item gave. */
export async function runBatch(run: Run, items: readonly Statement[], actId?: string): Promise<unknown[]> {
	const prepared = items.map((item) => (item as unknown as Item)._prepare());
	const results = await run(
		prepared.map((item) => statementOf(item.getQuery())),
		actId
	);
	return results.map((result, nth) => prepared[nth]!.mapResult(result, true));
}

const statementOf = ({ sql, params }: BuiltQuery): SqlStatement => ({ sql, args: params.map(toSqlValue) });

/** The rows as records by the names of their columns. */
export const namedRows = ({ columns, rows }: SqlResult): Record<string, unknown>[] =>
	rows.map((row) => Object.fromEntries(columns.map((name, nth) => [name, row[nth]])));

class Session extends SQLiteSession<'async', SqlResult, Record<string, never>, Record<string, never>> {
	static override readonly [entityKind]: string = 'Session';
	readonly #run: Run;

	constructor(run: Run, dialect: SQLiteAsyncDialect) {
		super(dialect);
		this.#run = run;
	}

	override prepareQuery(
		query: BuiltQuery,
		fields: unknown,
		method: SQLiteExecuteMethod,
		_isArrayMode: boolean,
		mapper?: Mapper
	) {
		return new Query(this.#run, query, { fields: fields as Selected[] | undefined, method, mapper }) as never;
	}

	batch(items: readonly Statement[]) {
		return runBatch(this.#run, items);
	}

	override transaction(): never {
		throw new Error('A transaction would hold the database across awaits. Write an act: one batch.');
	}

	/** What Drizzle calls for `db.all(sql…)` and its like within a batch. */
	extractRawAllValueFromBatchResult = namedRows;
	extractRawGetValueFromBatchResult = (result: SqlResult) => namedRows(result)[0];
	extractRawValuesValueFromBatchResult = ({ rows }: SqlResult) => rows;
}

class Query extends SQLitePreparedQuery<{
	type: 'async';
	run: unknown;
	all: unknown;
	get: unknown;
	values: unknown;
	execute: unknown;
}> {
	static override readonly [entityKind]: string = 'Query';
	/** Drizzle sets it after the query was made. */
	joinsNotNullableMap: NotNullable;
	readonly #run: Run;
	readonly #fields: Selected[] | undefined;
	readonly #mapper: Mapper | undefined;
	#mapRow: ReturnType<typeof compileMapper> | undefined;

	constructor(
		run: Run,
		query: BuiltQuery,
		how: { fields: Selected[] | undefined; method: SQLiteExecuteMethod; mapper: Mapper | undefined }
	) {
		super('async', how.method, query);
		this.#run = run;
		this.#fields = how.fields;
		this.#mapper = how.mapper;
	}

	async #ask(values: Record<string, unknown> = {}): Promise<SqlResult> {
		const { sql, params } = this.query;
		try {
			const [result] = await this.#run([statementOf({ ...this.query, params: fillPlaceholders(params, values) })]);
			return result!;
		} catch (error) {
			throw new DrizzleQueryError(sql, params, error as Error);
		}
	}

	override run = (values?: Record<string, unknown>) => this.#ask(values);
	override all = async (values?: Record<string, unknown>) => this.mapAllResult(await this.#ask(values));
	override get = async (values?: Record<string, unknown>) => this.mapGetResult(await this.#ask(values));
	override values = async (values?: Record<string, unknown>) => (await this.#ask(values)).rows;

	override mapAllResult(result: unknown): unknown {
		const { rows } = result as SqlResult;
		if (this.#mapper) return this.#mapper(rows);
		if (!this.#fields) return namedRows(result as SqlResult);
		this.#mapRow ??= compileMapper(this.#fields, this.joinsNotNullableMap);
		return rows.map(this.#mapRow);
	}

	override mapGetResult(result: unknown): unknown {
		if (this.#mapper) return this.#mapper((result as SqlResult).rows);
		return (this.mapAllResult(result) as unknown[])[0];
	}
}
