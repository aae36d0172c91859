import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newTown } from '../new-town';
import type { Database } from '../../../src/lib/server/db/client';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { readRules } from '../../../src/lib/server/db/rules/read-rules';
import { verifyTown } from '../../../src/lib/server/reviews/verify';
import { isBad } from '../../../src/lib/server/reviews/finding';
import { formerKey, openFormerDatabase } from './former-town';
import { listRulesInForce } from './rules-in-force';

type Row = Record<string, unknown>;

let folder: string;
let db: Database;
let before: Map<string, Row[]>;

/** A database of migration 17, whose rules came with the migrations, opened as every start opens one. */
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-former-'));
	db = await openFormerDatabase(folder);
	await correctSeries();
	before = await readTables();
	await migrateDatabase(db, 'drizzle');
}, 120_000);
afterAll(async () => {
	await db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

/** One birthday series was corrected twice, in December 2023 and in March 2024. */
const corrected = '0185755b-5d00-7220-8818-9903a9c340dd';
async function correctSeries(): Promise<void> {
	const corrections = [
		{ at: Date.UTC(2023, 11, 31), before: { threshold: 70, ageKind: 'full', calendar: 'solar' } },
		{ at: Date.UTC(2024, 2, 1), before: { threshold: 65, ageKind: 'nominal', calendar: 'solar' } }
	];
	for (const { at, before } of corrections)
		await db.$client.execute({
			sql: `insert into audit_entries (id, at, actor_kind, verb, subject_type, subject_id, detail)
				values (?, ?, 'system', 'correctBirthdaySeries', 'birthday-series', ?, ?)`,
			args: [`correction ${at}`, at, corrected, JSON.stringify({ before, after: {} })]
		});
}

async function readTables(): Promise<Map<string, Row[]>> {
	// Sums without rowids, like all counts, are made anew; slips with feedback have none on purpose.
	const { rows } = await db.$client.execute(
		"select name from sqlite_master where type = 'table' and name not like 'figure_%' and name <> 'feedback_slips' order by name"
	);
	const tables = rows.map(({ name }) => String(name));
	const all = await Promise.all(tables.map((name) => db.$client.execute(`select * from "${name}" order by rowid`)));
	return new Map(tables.map((name, nth) => [name, all[nth]!.rows.map((row) => ({ ...row }))]));
}

const read = async (sql: string) => (await db.$client.execute(sql)).rows.map((row) => ({ ...row }));
const count = async (from: string) => Number((await read(`select count(*) as n from ${from}`))[0]!.n);
const publishedFirst = 'event_cancellations c join event_publications p on p.event_id = c.event_id';
const notPublished = 'event_cancellations where event_id not in (select event_id from event_publications)';

/** Columns that migration 20 adds for lists, 27 for what is proved, 28 for ledger files, 36 for forms sent again, and 37 for other households. */
const listed = [
	...['listed_outcome', 'listed_ended_on', 'listed_year', 'is_confirmed', 'stage', 'renewed_text_id'],
	...['confirmed_tables', 'confirm_hours', 'held_until', 'is_lapsed', 'is_from_slip'],
	...['sheets', 'compared_act', 'also_key', 'taken_as', 'mark', 'form_digest', 'other_household_index']
];
const without = (columns: readonly string[]) => (row: Row) =>
	Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));

/** Columns that a migration adds whose names are old in other tables. */
const added: Record<string, string[]> = { birthday_banquets: ['threshold', 'age_kind', 'calendar'] };

/** A row of sign-ups with the column that migration 19 names `status`. */
const withStatus = ({ place, ...row }: Row): Row => ({ ...row, status: place });

/** What migration 28 changes: an import has all sheets of its file, and what is there already is asked about. */
const changed: Record<string, (row: Row) => Row> = {
	signups: withStatus,
	imports: ({ sheet: _, ...row }) => row,
	import_records: (row) => ({ ...row, note_sealed: null }),
	import_rows: ({ state, ...row }) => ({ ...row, state: state === 'double' ? 'doubtful' : state })
};

describe('a database of the version before the rules were set apart', () => {
	it('keeps every row of every table as it was', async () => {
		const after = await readTables();
		expect(before.size).toBeGreaterThan(100);
		const records = [...before.values()].reduce((sum, rows) => sum + rows.length, 0);
		expect(records).toBeGreaterThan(10_000);
		for (const [table, rows] of before) {
			if (table === '__drizzle_migrations') expect(after.get(table)!.slice(0, rows.length)).toEqual(rows);
			else
				expect(after.get(table)!.map(without([...listed, ...(added[table] ?? [])])), table).toEqual(
					rows.map(changed[table] ?? ((row) => row))
				);
		}
	});

	it('keeps of every birthday list what its series asked when it was made', async () => {
		const rules = await read(`select distinct b.series_id = '${corrected}' as is_corrected,
			case when b.series_id <> '${corrected}' then 'any' when b.at < ${Date.UTC(2023, 11, 31)} then '2023'
				when b.at < ${Date.UTC(2024, 2, 1)} then '2024' else 'later' end as made,
			b.threshold = s.threshold and b.age_kind = s.age_kind and b.calendar = s.calendar as is_as_today,
			case b.series_id when '${corrected}' then b.threshold || b.age_kind || b.calendar end as rule
			from birthday_banquets b join birthday_series s on s.id = b.series_id order by made`);
		const [today] = await read(
			`select threshold || age_kind || calendar as rule from birthday_series where id = '${corrected}'`
		);
		expect(rules).toEqual([
			{ is_corrected: 1, made: '2023', is_as_today: 0, rule: '70fullsolar' },
			{ is_corrected: 1, made: '2024', is_as_today: 0, rule: '65nominalsolar' },
			{ is_corrected: 0, made: 'any', is_as_today: 1, rule: null },
			{ is_corrected: 1, made: 'later', is_as_today: 1, rule: today!.rule }
		]);
	});

	it('lists its records by columns that say the same as they do', async () => {
		expect(await read('select id, listed_outcome, listed_ended_on from banquets order by id')).toEqual(
			await read(`select b.id, o.outcome as listed_outcome, o.ended_on as listed_ended_on
				from banquets b left join banquet_outcomes o on o.banquet_id = b.id order by b.id`)
		);
		expect(await read('select id from dissuasions where is_confirmed order by id')).toEqual(
			await read('select dissuasion_id as id from dissuasion_confirmations order by 1')
		);
		const stages = await read('select stage, count(*) as events from events group by stage');
		expect(Object.fromEntries(stages.map(({ stage, events }) => [stage, events]))).toEqual({
			completed: await count('event_completions'),
			cancelled: await count('event_cancellations'),
			published:
				(await count('event_publications')) - (await count('event_completions')) - (await count(publishedFirst)),
			draft: (await count('events')) - (await count('event_publications')) - (await count(notPublished))
		});
		expect(
			await read('select audience, sum(in_force) as inForce, sum(withdrawn) as withdrawn from pledge_counts group by 1')
		).toEqual(
			await read(
				'select audience, sum(is_withdrawn = 0) as inForce, sum(is_withdrawn) as withdrawn from pledges group by 1'
			)
		);
	});

	it('keeps counting what was signed online and declared in closed periods, with the reason; what came later waits', async () => {
		const closed = (
			unit: string,
			day: string
		) => `exists (select 1 from closings c join unit_closure u on u.ancestor_id = c.unit_id
			where u.descendant_id = ${unit} and ${day})`;
		const signedIn = closed('p.village_id', 'p.signed_on <= c.to_on');
		expect(await count('pledges where is_confirmed')).toBe(await count(`pledges p where is_on_paper or ${signedIn}`));
		expect(await count("pledge_confirmations where reason = 'closed-before' and by_id is null")).toBe(
			await count(`pledges p where not is_on_paper and ${signedIn}`)
		);
		expect(await count('pledges p where not is_confirmed')).toBeGreaterThan(0);
		expect(await count('pledge_confirmations')).toBeGreaterThan(500);
		expect(await count('banquets where confirmed_tables is null')).toBe(
			await count(
				"household_acts h where kind = 'declared' and banquet_id not in (select banquet_id from banquet_confirmations)"
			)
		);
		expect(await count('banquets where confirmed_tables is null')).toBeGreaterThan(0);
	});

	it('gets the rules of the files', async () => {
		const committed = new Map(readRules('drizzle').rules.map(({ name, sql }) => [name, sql]));
		expect(new Map((await listRulesInForce(db)).map(({ name, sql }) => [name, sql]))).toEqual(committed);
	});

	it('has counts that agree with its records, and closings that verify', async () => {
		expect(await listCountDifferences(db)).toEqual([]);
		const findings = await verifyTown(db);
		expect(findings.length).toBeGreaterThan(0);
		expect(findings.filter(isBad)).toEqual([]);
	});

	it('has no row whose reference is missing', async () => {
		expect((await db.$client.execute('pragma foreign_key_check')).rows).toEqual([]);
	});

	it('opens its sealed names with its key', async () => {
		const { keys } = newTown(db, formerKey());
		const { rows } = await db.$client.execute("select id, name_sealed from signups where name_sealed <> 'erased'");
		expect(rows.length).toBeGreaterThan(50);
		for (const { id, name_sealed } of rows)
			expect(keys.open(String(name_sealed), 'signups.name', String(id))).toMatch(/^\p{Script=Han}{2,4}$/u);
	});

	it('keeps its ledgers from their first records on, and grids and pledges from theirs', async () => {
		const starts = await read('select ledger, seq, from_on, by_id from ledger_starts order by ledger');
		const [firstHeld] =
			await read(`select min(o.ended_on) as day from banquet_outcomes o join banquets b on b.id = o.banquet_id
			where b.is_removed = 0`);
		expect(starts.map(({ ledger }) => ledger)).toEqual([
			...['activities', 'banquets', 'declarations', 'events', 'grids', 'guests', 'pledges']
		]);
		expect(starts.every(({ seq, by_id }) => seq === 1 && by_id === null)).toBe(true);
		expect(starts.filter(({ from_on }) => String(from_on) < '2022-12-01' || String(from_on) >= '2025-01-01')).toEqual(
			[]
		);
		expect(String(starts.find(({ ledger }) => ledger === 'banquets')!.from_on) <= String(firstHeld!.day)).toBe(true);
	});
});
