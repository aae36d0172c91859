// Figures at 10,000 and at 1,000,000 records: they answer in the same order of time. Every read at both sizes, medians and their ratio:
//   node tests/integration/run-process.js tests/bench/figures.ts [1000000]
// Fills two files in the system's temporary folder (some 1.5 GB, some minutes) in bulk, ten years, 30 villages of four groups, with the rules'
// triggers on; those that count a new row are off meanwhile, and everything is counted at once at the end. Sign-ups, which are in no figure, are left out. Read the ratios, not the milliseconds; of the figures and trends one of 10 or more fails; lists of records are read row by row.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { yearBounds } from '../../src/lib/domain/calendar/calendar';
import { findFigure, type Figure } from '../../src/lib/domain/figures/figure';
import { rangePeriods, reportingPeriods } from '../../src/lib/domain/calendar/reporting-period';
import { openDatabase, type Database } from '../../src/lib/server/db/client';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { listFigureRecords } from '../../src/lib/server/db/figures/figure-records';
import { listCountDifferences, recountFigures } from '../../src/lib/server/db/figures/figure-recount';
import { readFigurePage } from '../../src/lib/server/figures/figure-page';
import { readFigures, readFiguresOf } from '../../src/lib/server/figures/figures';
import { readBanquetsByVillage, readBanquetTrend } from '../../src/lib/server/figures/banquet-trends';

const sizes = [10_000, Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 1_000_000)];
const rounds = 9;
const today = '2025-08-20';
const villages = Array.from({ length: 30 }, (_, at) => `v${at}`);
const held = findFigure('banquets-held') as Figure;
const year = reportingPeriods(2025, today);
const odd = rangePeriods({ fromOn: '2022-03-17', toOn: '2024-11-09' }, today);

const reads: Record<string, (db: Database) => Promise<unknown>> = {
	'figures of the town, running year': (db) => readFigures(db, { scope: 'town', periods: year }),
	'figures of 30 villages, running year': (db) => readFiguresOf(db, { scopes: villages, periods: year }),
	'figures of the town, odd range': (db) => readFigures(db, { scope: 'town', periods: odd }),
	'page of one figure': (db) => readFigurePage(db, { figure: held, scope: 'town', year: 2025, today, periods: year }),
	'records of one figure, a page (village)': (db) => listFigureRecords(db, 'v7', held.source, year.now),
	'records of one figure, a page (town)': (db) => listFigureRecords(db, 'town', held.source, year.now),
	'trend by month (town)': (db) =>
		readBanquetTrend(db, { scope: 'town', range: yearBounds(2025), periods: year, by: 'month' }),
	'trend by village (town)': (db) =>
		readBanquetsByVillage(db, { scope: 'town', range: yearBounds(2025), periods: year })
};

const folder = mkdtempSync(join(tmpdir(), 'xinfeng-bench-'));
const times: Record<string, number[]> = {};
for (const size of sizes) {
	const db = await openDatabase(`file:${join(folder, `${size}.db`)}`);
	await migrateDatabase(db, 'drizzle');
	const began = performance.now();
	await withoutCounting(db, () => fill(db, size));
	console.log(`${size} records filled in ${((performance.now() - began) / 1000).toFixed(1)} s`);
	if ((await listCountDifferences(db)).length > 0) throw new Error('the kept counts differ from the records');
	for (const [name, read] of Object.entries(reads)) (times[name] ??= []).push(await medianOf(() => read(db)));
	db.$client.close();
}
rmSync(folder, { recursive: true });

let isTooSlow = false;
for (const [name, [small = 0, large = 0]] of Object.entries(times)) {
	const ratio = large / small;
	if (ratio >= 10 && !name.startsWith('records')) isTooSlow = true;
	console.log(
		`${name.padEnd(42)} ${small.toFixed(1).padStart(8)} ms ${large.toFixed(1).padStart(8)} ms   × ${ratio.toFixed(1)}`
	);
}
if (isTooSlow) process.exitCode = 1;

async function medianOf(read: () => Promise<unknown>): Promise<number> {
	const taken: number[] = [];
	for (let nth = 0; nth < rounds; nth++) {
		const began = performance.now();
		await read();
		taken.push(performance.now() - began);
	}
	return taken.sort((a, b) => a - b)[(rounds - 1) / 2]!;
}

async function withoutCounting(db: Database, work: () => Promise<void>): Promise<void> {
	const { rows } = await db.$client.execute(
		"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_count%' ESCAPE '\\'"
	);
	for (const { name } of rows) await db.$client.execute(`DROP TRIGGER ${String(name)}`);
	await work();
	for (const { sql } of rows) await db.$client.execute(String(sql));
	await recountFigures(db);
	await db.$client.execute('ANALYZE');
}

/** `size` records: a third banquets with outcomes, then the work ledger, pledges, dissuasions and events. */
async function fill(db: Database, size: number): Promise<void> {
	const run = (text: string) => db.$client.execute(text);
	await run('PRAGMA synchronous = OFF');
	await run("INSERT INTO units (id, kind, name, valid_from_on, at) VALUES ('town', 'town', '镇', '2000-01-01', 0)");
	for (const id of villages) {
		const row = (unit: string, parent: string, kind: string) =>
			run(
				`INSERT INTO units (id, parent_id, kind, name, valid_from_on, at) VALUES ('${unit}', '${parent}', '${kind}', '${unit}', '2000-01-01', 0)`
			);
		await row(id, 'town', 'village');
		for (let group = 0; group < 4; group++) await row(`${id}g${group}`, id, 'group');
	}
	await run(
		`INSERT INTO pledge_texts (id, audience, number, title, body, effective_on, at) VALUES ('p', 'household', 1, '承诺书', '一', '2000-01-01', 0)`
	);
	// Numbers that spread: 7919 and 104729 are primes, so that units, days and kinds do not go in step.
	const rows = (count: number) =>
		`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${Math.ceil(count)})`;
	const day = "date('2015-09-01', '+' || (i * 7919 % 3640) || ' days')";
	const group = "'v' || (i * 104729 % 30) || 'g' || (i % 4)";
	const village = "'v' || (i * 104729 % 30)";
	const pick = (words: string[]) =>
		`CASE i % ${words.length} ${words.map((word, at) => `WHEN ${at} THEN '${word}'`).join(' ')} END`;
	const banquets = size * 0.35;
	await run(`${rows(banquets)} INSERT INTO banquets (id, unit_id, origin, occasion, host_name_sealed, host_phone_sealed, host_phone_index, code, declared_on, planned_on, meals, tables_planned, at)
		SELECT 'b' || i, ${group}, ${pick(['declared', 'declared', 'found'])}, ${pick(['wedding', 'funeral', 'longevity', 'school', 'housewarming'])}, '', '', 'b' || i, '0', ${day}, ${day}, 1, 10, 0 FROM n`);
	await run(`${rows(banquets)} INSERT INTO banquet_outcomes (banquet_id, outcome, ended_on, tables_held, at)
		SELECT 'b' || i, CASE WHEN i % 7 = 0 THEN 'cancelled' ELSE 'held' END, ${day}, CASE WHEN i % 7 = 0 THEN 0 ELSE 8 END, 0 FROM n`);
	await run(`${rows(banquets / 7)} INSERT INTO dissuasions (id, banquet_id, went_on, visits, outcome, at, by_id)
		SELECT 'd' || i, 'b' || (i * 7), (SELECT planned_on FROM banquets WHERE id = 'b' || (i * 7)), 1, 'cancelled', 0, 'x' FROM n WHERE i * 7 <= ${Math.floor(banquets)}`);
	await run(`INSERT INTO dissuasion_confirmations (dissuasion_id, at, by_id) SELECT id, 0, 'y' FROM dissuasions`);
	await run(`${rows(size * 0.35)} INSERT INTO activities (id, unit_id, kind, done_on, subject, quantity, responsible_sealed, at)
		SELECT 'a' || i, ${village}, ${pick(['villagers-meeting', 'appeal-broadcast', 'slogan', 'waste-sorting', 'health-service', 'media-report'])}, ${day}, '事项', 1 + i % 5, '', 0 FROM n`);
	await run(`${rows(size * 0.15)} INSERT INTO pledges (id, text_id, audience, village_id, name_sealed, phone_sealed, phone_index, code, signed_on, at)
		SELECT 'p' || i, 'p', 'household', ${village}, '', '', 'p' || i, '0', ${day}, 0 FROM n`);
	await run(
		`INSERT INTO pledge_withdrawals (pledge_id, withdrawn_on, at) SELECT id, date(signed_on, '+90 days'), 0 FROM pledges WHERE id LIKE '%7'`
	);
	const events = size * 0.03;
	const startsAt = `unixepoch(${day}) * 1000 + 3600000`;
	await run(`${rows(events)} INSERT INTO events (id, unit_id, kind, topic, title, place, contact_phone, at)
		SELECT 'e' || i, ${village}, ${pick(['lecture', 'performance', 'blood-drive'])}, CASE i % 3 WHEN 0 THEN 'health' END, '活动', '院坝', '1', 0 FROM n`);
	await run(
		`${rows(events)} INSERT INTO slots (id, event_id, starts_at, ends_at, at) SELECT 's' || i, 'e' || i, ${startsAt}, ${startsAt} + 3600000, 0 FROM n`
	);
	await run(`${rows(events)} INSERT INTO event_publications (event_id, at) SELECT 'e' || i, 0 FROM n`);
	await run(`${rows(events)} INSERT INTO event_completions (event_id, attended, donors, millilitres, at)
		SELECT 'e' || i, 40, CASE i % 3 WHEN 2 THEN 9 END, CASE i % 3 WHEN 2 THEN 3600 END, ${startsAt} + 3600000 FROM n`);
	await run('ANALYZE');
}
