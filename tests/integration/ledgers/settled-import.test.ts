import { expect, test } from 'vitest';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { settleImport, type SettleImportCommand } from '../../../src/lib/server/ledgers/settle-import';
import { bring, linesOf, textFile } from './import-files';
import { act, brief, freshTown, town } from './imported-ledger';

freshTown();

type Typed = Partial<Omit<SettleImportCommand, 'texts' | 'decisions' | 'runs' | 'columns'>> & {
	columns?: Partial<SettleImportCommand['columns']>;
	texts?: Partial<SettleImportCommand['texts']>;
	decisions?: SettleImportCommand['decisions']['decisions'];
	runs?: Partial<SettleImportCommand['runs']>;
};
const settle = async (importId: string, { texts, decisions = {}, runs, columns, isReadAgain = false }: Typed) => {
	const zhou = town.as('zhou');
	const { import: kept } = (await findImport(town.ctx.db, importId))!;
	const sent = { columns: kept.columns, year: kept.year, villageId: kept.villageId, calendar: kept.calendar };
	const done = await settleImport(zhou, {
		...{ importId, isReadAgain },
		texts: { id: act(), ...texts },
		runs: { id: act(), answers: [], others: null, ...runs },
		decisions: { id: act(), decisions },
		columns: { id: act(), isReadAgain: false, ...sent, ...columns }
	});
	await readOn(zhou, importId);
	return done;
};
const begin = (on: string, seq: number) =>
	town.ctx.db.$client.execute(`insert into ledger_starts values ('banquets', ${seq}, '${on}', 1, null)`);
const heading = ['村', '户主', '事由', '日期', '桌数'];

test('what was wrong by the beginning of the ledger is read again once that is set', async () => {
	await begin('2026-01-01', 1);
	const rows = [
		heading,
		['三星村', '测甲', '婚宴', '2024-03-05', '12'],
		['三星村', '测乙', '婚宴', '2024-04-05', '12']
	];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	expect(await brief(id)).toEqual(['2 wrong plannedOn: date-before-ledger', '3 wrong plannedOn: date-before-ledger']);
	await begin('2024-01-01', 2);
	expect(await settle(id, { isReadAgain: true })).toEqual({ ok: true });
	expect(await brief(id)).toEqual(['2 new', '3 new']);
});

test('a question is answered for all rows that ask it, but not for a cell that is changed', async () => {
	await begin('2025-01-01', 1);
	const days = ['2024-03-05', '2024-04-05', '2024-05-05'];
	const rows = [heading, ...days.map((on, nth) => ['三星村', `测${'甲乙丙'[nth]!}`, '婚宴', on, '12'])];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	const texts = { rows: [{ nth: 4, texts: { plannedOn: '2024-06-06' } }], sureOf: ['date-before-ledger'] as const };
	await settle(id, { texts });
	expect(await brief(id)).toEqual(['2 new', '3 new', '4 wrong plannedOn: date-before-ledger']);
});

test('numbers that were birth dates are answered once for the whole column', async () => {
	const rows = [
		['姓名', '性别', '公历生日'],
		...['甲', '乙', '丙'].map((name, nth) => [`测${name}`, '女', String(16866 + nth)])
	];
	const id = await bring(town.as('liu'), 'elders', textFile(rows));
	expect(await brief(id)).toEqual(['2', '3', '4'].map((nth) => `${nth} wrong birth: birth-number`));
	await settle(id, { texts: { sureOf: ['birth-number'] } });
	expect(await brief(id)).toEqual(['2 new', '3 new', '4 new']);
});

test('what was typed is kept whichever button sends it', async () => {
	const rows = [
		heading,
		['三星村', '测甲', '婚宴', '2024-03-05', '12'],
		['', '测乙', '婚宴', '2024-04-05', '12'],
		['河沙村', '测丙', '婚宴', '看日子', '12'],
		['河沙村', '测丁', '婚宴', '看日子', '12'],
		['河沙村', '测戊', '婚宴', '2024-07-05', '12']
	];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	const texts = { rows: [{ nth: 4, texts: { plannedOn: '2024-06-05' } }] };
	await settle(id, { texts, runs: { others: true }, decisions: { leave: [6] } });
	expect(await brief(id)).toEqual(['2 new', '3 new', '4 new', '5 wrong plannedOn: date-wrong', '6 left-out']);
});

test('a corrected row is not left out with the other wrong ones', async () => {
	const rows = [heading, ...['甲', '乙'].map((name) => ['三星村', `测${name}`, '婚宴', '看日子', '12'])];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	const texts = { rows: [{ nth: 3, texts: { plannedOn: '2024-06-05' } }] };
	await settle(id, { texts, decisions: { others: { state: 'wrong', decision: 'leave' } } });
	expect((await brief(id)).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['2 left-out', '3 new']);
});

test('columns that were set keep the rows that were typed, and rows keep the columns', async () => {
	const rows = [
		['村', '谁家', '事由', '日期', '桌数'],
		['三星村', '测甲', '婚宴', '3月5日', '12'],
		['三星村', '测乙', '婚宴', '看日子', '12']
	];
	const id = await bring(town.as('zhou'), 'banquets', textFile(rows));
	const typed = { texts: { rows: [{ nth: 3, texts: { plannedOn: '2024-06-05' } }] } };
	const columns = ['village', 'host', 'occasion', 'plannedOn', 'tablesPlanned'] as const;
	const twice = await settle(id, { ...typed, columns: { columns: [...columns.slice(0, 4), 'host'] } });
	expect(twice, 'nothing of it was done').toEqual({ ok: false, refusal: 'columns-twice' });
	expect((await linesOf(town.ctx, id)).map(({ texts }) => texts.plannedOn)).toEqual(['3月5日', '看日子']);
	expect(await settle(id, { ...typed, columns: { columns: [...columns], year: 2024 } })).toEqual({ ok: true });
	expect(await brief(id)).toEqual(['2 new', '3 new']);
	const acts = async () =>
		(await town.ctx.db.$client.execute("select verb from audit_entries where verb = 'setImportColumns'")).rows.length;
	expect(await acts()).toBe(1);
	await settle(id, { decisions: { leave: [3] } });
	expect(await acts(), 'columns that were not touched are no act').toBe(1);
	await settle(id, { columns: { isReadAgain: true } });
	expect(await acts()).toBe(2);
});
