// In which months the units that report a ledger have a record or a checked zero.
import { sql } from 'drizzle-orm';
import type { CheckableKind } from '$lib/domain/activities/activity';
import type { Reporter } from '$lib/domain/figures/known';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { compiled, type Bound } from '../compiled';

/** What is asked: of which units with all below them, which ledgers, and the first and last month (YYYY-MM). */
interface Asked {
	scopes: readonly string[];
	ledgers: readonly CheckableKind[];
	first: string;
	last: string;
}

type Rows = { known: string }[];

/** Which units report within each scope, and what is known of them. */
export interface KnownMonths {
	/** The villages within a scope, or the scope itself where it has none. */
	reportersOf(scope: string): readonly Reporter[];
	/** Whether a unit has a record in a month (YYYY-MM), or a checked zero that covers it, of its own or of a unit above. */
	knows(ledger: CheckableKind, unitId: string, month: string): boolean;
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

function measuresOf(ledgers: readonly CheckableKind[]): string[] {
	const own = ledgers.map((ledger) =>
		ledger === 'banquet' ? 'banquets-held' : ledger === 'dissuasion' ? 'banquets-dissuaded' : 'activities'
	);
	return [...new Set([...own, ...(own.length > 0 ? ['checked-zeros'] : [])])];
}

const villageKinds = sql.raw(
	unitKinds
		.filter(isVillageLevel)
		.map((kind) => `'${kind}'`)
		.join(', ')
);

const ledgerOf = sql`case f.measure when 'banquets-held' then 'banquet' when 'banquets-dissuaded' then 'dissuasion' else f.kind end`;

const knownMonths = compiled<Record<'scopes' | 'ledgers' | 'measures' | 'first' | 'last', string>, Rows>(
	(db, { scopes, ledgers, measures, first, last }) => {
		const bit = (span: ReturnType<typeof sql>) =>
			sql`substr(${span}, 1, 4) as year, 1 << (substr(${span}, 6, 2) - 1) as bit`;
		return db.select({ known: sql<string>`known` }).from(
			sql`(with asked as materialized (select value as id from json_each(${scopes})),
			within as materialized (select a.id as scope_id, v.id as unit_id, v.valid_from_on, v.valid_to_on
				from units v cross join unit_closure c on c.descendant_id = v.id cross join asked a on a.id = c.ancestor_id
				where v.kind in (${villageKinds})),
			reporting as materialized (select * from within
				union all select a.id, u.id, u.valid_from_on, u.valid_to_on from asked a cross join units u on u.id = a.id
				where a.id not in (select scope_id from within)),
			reporters as materialized (select distinct unit_id as id from reporting),
			ledgers as materialized (select value as ledger, key as nth from json_each(${ledgers})),
			above as materialized (select distinct c.ancestor_id as id from reporters r
				cross join unit_closure c on c.descendant_id = r.id and c.ancestor_id <> r.id),
			zeros_above as materialized (select a.id, z.kind as ledger, ${bit(sql`z.on_date`)} from above a
				cross join figure_days z on z.unit_id = a.id and z.on_date between ${first} || '-01' and ${last} || '-31' and z.measure = 'checked-zeros'),
			months as (
				select r.id, ${ledgerOf} as ledger, ${bit(sql`f.span`)} from reporters r cross join json_each(${measures}) m
				cross join figure_sums f on f.scope_id = r.id and f.measure = m.value and f.grain = 'month' and f.span between ${first} and ${last}
				where f.records > 0
				union all
				select r.id, z.ledger, z.year, z.bit from reporters r cross join unit_closure c on c.descendant_id = r.id
				cross join zeros_above z on z.id = c.ancestor_id)
			select json_array(
				json((select json_group_array(json_array(scope_id, unit_id, valid_from_on, valid_to_on)) from reporting)),
				json((select json_group_array(json_array(id, nth, year, bits)) from
					(select m.id, l.nth, m.year, sum(distinct m.bit) as bits from months m cross join ledgers l on l.ledger = m.ledger group by 1, 2, 3)))
			) as known)`
		);
	}
);

/** Reads the answer to `askKnownMonths` with the same `ledgers`. */
export function knownMonthsOf([row]: Rows, ledgers: readonly CheckableKind[]): KnownMonths {
	const [reporting, known] = JSON.parse(row!.known) as [
		[scope: string, id: string, validFromOn: string, validToOn: string | null][],
		[id: string, nth: number, year: string, bits: number][]
	];
	const reporters = new Map<string, Reporter[]>();
	for (const [scope, id, validFromOn, validToOn] of reporting) {
		if (!reporters.has(scope)) reporters.set(scope, []);
		reporters.get(scope)!.push({ id, validFromOn, validToOn });
	}
	const bits = new Map(known.map(([id, nth, year, months]) => [`${ledgers[nth]} ${id} ${year}`, months]));
	return {
		reportersOf: (scope) => reporters.get(scope) ?? [],
		knows(ledger, unitId, month) {
			const months = bits.get(`${ledger} ${unitId} ${month.slice(0, 4)}`) ?? 0;
			return (months & (1 << (Number(month.slice(5, 7)) - 1))) !== 0;
		}
	};
}
