// In which months the units that report a ledger have a record or a checked zero.
import { sql, type SQL } from 'drizzle-orm';
import { checkableKinds } from '$lib/domain/activities/activity';
import { isAddedKind, type ReportedLedger } from '$lib/domain/activities/added-work';
import type { Reporter } from '$lib/domain/figures/known';
import type { Database } from '../client';
import { compiled, type Bound } from '../compiled';
import { isVillage } from '../units/villages';
import { partOfLedger } from './coverage';

/** What is asked: of which units with all below them, which ledgers, and the first and last month (YYYY-MM). */
interface Asked {
	scopes: readonly string[];
	ledgers: readonly ReportedLedger[];
	first: string;
	last: string;
}

type Rows = { known: string }[];

/** Which units report within each scope, and what is known of them. */
export interface KnownMonths {
	/** The villages within a scope, or the scope itself where it has none. */
	reportersOf(scope: string): readonly Reporter[];
	/** The day from which a scope is of one ground, since it came of a split; null for every other one. */
	splitOn(scope: string): string | null;
	/**
	 * Whether a unit has a record in a month (YYYY-MM), or a checked zero that covers it, of its own or of a unit above, while no entry of it waits to be
	 * counted; of a scope that reports through others, not the zeros of those.
	 */
	knows(ledger: ReportedLedger, unitId: string, month: string): boolean;
}

/** The query of it: each scope, unit and ledger is read by the kept sums alone. */
export const askKnownMonths = (db: Database, { scopes, ledgers, first, last }: Asked): Bound<Rows> =>
	knownMonths(db, {
		scopes: JSON.stringify(scopes),
		ledgers: JSON.stringify(ledgers),
		measures: JSON.stringify(measuresOf(ledgers)),
		first,
		last
	});

function measuresOf(ledgers: readonly ReportedLedger[]): string[] {
	const own = ledgers.map((ledger): string => partOfLedger(ledger).measure);
	return [...new Set([...own, ...(own.length > 0 ? ['checked-zeros'] : [])])];
}

const nthOfLedger = (column: string): SQL =>
	sql.raw(
		`case ${column} ${checkableKinds.map((ledger, nth) => `when '${ledger}' then ${nth}`).join(' ')} else ${checkableKinds.length} + substr(${column}, 7) end`
	);
const ledgerOf = sql`case f.measure when 'banquets-held' then 0 when 'banquets-dissuaded' then 1 else ${nthOfLedger('f.kind')} end`;

/** One number for a unit, a ledger and a month, so that many are read quickly; `coder` says the same. */
const code = (nth: SQL, ledger: SQL, span: SQL) =>
	sql`(${nth} * 4096 + ${ledger}) * 131072 + substr(${span}, 1, 4) * 12 + substr(${span}, 6, 2)`;

const knownMonths = compiled<Record<'scopes' | 'ledgers' | 'measures' | 'first' | 'last', string>, Rows>(
	(db, { scopes, ledgers, measures, first, last }) =>
		db.select({ known: sql<string>`known` }).from(
			sql`(with asked as materialized (select value as id from json_each(${scopes})),
			within as materialized (select a.id as scope_id, v.id as unit_id, v.valid_from_on, v.valid_to_on
				from units v cross join unit_closure c on c.descendant_id = v.id cross join asked a on a.id = c.ancestor_id
				where ${isVillage}),
			reporting as materialized (select * from within
				union all select a.id, u.id, u.valid_from_on, u.valid_to_on from asked a cross join units u on u.id = a.id
				where a.id not in (select scope_id from within)),
			reporters as materialized (select id, row_number() over () as nth, id in (select unit_id from reporting) as reports
				from (select unit_id as id from reporting union select id from asked)),
			ledgers as materialized (select value as ledger from json_each(${ledgers})),
			above as materialized (select id, row_number() over () as nth from (select distinct c.ancestor_id as id from reporters r
				cross join unit_closure c on c.descendant_id = r.id and c.ancestor_id <> r.id)),
			zeros_above as materialized (select a.id, ${code(sql`a.nth`, nthOfLedger('z.kind'), sql`z.on_date`)} as code from above a
				cross join figure_days z on z.unit_id = a.id and z.on_date between ${first} || '-01' and ${last} || '-31' and z.measure = 'checked-zeros'
				where z.kind in (select ledger from ledgers)),
			waiting as materialized (select ${code(sql`r.nth`, nthOfLedger('w.ledger'), sql`w.on_date`)} as code
				from waiting_entries w cross join unit_closure c on c.descendant_id = w.unit_id cross join reporters r on r.id = c.ancestor_id
				where w.on_date between ${first} || '-01' and ${last} || '-31' and w.ledger in (select ledger from ledgers)),
			months as (
				select ${code(sql`r.nth`, ledgerOf, sql`f.span`)} as code from reporters r cross join json_each(${measures}) m
				cross join figure_sums f on f.scope_id = r.id and f.measure = m.value and f.grain = 'month' and f.span between ${first} and ${last}
				where f.records > 0 and (r.reports or f.measure <> 'checked-zeros') and (f.measure in ('banquets-held', 'banquets-dissuaded') or f.kind in (select ledger from ledgers))
					and (f.measure <> 'checked-zeros' or code not in (select code from waiting)))
			select json_array(
				json((select json_group_array(json_array(scope_id, unit_id, valid_from_on, valid_to_on)) from reporting)),
				json((select json_group_array(id) from (select id from reporters order by nth))),
				json((select json_group_array(code) from months)),
				json((select json_group_object(id, on_date) from (
					select a.id, max(o.on_date) as on_date from asked a cross join split_origins o on o.unit_id = a.id group by 1))),
				json((select json_group_array(code) from zeros_above)),
				json((select json_group_array(json_array(r.nth, a.nth)) from reporters r
					cross join unit_closure c on c.descendant_id = r.id and c.ancestor_id <> r.id
					cross join above a on a.id = c.ancestor_id where a.id in (select id from zeros_above))),
				json((select json_group_array(code) from waiting))
			) as known)`
		)
);

/** Reads the answer to `askKnownMonths`. */
export function knownMonthsOf([row]: Rows): KnownMonths {
	const [reporting, ids, codes, splits, zerosAbove, pairs, waitingCodes] = JSON.parse(row!.known) as [
		[scope: string, id: string, validFromOn: string, validToOn: string | null][],
		string[],
		number[],
		Record<string, string>,
		number[],
		[nth: number, above: number][],
		number[]
	];
	const reporters = new Map<string, Reporter[]>();
	for (const [scope, id, validFromOn, validToOn] of reporting) {
		if (!reporters.has(scope)) reporters.set(scope, []);
		reporters.get(scope)!.push({ id, validFromOn, validToOn });
	}
	const nths = new Map(ids.map((id, at) => [id, at + 1]));
	const codeOf = coder();
	const [known, checkedAbove, waiting] = [codes, zerosAbove, waitingCodes].map((some) => new Set(some));
	// A zero of a unit above covers many: it is looked for there, not written down for each of them.
	const above = new Map<number, number[]>();
	for (const [nth, one] of pairs) above.set(nth, [...(above.get(nth) ?? []), one]);
	return {
		reportersOf: (scope) => reporters.get(scope) ?? [],
		splitOn: (scope) => splits[scope] ?? null,
		knows: (ledger, unitId, month) => {
			const nth = nths.get(unitId) ?? 0;
			const code = codeOf(nth, ledger, month);
			if (known!.has(code)) return true;
			return !waiting!.has(code) && (above.get(nth) ?? []).some((one) => checkedAbove!.has(codeOf(one, ledger, month)));
		}
	};
}

/** Makes codes as `code` does. Of many villages it is asked some hundred thousand times, so it works out each ledger and month once. */
function coder() {
	const places = once(nthOf);
	const months = once((month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)));
	return (nth: number, ledger: ReportedLedger, month: string) =>
		(nth * 4096 + places(ledger)) * 131_072 + months(month);
}

function once<Key>(work: (key: Key) => number): (key: Key) => number {
	const done = new Map<Key, number>();
	return (key) => {
		let value = done.get(key);
		if (value === undefined) done.set(key, (value = work(key)));
		return value;
	};
}

/** The place of a ledger among all; those that the town added follow those of the software. */
const nthOf = (ledger: ReportedLedger): number =>
	isAddedKind(ledger) ? checkableKinds.length + Number(ledger.slice('added-'.length)) : checkableKinds.indexOf(ledger);
