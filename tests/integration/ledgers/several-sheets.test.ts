import { readFileSync, readdirSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { countRows, listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { lineOf } from '../../../src/lib/domain/ledgers/sheets/sheet-account';
import type { Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import { answerAbove, readBlankRuns } from '../../../src/lib/server/ledgers/settle-import';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { countAside } from '../../../src/lib/server/db/ledgers/row-decisions';
import { bring, linesOf, sheetFile } from './import-files';
import { act, folder, freshTown, town } from './imported-ledger';

freshTown();

/** Each row of an import in one line: its sheet, its number there, state and faults. */
async function briefBySheet(id: string): Promise<string[]> {
	const { sheets } = (await findImport(town.ctx.db, id))!.import;
	return (await linesOf(town.ctx, id)).map(({ nth, state, faults }) => {
		const { sheet, line } = lineOf(sheets, nth);
		return [`${sheet!.name}${line}`, state, ...faults].join(' ');
	});
}

describe('a workbook with a sheet a month', () => {
	const file = () => folder('banquets-sheets.xlsx');

	test('is read as a whole: each sheet is named with its lines, also those that are not read', async () => {
		const id = await bring(town.as('zhou'), 'banquets', file());
		const { sheets, year, headings } = (await findImport(town.ctx.db, id))!.import;
		expect(sheets.map(({ name, lines, above, leftOut }) => [name, lines, above, leftOut])).toEqual([
			['封面', 2, 0, 'no-heading'],
			['一月', 7, 2, null],
			['二月', 9, 2, null],
			['三月', 7, 2, null],
			['去年', 2, 0, 'hidden']
		]);
		expect(year).toBe(2024);
		expect(headings).toEqual(['序号', '村', '组', '户主', '电话', '事由', '办酒时间', '桌数', '办理情况', '地点']);
	});

	test.each(['banquets-sheets.xlsx', 'banquets-sheets.ods'])(
		'has each of its lines in one class: asked where a word denies, where a cell is broken, where something is there twice (%s)',
		async (name) => {
			const id = await bring(town.as('zhou'), 'banquets', folder(name));
			expect((await countAside(town.ctx.db, id)).above, 'two blank cells are asked about by themselves').toBe(2);
			expect(await briefBySheet(id)).toEqual([
				'一月3 new',
				'一月4 wrong village: same-as-above group: same-as-above',
				'一月5 wrong village: same-as-above group: same-as-above',
				'一月6 wrong outcome: choice-unknown',
				'一月7 skipped',
				'二月3 new',
				'二月4 left-out',
				'二月5 left-out',
				'二月6 wrong venue: cell-error',
				'二月7 new',
				'二月8 new',
				'二月9 wrong venue: cell-picture',
				'三月3 new',
				'三月4 new',
				'三月5 doubtful',
				'三月6 new',
				'三月7 doubtful'
			]);
			const records = (await linesOf(town.ctx, id)).map(({ record }) => record);
			// Seconds short of midnight is the next day, and the mask of a telephone gives it its 0 again.
			expect(records[10]).toMatchObject({ plannedOn: '2024-03-06' });
			const phones = await listRows(town.ctx.db, id, { most: 99 });
			expect(JSON.parse(phones[9]!.record!)).toMatchObject({ hostPhoneIndex: town.ctx.keys.blindIndex('02371234567') });
			expect(phones.map(({ mark }) => mark).filter(Boolean)).toEqual(['hidden', 'struck']);
		}
	);

	test('of which a row is hidden or struck through has it when a cadre ticks it', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'banquets', file());
		const [hidden] = (await listRows(town.ctx.db, id, { most: 99 })).filter(({ mark }) => mark === 'hidden');
		await decideImportRows(zhou, { id: act(), importId: id, decisions: { ask: [hidden!.nth] } });
		await readOn(zhou, id);
		expect((await briefBySheet(id))[6]).toBe('二月4 new');
	});

	test('asks of each run of blank cells whether it is the same as above', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'banquets', file());
		const { import: imported } = (await findImport(town.ctx.db, id))!;
		const runs = await readBlankRuns(town.ctx, imported);
		expect(runs).toMatchObject([
			{ column: 'group', above: 3, text: '一组', nths: [4, 5] },
			{ column: 'village', above: 3, text: '三星村', nths: [4, 5] }
		]);
		const answers = [{ column: 'group' as const, above: 3, isSame: false }];
		await answerAbove(zhou, { id: act(), importId: id, answers, others: true });
		await readOn(zhou, id);
		const [, second, third] = await linesOf(town.ctx, id);
		expect(second).toMatchObject({ state: 'new', record: { unitId: town.units.sanxing } });
		expect(third).toMatchObject({ state: 'new', record: { unitId: town.units.sanxing } });
	});

	test('is read in one sheet alone where its name is given', async () => {
		const id = town.ctx.newId();
		const command = { id, ledger: 'banquets', fileName: '台账.xlsx', bytes: file(), sheet: '三月' } as const;
		expect(await startImport(town.as('zhou'), command)).toEqual({ ok: true });
		const { sheets } = (await findImport(town.ctx.db, id))!.import;
		expect(sheets.map(({ leftOut }) => leftOut)).toEqual([
			'no-heading',
			'not-asked-for',
			'not-asked-for',
			null,
			'hidden'
		]);
		expect(await startImport(town.as('zhou'), { ...command, id: act(), sheet: '四月' })).toEqual({
			ok: false,
			refusal: 'sheet-missing'
		});
	});
});

describe('a workbook whose sheets have headings of their own', () => {
	const columnsSaid = async (id: string) => {
		const { headings, columns } = (await findImport(town.ctx.db, id))!.import;
		return headings.map((heading, at) => `${heading}: ${columns[at]}`);
	};

	test('is read by the headings of each sheet: no column of one shadows that of another', async () => {
		const id = await bring(town.as('zhou'), 'banquets', folder('banquets-headings.xlsx'));
		expect(await columnsSaid(id)).toEqual([
			'村: village',
			'户主: host',
			'事由: occasion',
			'宴席日期: plannedOn',
			'计划桌数: tablesPlanned',
			'实办桌数: tablesHeld',
			'宴席结果: outcome',
			'备注: note',
			'日期: null',
			'取消日期: endedOn'
		]);
		expect(await briefBySheet(id)).toEqual([
			'一月3 new',
			'一月4 new',
			'一月5 skipped',
			'二月2 new',
			'二月3 new',
			'三月2 new',
			'三月3 new',
			'三月4 wrong host: says-total',
			'四月2 wrong village: missing',
			'四月3 wrong village: missing',
			'四月4 wrong village: missing endedOn: day-far'
		]);
		const days = (await linesOf(town.ctx, id)).map(({ texts }) => texts.plannedOn);
		expect(days.slice(3, 7)).toEqual(['2024-02-03', '2024-02-18', '2024-03-02', '2024-03-09']);
	});

	test('keeps columns apart whose headings say how their days are read', async () => {
		const sheets = [
			{
				name: '一',
				rows: [
					['户主', '事由', '宴席日期', '桌数', '报备日期'],
					['测甲', '结婚', '2024-03-05', 9, '2024-03-01']
				]
			},
			{
				name: '二',
				rows: [
					['户主', '事由', '宴席日期', '桌数', '发现日期'],
					['测乙', '结婚', '2024-03-06', 9, '2024-03-02']
				]
			}
		];
		const id = await bring(town.as('liu'), 'banquets', await writeXlsx({ sheets }));
		expect((await columnsSaid(id)).slice(4)).toEqual(['报备日期: declaredOn', '发现日期: null']);
	});
});

describe('the lines of a file add up', () => {
	const ledgerOf = (name: string): Ledger =>
		(['banquets', 'dissuasions', 'activities', 'elders', 'signups'] as const).find((ledger) =>
			name.startsWith(ledger)
		)!;

	test.each(readdirSync('tests/ledgers').filter((name) => !/\.(md|xls)$/.test(name)))('%s', async (name) => {
		const id = await bring(town.as('zhou'), ledgerOf(name), readFileSync(`tests/ledgers/${name}`), name);
		const { sheets } = (await findImport(town.ctx.db, id))!.import;
		const rows = Object.values(await countRows(town.ctx.db, id)).reduce((sum, count) => sum + count, 0);
		const sum = (of: (sheet: (typeof sheets)[number]) => number) => sheets.reduce((all, sheet) => all + of(sheet), 0);
		const read = (leftOut: unknown) => leftOut === null;
		expect(rows).toBeGreaterThan(4);
		expect(rows + sum(({ leftOut, above }) => (read(leftOut) ? above : 0))).toBe(
			sum(({ leftOut, lines }) => (read(leftOut) ? lines : 0))
		);
	});
});

test('borders below the last row, and a title merged over the whole sheet, cost nothing', async () => {
	const began = performance.now();
	const head = ['户主', '事由', '日期', '桌数'];
	const rows = [['2024年三星村宴席台账'], head, ['测甲', '婚宴', '2024-03-05', '12']];
	const merges = Array.from(
		{ length: 19 },
		(_, nth) => [nth + 40, 0, nth + 40, 16_383] as [number, number, number, number]
	);
	const id = await bring(town.as('liu'), 'banquets', await sheetFile(rows, [[0, 0, 0, 16_383], ...merges]));
	expect((await linesOf(town.ctx, id)).map(({ state }) => state)).toEqual(['new']);
	expect(performance.now() - began).toBeLessThan(10_000);
});
