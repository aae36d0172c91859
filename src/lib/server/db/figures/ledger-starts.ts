import { sql } from 'drizzle-orm';
import { dateOf, yearOf } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { compiled } from '../compiled';
import type { Measure } from '../rules/counted-records';
import type { Unit } from '../units/units';

/** The day of the first record of each ledger in the installation: before it there is no data, which differs from zero. */
export interface LedgerStarts {
	banquets: string | null;
	declarations: string | null;
	activities: string | null;
	signups: string | null;
	pledges: string | null;
	grids: string | null;
	guests: string | null;
	events: string | null;
}

/** Each in the order of an index, so that the first record ends it. */
const firstDays = {
	banquets: sql<string | null>`(select o.ended_on from banquet_outcomes o cross join banquets b on b.id = o.banquet_id
		where b.is_removed = 0 order by o.ended_on limit 1)`,
	declarations: sql<
		string | null
	>`(select declared_on from banquets where is_removed = 0 order by declared_on limit 1)`,
	activities: sql<string | null>`(select done_on from activities where is_removed = 0 order by done_on limit 1)`,
	signups: sql<string | null>`(select min(at) from signups)`.mapWith((at: number | null) =>
		at === null ? null : dateOf(at)
	),
	pledges: firstCounted('pledges-signed'),
	grids: firstCounted('grids-begun'),
	guests: firstCounted('birthday-guests'),
	events: firstCounted('events')
};

function firstCounted(measure: Measure) {
	return sql<
		string | null
	>`(select span from figure_sums where scope_id = (select id from units where parent_id is null order by id limit 1)
		and measure = ${sql.raw(`'${measure}'`)} and grain = 'day' and records > 0 order by span limit 1)`;
}

/** The query of the ledgers' first days. */
export const askStarts = compiled<object, LedgerStarts[]>((db) => db.select(firstDays).from(sql`(select 1)`));

export const readLedgerStarts = async (db: Database): Promise<LedgerStarts> => (await askStarts(db, {}))[0]!;

/** What every page of figures begins with. */
export interface FigureGround {
	/** The unit whose figures they are; null where there is none. */
	unit: Pick<Unit, 'name' | 'nameEn' | 'kind'> | null;
	/** The years in which a banquet was held, the latest first. */
	held: number[];
	/** The first day of each ledger. */
	starts: LedgerStarts;
}

const askGround = compiled<
	Record<'scope' | 'today' | 'year', string>,
	(LedgerStarts & { years: string; unit: string | null })[]
>((db, { scope, today, year }) => {
	const held = sql`figure_sums where scope_id = ${scope} and measure = 'banquets-held' and records > 0`;
	return db
		.select({
			...firstDays,
			years: sql<string>`(select json_group_array(year) from (
					select distinct span as year from ${held} and grain = 'year' and span < ${year}
					union all select ${year} where exists (select 1 from ${held} and grain = 'day' and span between ${year} and ${today})
					order by 1 desc))`,
			unit: sql<
				string | null
			>`(select json_object('name', name, 'nameEn', name_en, 'kind', kind) from units where id = ${scope})`
		})
		.from(sql`(select 1)`);
});

/** Of the unit `scope` with all below it, up to `today` (the town's date). */
export async function readGround(db: Database, scope: string, today: string): Promise<FigureGround> {
	const [row] = await askGround(db, { scope, today, year: String(yearOf(today)) });
	const { years, unit, ...starts } = row!;
	return {
		unit: unit === null ? null : (JSON.parse(unit) as FigureGround['unit']),
		held: (JSON.parse(years) as string[]).map(Number),
		starts
	};
}
