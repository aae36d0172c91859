import { desc, sql, type SQL } from 'drizzle-orm';
import { checkableKinds, stigmaKinds } from '$lib/domain/activities/activity';
import { caseKinds } from '$lib/domain/cases/case';
import { yearOf } from '$lib/domain/calendar/calendar';
import type { UnsettledEvents } from '$lib/domain/figures/unsettled';
import { ledgerNames, type LedgerName, type ReportedStarts } from '$lib/domain/figures/ledger';
import type { Database } from '../client';
import { compiled } from '../compiled';
import type { Measure } from '../rules/counted-records';
import { oneOf } from '../schema/columns';
import { ledgerStarts } from '../schema/figures/ledger-starts';
import type { Statement } from '../statement';
import type { Unit } from '../units/units';

/** The day from which each ledger of the installation is kept: before it there is no data, which differs from zero. */
export interface LedgerStarts extends Record<LedgerName, string | null> {
	/** The years in which each has records. Of the work ledger: of the town's own work, for villages report theirs month by month. */
	years: Record<LedgerName, number[]>;
	/** Events of the installation that are neither completed nor cancelled, also those to come. */
	unsettled: UnsettledEvents[];
}

const rootUnit = sql.raw('(select id from units where parent_id is null order by id limit 1)');

const firstBanquet = earlier(
	sql`(select o.ended_on from banquet_outcomes o cross join banquets b on b.id = o.banquet_id
		where b.is_removed = 0 order by o.ended_on limit 1)`,
	firstCounted('checked-zeros', sql`and kind in ('banquet', 'dissuasion')`)
);

/** The first record or checked month of each ledger, in the order of an index, so that it ends it: the beginning that is proposed. */
const firstRecords: Record<LedgerName, SQL<string | null>> = {
	banquets: firstBanquet,
	// Not those of before the ledger of banquets: they are of its first banquets alone.
	declarations: firstCounted(
		'banquets-declared',
		sql`and span >= coalesce(substr(${startOf('banquets', firstBanquet)}, 1, 7), '')`
	),
	activities: earlier(
		firstCounted('activities'),
		firstCounted('checked-zeros', sql`and not ${oneOf('kind', ['banquet', 'dissuasion', ...caseKinds])}`)
	),
	pledges: firstCounted('pledges-signed'),
	grids: firstCounted('grids-begun'),
	guests: firstCounted('birthday-guests'),
	events: firstCounted('events'),
	cases: earlier(firstCounted('cases-received'), firstCounted('checked-zeros', sql`and ${oneOf('kind', caseKinds)}`))
};

/** What is counted of a ledger's records. */
const measures: Record<LedgerName, Measure> = {
	banquets: 'banquets-held',
	declarations: 'banquets-declared',
	activities: 'activities',
	// Elders come to group birthday banquets: where there was none, there was no guest.
	guests: 'events',
	events: 'events',
	pledges: 'pledges-signed',
	grids: 'grids-begun',
	cases: 'cases-received'
};

function firstCounted(measure: Measure, also = sql``): SQL<string | null> {
	return sql`(select span from figure_sums where scope_id = ${rootUnit}
		and measure = ${sql.raw(`'${measure}'`)} and grain = 'day' and records > 0 ${also} order by span limit 1)`;
}

/** The earlier of two days, either of which may be missing. */
function earlier(one: SQL, other: SQL): SQL<string | null> {
	return sql`min(coalesce(${one}, ${other}), coalesce(${other}, ${one}))`;
}

/** What the town declared; where it did not, the first record. */
function startOf(ledger: LedgerName, first: SQL): SQL<string | null> {
	return sql`coalesce(${declaredOf(ledger)}, ${first})`;
}

function declaredOf(ledger: LedgerName): SQL<string | null> {
	return sql`(select from_on from ledger_starts where ledger = ${sql.raw(`'${ledger}'`)} order by seq desc limit 1)`;
}

const starts = {
	...(Object.fromEntries(ledgerNames.map((ledger) => [ledger, startOf(ledger, firstRecords[ledger])])) as Record<
		LedgerName,
		SQL<string | null>
	>),
	declarations: notBefore(startOf('banquets', firstBanquet), startOf('declarations', firstRecords.declarations)),
	years: sql<LedgerStarts['years']>`(select json_object(${sql.join(
		ledgerNames.map((ledger) => sql`${sql.raw(`'${ledger}'`)}, json(${yearsOf(ledger)})`),
		sql`, `
	)}))`.mapWith((text: string) => JSON.parse(text) as LedgerStarts['years']),
	unsettled: sql<
		LedgerStarts['unsettled']
	>`(select json_group_array(json_object('kind', kind, 'topic', topic, 'fromOn', ${dayOf('from_at')}, 'endOn', ${dayOf('end_at')}))
		from (select kind, topic, min(starts_at) as from_at, min(ends_at) - 1 as end_at from events
			where stage = 'published' and starts_at is not null group by kind, topic, substr(${dayOf('starts_at')}, 1, 7)))`.mapWith(
		(text: string) => JSON.parse(text) as LedgerStarts['unsettled']
	)
};

/** The town's day of an instant. */
function dayOf(at: string): SQL {
	return sql.raw(`date(${at} / 1000 + 28800, 'unixepoch')`);
}

/** A day, or the other one where that is later. */
function notBefore(other: SQL, day: SQL): SQL<string | null> {
	return sql`max(${day}, coalesce(${other}, ${day}))`;
}

/** The years in which a ledger has records, by what of it is counted. */
function yearsOf(ledger: LedgerName) {
	const isReported = sql`${oneOf('kind', checkableKinds)} or kind between 'added-' and 'added-~'`;
	const isTowns = ledger === 'activities' ? sql`and not (${isReported})` : sql``;
	return sql`(select json_group_array(distinct cast(span as integer)) from figure_sums where scope_id = ${rootUnit}
		and measure = ${sql.raw(`'${measures[ledger]}'`)} and grain = 'year' and records > 0 ${isTowns})`;
}

/** The query of the ledgers' first days. */
export const askStarts = compiled<object, LedgerStarts[]>((db) => db.select(starts).from(sql`(select 1)`));

export const readLedgerStarts = async (db: Database): Promise<LedgerStarts> => (await askStarts(db, {}))[0]!;

/** The query of the days from which the ledgers that villages report are kept. */
export const askReportedStarts = compiled<object, ReportedStarts[]>((db) =>
	db
		.select({
			banquets: declaredOf('banquets'),
			activities: declaredOf('activities'),
			cases: startOf('cases', firstRecords.cases)
		})
		.from(sql`(select 1)`)
);

export const readReportedStarts = async (db: Database): Promise<ReportedStarts> =>
	(await askReportedStarts(db, {}))[0]!;

/** The day from which the town keeps its first ledger; null where it keeps none. */
export const firstStart = (starts: Record<LedgerName, string | null>): string | null =>
	ledgerNames.flatMap((ledger) => starts[ledger] ?? []).toSorted()[0] ?? null;

/** What every page of figures begins with. */
export interface FigureGround {
	/** The unit whose figures they are; null where there is none. */
	unit: Pick<Unit, 'name' | 'nameEn' | 'kind'> | null;
	/** The years up to this one in which something happened or was checked not to have, the latest first. */
	recorded: number[];
	/** Those of them in which the town's own work is recorded: what the public may learn of a year that is not closed. */
	worked: number[];
	/** The whole years that were closed, the latest first. */
	closed: number[];
	starts: LedgerStarts;
}

/**
 * What a year is offered for: what happened in it, or was checked not to have. Not for what is in place since then, such as grids, nor for a
 * banquet declared in December and held in January.
 */
const happenings: readonly Measure[] = [
	...(['banquets-held', 'banquets-dissuaded', 'activities', 'checked-zeros'] as const),
	...(['events', 'pledges-signed', 'cases-received'] as const)
];

/** The ledger that what happened is of. */
const ledgerOfHappening = sql`case when measure in ('banquets-held', 'banquets-dissuaded') then 'banquets'
	when measure in ('activities', 'events') then measure
	when measure = 'pledges-signed' then 'pledges'
	when measure = 'cases-received' or ${oneOf('kind', caseKinds)} then 'cases'
	when kind in ('banquet', 'dissuasion') then 'banquets' else 'activities' end`;

/** A year, and a ledger in which something is recorded of it. */
interface RecordedYear {
	year: number;
	ledger: LedgerName;
}

/** The years of what is kept of `where`, each with its ledger, as JSON, the latest first. */
const recordedYears = (where: SQL) =>
	sql<string>`(select json_group_array(json_object('year', year, 'ledger', ledger)) from
		(select distinct cast(span as integer) as year, ${ledgerOfHappening} as ledger from figure_sums
			where ${where} and grain = 'year' and records > 0 order by 1 desc))`;

const askGround = compiled<
	Record<'scope' | 'year', string>,
	(LedgerStarts & Record<'recorded' | 'worked' | 'closed', string> & { unit: string | null })[]
>((db, { scope, year }) =>
	db
		.select({
			...starts,
			recorded: recordedYears(sql`scope_id = ${scope} and ${oneOf('measure', happenings)} and span <= ${year}`),
			worked: recordedYears(sql`scope_id = ${scope} and measure in ('activities', 'events')
				and not ${oneOf('kind', [...stigmaKinds, 'birthday-banquet', 'blood-drive'])} and span <= ${year}`),
			closed: sql<string>`(select json_group_array(year) from (select distinct cast(substr(from_on, 1, 4) as integer) as year from closings
					where unit_id = ${scope} and from_on like '%-01-01' and to_on = substr(from_on, 1, 4) || '-12-31' order by 1 desc))`,
			unit: sql<
				string | null
			>`(select json_object('name', name, 'nameEn', name_en, 'kind', kind) from units where id = ${scope})`
		})
		.from(sql`(select 1)`)
);

/**
 * Of the unit `scope` with all below it, up to `today` (the town's date). A year of records is among them where one is of a ledger that has begun by
 * its end.
 */
export async function readGround(db: Database, scope: string, today: string): Promise<FigureGround> {
	const [row] = await askGround(db, { scope, year: String(yearOf(today)) });
	const { recorded, worked, closed, unit, ...starts } = row!;
	const first = firstStart(starts);
	const isKept = (on: string | null, year: number) => on !== null && year >= yearOf(on);
	const kept = (years: string) => [
		...new Set(
			(JSON.parse(years) as RecordedYear[]).flatMap((one) => (isKept(starts[one.ledger], one.year) ? [one.year] : []))
		)
	];
	return {
		unit: unit === null ? null : (JSON.parse(unit) as FigureGround['unit']),
		recorded: kept(recorded),
		worked: kept(worked),
		closed: (JSON.parse(closed) as number[]).filter((year) => isKept(first, year)),
		starts
	};
}

const declaredStart = compiled<{ ledger: string }, { fromOn: string }[]>((db, { ledger }) =>
	db
		.select({ fromOn: ledgerStarts.fromOn })
		.from(ledgerStarts)
		.where(sql`${ledgerStarts.ledger} = ${ledger}`)
		.orderBy(desc(ledgerStarts.seq))
		.limit(1)
);

/** The day (YYYY-MM-DD) from which the town declared that it keeps a ledger; null where it did not. */
export const findDeclaredStart = async (db: Database, ledger: LedgerName): Promise<string | null> =>
	(await declaredStart(db, { ledger }))[0]?.fromOn ?? null;

/** The days from which the town declared that it keeps its ledgers; those that it said nothing of are left out. */
export async function listDeclared(db: Database): Promise<ReadonlyMap<LedgerName, string>> {
	const rows = await db
		.select({ ledger: ledgerStarts.ledger, fromOn: ledgerStarts.fromOn })
		.from(ledgerStarts)
		.orderBy(ledgerStarts.seq);
	return new Map(rows.map(({ ledger, fromOn }) => [ledger, fromOn]));
}

/** What the town said of a ledger's beginning, and what its records propose. */
export interface DeclaredStart {
	ledger: LedgerName;
	/** How often it was declared. */
	seq: number;
	fromOn: string | null;
	at: number | null;
	byId: string | null;
	nameSealed: string | null;
	/** The first record; null: there is none. */
	firstOn: string | null;
}

/** Of every ledger, in their order, who declared it last (name sealed) and what its first record is. */
export async function listDeclaredStarts(db: Database): Promise<DeclaredStart[]> {
	const rows = ledgerNames.map((ledger) => sql`select ${ledger} as ledger, ${firstRecords[ledger]} as firstOn`);
	return db.all<DeclaredStart>(sql`select l.ledger, coalesce(s.seq, 0) as seq, s.from_on as fromOn, s.at, s.by_id as byId,
		a.name_sealed as nameSealed, l.firstOn from (${sql.join(rows, sql` union all `)}) l
		left join ledger_starts s on s.ledger = l.ledger and s.seq = (select max(seq) from ledger_starts where ledger = l.ledger)
		left join accounts a on a.id = s.by_id`);
}

/** Adds declarations. Not for an empty list. */
export const insertLedgerStarts = (db: Database, rows: (typeof ledgerStarts.$inferInsert)[]): Statement =>
	db.insert(ledgerStarts).values(rows);

/** How many records of a ledger are from before the month in which it would begin (`fromOn`, YYYY-MM-DD): figures would leave them out. */
export async function countLeftOut(db: Database, ledger: LedgerName, fromOn: string): Promise<number> {
	const rows = await db.all<{ count: number }>(sql`select coalesce(sum(records), 0) as count from figure_sums
		where scope_id = ${rootUnit} and measure = ${measures[ledger]} and grain = 'day' and span < ${fromOn.slice(0, 7)} || '-01'`);
	return rows[0]!.count;
}
