import { fillPlaceholders, sql, type Placeholder, type Query } from 'drizzle-orm';
import type { RunnableQuery } from 'drizzle-orm/runnable-query';
import type { Database } from './client';

/** The values that a query is asked with, as it is built: a place for each. */
export type Asked<Values> = { [Name in keyof Values]: Placeholder<string, Values[Name]> };

/** A query with its values. It may be awaited, or go into a batch. */
export type Bound<Result> = RunnableQuery<Result, 'sqlite'> & PromiseLike<Result>;

/** What Drizzle makes of a query once its SQL is built. */
interface Built {
	getQuery(): Query;
	mapResult(result: unknown, isFromBatch: true): unknown;
	execute(values: Record<string, unknown>): Promise<unknown>;
}

/**
 * A query whose SQL is built once for each database: to build it takes longer than to run it. `build` must ask for nothing but `asked`.
 * Out: the query with its values, to await or to put into a batch.
 */
export function compiled<Values, Result>(
	build: (db: Database, asked: Asked<Values>) => PromiseLike<Result> & { prepare(): unknown }
): (db: Database, values: Values) => Bound<Result> {
	const built = new WeakMap<Database, Built>();
	return (db, values) => {
		const query = built.get(db) ?? (build(db, places as Asked<Values>).prepare() as Built);
		built.set(db, query);
		return bind(query, values as Record<string, unknown>);
	};
}

/** A place for a value under every name. */
const places = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

function bind<Result>(query: Built, values: Record<string, unknown>): Bound<Result> {
	const item = {
		_prepare: () => ({
			getQuery: () => ({ ...query.getQuery(), params: fillPlaceholders(query.getQuery().params, values) }),
			mapResult: (result: unknown) => query.mapResult(result, true)
		}),
		then: (done: (result: unknown) => unknown, failed: (error: unknown) => unknown) =>
			query.execute(values).then(done, failed)
	};
	return item as unknown as Bound<Result>;
}
