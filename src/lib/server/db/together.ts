import type { Database } from './client';
import type { Bound } from './compiled';

type Query = Bound<unknown[]> | null;
type AnswerTo<Asked> = Asked extends Bound<infer Rows> ? Rows : null;
type Answers<Queries> = { [Name in keyof Queries]: AnswerTo<Queries[Name]> };

/** Several queries in one round trip: by name, where null is not asked and answered with null, and a list in its order. */
export async function readTogether<Queries extends Record<string, Query>, Row = never>(
	db: Database,
	named: Queries,
	listed: readonly Bound<Row[]>[] = []
): Promise<Answers<Queries> & { listed: Row[][] }> {
	const asked = Object.entries(named).filter(([, query]) => query !== null) as [string, Bound<unknown[]>][];
	const [first, ...rest] = [...asked.map(([, query]) => query), ...listed];
	const rows = first ? await db.batch([first, ...rest]) : [];
	const answers = new Map(asked.map(([name], at) => [name, rows[at]]));
	return {
		...Object.fromEntries(Object.keys(named).map((name) => [name, answers.get(name) ?? null])),
		listed: rows.slice(asked.length)
	} as Answers<Queries> & { listed: Row[][] };
}
