import type { Database } from '$lib/server/db/client';
import type { Bound } from '$lib/server/db/compiled';
import type { Ask } from '$lib/server/db/figures/counted-parts';
import { answersOf, askSums, askVillageSums, type Answer } from '$lib/server/db/figures/figure-sums';
import { askStarts, type LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { askVillages, villagesOf, type Village } from '$lib/server/db/units/villages';
import type { TrendQuery } from './trend-query';

/**
 * A chart, or another part of a page of trends. It says what it asks before anything is read, and gives what it makes of the answers. So
 * all parts of a page are read at once.
 */
export type TrendPart<Made> = (asker: TrendAsker) => () => Made;

/** Takes questions, and gives for each a function that answers it once all is read. */
export interface TrendAsker {
	db: Database;
	query: TrendQuery;
	/** The first day of each ledger. */
	starts: () => LedgerStarts;
	/** The villages within the scope in the town's own order, also closed ones. */
	villages(): () => readonly Village[];
	/** What the whole scope, or each of its villages, comes to. */
	ofWhole(ask: Ask): () => Answer;
	ofVillages(ask: Ask): () => ReadonlyMap<string, Answer>;
	/** The rows of a query. */
	rows<Row>(query: Bound<Row[]>): () => Row[];
}

type Parts = Record<string, TrendPart<unknown>>;
type Made<All extends Parts> = { [Name in keyof All]: ReturnType<ReturnType<All[Name]>> };

/** All parts of a page in one round trip. */
export async function readParts<All extends Parts>(db: Database, query: TrendQuery, parts: All): Promise<Made<All>> {
	const { asker, read } = openAsker(db, query);
	const makers = Object.entries(parts).map(([name, part]) => [name, part(asker)] as const);
	await read();
	return Object.fromEntries(makers.map(([name, make]) => [name, make()])) as Made<All>;
}

/** One part alone. */
export const readPart = async <Made>(db: Database, query: TrendQuery, part: TrendPart<Made>): Promise<Made> =>
	(await readParts(db, query, { part })).part as Made;

function openAsker(db: Database, query: TrendQuery) {
	const asked = {
		villages: false,
		whole: [] as Ask[],
		ofVillages: [] as Ask[],
		queries: [] as Bound<unknown[]>[]
	};
	let counts: Counts;

	const asker: TrendAsker = {
		db,
		query,
		starts: () => counts.starts,
		villages() {
			asked.villages = true;
			return () => counts.villages;
		},
		ofWhole(ask) {
			const at = indexOf(asked.whole, ask);
			return () => counts.whole[at]!;
		},
		ofVillages(ask) {
			const at = indexOf(asked.ofVillages, ask);
			return () => new Map([...counts.ofVillages].map(([id, answers]) => [id, answers[at]!]));
		},
		rows<Row>(asking: Bound<Row[]>) {
			const at = asked.queries.push(asking) - 1;
			return () => counts.rows[at] as Row[];
		}
	};
	return {
		asker,
		async read() {
			counts = await readCounts(db, query, asked);
		}
	};
}

/** Where a question is among those asked; the same is asked once. */
function indexOf(asks: Ask[], ask: Ask): number {
	const text = JSON.stringify(ask);
	const at = asks.findIndex((one) => JSON.stringify(one) === text);
	return at === -1 ? asks.push(ask) - 1 : at;
}

type Counts = Awaited<ReturnType<typeof readCounts>>;
type Asked = {
	villages: boolean;
	whole: readonly Ask[];
	ofVillages: readonly Ask[];
	queries: readonly Bound<unknown[]>[];
};

async function readCounts(db: Database, { scope, starts, periods }: TrendQuery, asked: Asked) {
	const queries = {
		started: starts ? null : askStarts(db, {}),
		villages: asked.villages ? askVillages(db, { scope, fromOn: periods.now.fromOn, on: periods.now.toOn }) : null,
		whole: asked.whole.length > 0 ? askSums(db, [scope], asked.whole) : null,
		ofVillages: asked.ofVillages.length > 0 ? askVillageSums(db, scope, asked.ofVillages) : null
	};
	const { started, villages, whole, ofVillages, listed } = await readTogether(db, queries, asked.queries);
	return {
		starts: starts ?? started![0]!,
		villages: villages ? villagesOf(villages) : [],
		whole: whole ? answersOf(whole).get(scope)! : [],
		ofVillages: ofVillages ? answersOf(ofVillages) : new Map<string, Answer[]>(),
		rows: listed
	};
}
