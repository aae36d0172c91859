import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled } from '../compiled';
import { villagesWithin } from '../units/villages';
import type { Ask, CountedPart } from './counted-parts';
import { monthSpansOf, spansOf } from './figure-spans';

/** A number, or one for each month (YYYY-MM) that has any. */
export type Answer = number | Record<string, number>;

/** Rows of one query that asks for sums. */
export type SumRows = { answers: string }[];

/** Parts `p` and their sums `f`, of a unit and the `nth` ask. CROSS JOIN: never through all sums, since SQLite keeps the order. */
const sumsOf = (
	unit: SQL,
	nth: SQL
) => sql`from parts p cross join figure_sums f where f.scope_id = ${unit} and p.nth = ${nth}
	and f.measure = p.measure and f.grain = p.grain and f.span between p.first and p.last
	and (p.kind is null or f.kind between p.kind and p.last_kind) and (p.topic is null or f.topic = p.topic)`;
const amount = sql`case when p.adds then f.adds else f.records end * p.sign`;
const total = (unit: SQL, nth: SQL) => sql`coalesce((select sum(${amount}) ${sumsOf(unit, nth)}), 0)`;

/** The parts that are asked for, as a table. */
const partsFrom = (parts: Placeholder, where = sql``) => sql`listed as (
		select value ->> 0 as nth, value ->> 1 as measure, value ->> 2 as kind, value ->> 3 as last_kind, value ->> 4 as topic,
			value ->> 5 as adds, value ->> 6 as grain, value ->> 7 as first, value ->> 8 as last, value ->> 9 as sign from json_each(${parts})),
	parts as materialized (select * from listed p ${where})`;

/** One statement for any units and any asks; `units` selects a column `unit`. */
function queryOf(
	db: Database,
	{ units, asks, parts, where }: { units: SQL; asks: Placeholder; parts: Placeholder; where?: SQL }
) {
	const [unit, nth] = [sql`asking.unit`, sql`asks.nth`];
	return db.select({ answers: sql<string>`answers` }).from(
		sql`(with ${partsFrom(parts, where)},
		asks as materialized (select key as nth, value as by_month from json_each(${asks}))
		select json_group_array(json_array(asking.unit, json((select json_group_array(json(case
			when asks.by_month then (select json_group_array(json_array(substr(f.span, 1, 7), ${amount})) ${sumsOf(unit, nth)})
			else ${total(unit, nth)} end)) from asks)))) as answers
		from (${units}) as asking)`
	);
}

/** What the whole scope has none of, such as records of days to come, is looked for in no unit of it. */
const isSomeWithin = (scope: Placeholder) => sql`where exists (select 1 from figure_sums f where f.scope_id = ${scope}
	and f.measure = p.measure and f.grain = p.grain and f.span between p.first and p.last)`;

const ofUnits = compiled<Record<'units' | 'asks' | 'parts', string>, SumRows>((db, { units, asks, parts }) =>
	queryOf(db, { units: sql`select value as unit from json_each(${units})`, asks, parts })
);
const ofVillages = compiled<Record<'scope' | 'asks' | 'parts', string>, SumRows>((db, { scope, asks, parts }) =>
	queryOf(db, { units: sql`select id as unit from ${villagesWithin(scope)}`, asks, parts, where: isSomeWithin(scope) })
);

/** The query of `asks`, of each of `units`. */
export const askSums = (db: Database, units: readonly string[], asks: readonly Ask[]) =>
	ofUnits(db, { units: JSON.stringify(units), ...textsOf(asks) });

/** The same of each village within `scope`, also of closed ones. */
export const askVillageSums = (db: Database, scope: string, asks: readonly Ask[]) =>
	ofVillages(db, { scope, ...textsOf(asks) });

const ofPairs = compiled<Record<'scope' | 'pairs' | 'parts', string>, { totals: string }[]>(
	(db, { scope, pairs, parts }) =>
		db.select({ totals: sql<string>`totals` }).from(
			sql`(with ${partsFrom(parts, isSomeWithin(scope))}
		select json_group_array(${total(sql`pair.unit`, sql`pair.nth`)}) as totals
		from (select value ->> 0 as unit, value ->> 1 as nth from json_each(${pairs})) as pair)`
		)
);

/** The query of one ask of each unit within `scope`: `totalsOf` reads what they come to, in their order. */
export function askEach(db: Database, scope: string, pairs: readonly { unit: string; ask: Ask }[]) {
	// Asks that say the same are one. Of many pairs most share the object, and each is written out once.
	const textOf = new Map([...new Set(pairs.map(({ ask }) => ask))].map((ask) => [ask, JSON.stringify(ask)]));
	const texts = new Map([...textOf].map(([ask, text]) => [text, ask]));
	const nths = new Map([...texts.keys()].map((text, nth) => [text, nth]));
	return ofPairs(db, {
		scope,
		pairs: JSON.stringify(pairs.map(({ unit, ask }) => [unit, nths.get(textOf.get(ask)!)])),
		parts: JSON.stringify([...texts.values()].flatMap(partsOfAsk))
	});
}

/** What `askEach` found: a total for each pair, in their order. */
export const totalsOf = ([row]: { totals: string }[]) => JSON.parse(row!.totals) as number[];

/** The answers: of each unit one for each ask, in their order. */
export const answersOf = ([row]: SumRows): Map<string, Answer[]> =>
	new Map(
		(JSON.parse(row!.answers) as [string, (number | [string, number][])[]][]).map(([unit, answers]) => [
			unit,
			answers.map((answer) => (typeof answer === 'number' ? answer : byMonth(answer)))
		])
	);

/** Adds up what a month has of each kind. */
function byMonth(amounts: readonly [string, number][]): Record<string, number> {
	const months: Record<string, number> = {};
	for (const [month, amount] of amounts) months[month] = (months[month] ?? 0) + amount;
	return months;
}

/** What one unit comes to. */
export const readSums = async (db: Database, unit: string, asks: readonly Ask[]): Promise<Answer[]> =>
	answersOf(await askSums(db, [unit], asks)).get(unit)!;

/** The answers to asks of `askBoth`, a part each. */
export const bothOf = (answers: readonly Answer[]): { records: number; adds: number }[] =>
	Array.from({ length: answers.length / 2 }, (_, at) => ({
		records: answers[at * 2] as number,
		adds: answers[at * 2 + 1] as number
	}));

const textsOf = (asks: readonly Ask[]) => ({
	asks: JSON.stringify(asks.map(({ byMonth = false }) => byMonth)),
	parts: JSON.stringify(asks.flatMap(partsOfAsk))
});

function partsOfAsk({ of, period, byMonth }: Ask, nth: number) {
	const spans = byMonth ? monthSpansOf(period) : spansOf(period);
	return of.flatMap((part) =>
		kindsOf(part).flatMap((kinds) =>
			spans.map(({ grain, from, to, sign }) => {
				const what = [nth, part.measure, ...kinds, part.topic ?? null, Number(part.by === 'adds')];
				return [...what, grain, from, to, part.taken ? -sign : sign];
			})
		)
	);
}

/** The first and the last of the kinds that lie together; null for all. */
function kindsOf({ kinds, kindsOn }: CountedPart): (readonly [string | null, string | null])[] {
	if (kindsOn) return [[kindsOn.fromOn, kindsOn.toOn]];
	return kinds ? kinds.map((kind) => [kind, kind] as const) : [[null, null]];
}
