import { beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { openDraft, showRows } from '../../../src/lib/server/ledgers/import-pages';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import { splitVillage } from '../../../src/lib/server/village-changes/split-village';
import { addUnit, renameUnit } from '../../../src/lib/server/units/units';
import { bring, linesOf, sheetFile } from './import-files';
import { act, brief, countOf, freshTown, town } from './imported-ledger';

freshTown();

let merged: string;
const { hesha, zhongba } = { hesha: 'hesha', zhongba: 'zhongba' } as const;

/** The cadre He, whose unit is 河中村 since the merger. */
const he = (): Context => {
	const { actor } = town.as('he');
	if (actor.kind !== 'account') throw new Error('He has an account');
	return actAs(town.ctx, { ...actor, unitId: merged });
};

/** 河沙村 is 河沙坝村 from July 2025 on; from February 2026 on it is 河中村 with 中坝村. Each had a group of the number 1. */
beforeEach(async () => {
	const zhou = town.as('zhou');
	const group = (village: 'hesha' | 'zhongba', name: string) =>
		addUnit(zhou, { id: act(), parentId: town.units[village], kind: 'group', name, validFromOn: '2023-01-01' });
	for (const [village, name] of [
		[hesha, '河沙村一组'],
		[zhongba, '一组'],
		[zhongba, '二组']
	] as const)
		expect(await group(village, name)).toMatchObject({ ok: true });
	const renamed = { id: act(), unitId: town.units.hesha, name: '河沙坝村', renamedOn: '2025-07-01' };
	expect(await renameUnit(zhou, renamed)).toMatchObject({ ok: true });
	merged = act();
	const merger = {
		...{ id: merged, villageIds: [town.units.hesha, town.units.zhongba], kind: 'village' as const },
		...{ name: '河中村', onDate: '2026-02-01', note: '合并' }
	};
	expect(await mergeVillages(zhou, merger)).toEqual({ ok: true });
});

const work = (...rows: [village: string, on: string, group?: string][]) =>
	sheetFile([
		['村', '组', '类别', '日期', '事项', '责任人'],
		...rows.map(([village, on, group = ''], nth) => [village, group, '村民大会', on, `商议${nth}`, '何测试'])
	]);

/** The shown rows of a file that the cadre He, now of 河中村, brings. */
async function shown(id: string) {
	const { import: imported } = (await findImport(town.ctx.db, id))!;
	return showRows(await openDraft(he(), imported), await listRows(town.ctx.db, id, { most: 100 }));
}

describe('villages that were renamed or merged', () => {
	test('take their old ledgers: each row lands under the unit of its day', async () => {
		const rows = await work(
			['河沙村', '2025-03-05'],
			['河沙坝村', '2026-01-31'],
			['中坝村', '2026-01-10'],
			['河中村', '2026-02-01'],
			['河沙村', '2026-01-05'],
			['河沙坝村一组', '2025-12-01'],
			['中坝村', '2025-12-01', '1组']
		);
		const id = await bring(he(), 'activities', rows);
		expect(await brief(id)).toEqual([2, 3, 4, 5, 6, 7, 8].map((nth) => `${nth} new`));
		expect(await landImport(he(), { id: act(), importId: id })).toEqual({ ok: true });
		const of = (unitId: string) => countOf(`select count(*) c from activities where unit_id = '${unitId}'`);
		expect([await of(town.units.hesha), await of(town.units.zhongba), await of(merged)]).toEqual([3, 1, 1]);
	});

	test('are shown with what an old name is called today', async () => {
		const id = await bring(
			town.as('zhou'),
			'activities',
			await work(['河沙村', '2025-03-05'], ['三星村', '2025-03-05'])
		);
		const nows = (await shown(id)).map(({ cells }) => cells.find(({ column }) => column === 'village')?.now ?? null);
		expect(nows).toEqual([{ names: ['河中村'], by: 'merger' }, null]);
		const renamed = { id: act(), unitId: town.units.sanxing, name: '三星新村', renamedOn: '2026-01-01' };
		expect(await renameUnit(town.as('zhou'), renamed)).toMatchObject({ ok: true });
		expect((await shown(id))[1]!.cells[0]!.now).toEqual({ names: ['三星新村'], by: 'renaming' });
		const into = ['东星村', '西星村'].map((name) => ({ name, partIds: [] }));
		const split = { id: act(), villageId: town.units.sanxing, onDate: '2026-02-01', into, rest: 0, note: '分村' };
		expect(await splitVillage(town.as('zhou'), split)).toEqual({ ok: true });
		expect((await shown(id))[1]!.cells[0]!.now).toEqual({ names: ['东星村', '西星村'], by: 'split' });
	});

	test('are asked about where the name is of another day, with those of the day offered and the day to mend', async () => {
		const id = await bring(
			he(),
			'activities',
			await work(['', '2025-01-05'], ['河中村', '2026-01-31'], ['河沙村', '2026-02-01'])
		);
		expect((await shown(id)).map(({ faults }) => faults)).toEqual([
			[{ column: 'village', fault: 'unit-other-day', offers: ['河沙村', '中坝村'], with: ['on'] }],
			[{ column: 'village', fault: 'unit-other-day', offers: ['河沙坝村', '中坝村'], with: ['on'] }],
			[{ column: 'village', fault: 'unit-other-day', offers: ['河中村'], with: ['on'] }]
		]);
	});

	test('have their groups: by the name of the former village, by a number that one of them has, else asked', async () => {
		const day = '2026-02-20';
		const id = await bring(
			he(),
			'activities',
			await work(
				['河中村', day, '河沙村一组'],
				['河中村', day, '中坝村1组'],
				['河中村', day, '二组'],
				['', day, '河沙村一组'],
				['河中村', day, '一组'],
				['河中村', day, '三星村一组'],
				['河中村', day, '九组']
			)
		);
		expect(await brief(id)).toEqual([
			...[2, 3, 4, 5].map((nth) => `${nth} new`),
			'6 wrong group: group-several',
			'7 wrong group: group-unknown',
			'8 wrong group: group-unknown'
		]);
		const offers = (await shown(id))[4]!.faults[0]!.offers;
		expect(offers).toEqual(['中坝村一组', '河沙坝村一组']);
		const names = (await linesOf(town.ctx, id)).slice(0, 4).map(({ record }) => record!.unitId);
		expect(names[0]).toBe(names[3]);
		expect(new Set(names).size).toBe(3);
	});

	const columns: Partial<Record<Ledger, [string[], (string | number)[]]>> = {
		banquets: [
			['村', '事由', '户主', '宴席日期', '桌数'],
			['婚', '试甲', '2025-05-01', 9]
		],
		dissuasions: [
			['村', '事由', '户主', '宴席日期', '桌数', '劝导日期', '劝导结果'],
			['婚', '试甲', '2025-05-01', 9, '2025-04-20', '取消']
		],
		cases: [
			['村', '类别', '受理日期', '事项'],
			['纠纷', '2025-05-01', '放水先后']
		],
		households: [
			['村', '起算日期', '户数'],
			['2025-05-01', 300]
		],
		elders: [
			['村', '姓名', '性别', '出生日期', '历法'],
			['试乙', '男', '1940-03-05', '公历']
		]
	};

	test.each(Object.keys(columns) as Ledger[])('%s are read by the units of their day', async (ledger) => {
		const [headings, cells] = columns[ledger]!;
		const file = await sheetFile([headings, ['河沙村', ...cells], ['河中村', ...cells]]);
		const seen = (await brief(await bring(he(), ledger, file))).map((line) => line.split(': ').at(-1));
		expect(seen).toEqual(ledger === 'elders' ? ['unit-other-day', '3 new'] : ['2 new', 'unit-other-day']);
	});

	test.each([...(Object.keys(columns) as Ledger[]), 'activities' as const])(
		'a row of another village is not taken for an unknown one: %s',
		async (ledger) => {
			const [headings, cells] = columns[ledger] ?? [
				['村', '类别', '日期', '事项', '责任人'],
				['村民大会', '2025-05-01', '商议', '试丙']
			];
			const file = await sheetFile([headings, ['三星村', ...cells], ['三星', ...cells], ['三星村一组', ...cells]]);
			const lines = await brief(await bring(he(), ledger, file));
			expect(lines.map((line) => line.split(' ').at(-1))).toEqual(Array(3).fill('unit-not-yours'));
		}
	);
});

test('of a row whose day cannot be read that alone is asked about: which groups its village had is known with the day', async () => {
	const id = await bring(
		he(),
		'activities',
		await work(['河沙村', '2025-06-31', '一组'], ['河沙村', '2025-06-30', '一组'])
	);
	expect(await brief(id)).toEqual(['2 wrong on: date-wrong', '3 new']);
});

describe('a row that crosses the day of a merger', () => {
	test('is asked about on the day that lies outside its village, and the other rows are written', async () => {
		const file = await sheetFile([
			['村', '事由', '户主', '宴席日期', '桌数', '结果', '结果日期'],
			['中坝村', '婚', '试甲', '2026-01-28', 9, '如期', '2026-02-01'],
			['中坝村', '婚', '试乙', '2026-01-28', 9, '如期', '2026-01-31'],
			['河中村', '婚', '试丙', '2026-02-05', 9, '取消', '2026-01-31'],
			['河中村', '婚', '试丁', '2026-02-05', 9, '取消', '2026-02-01']
		]);
		const id = await bring(he(), 'banquets', file);
		expect(await brief(id)).toEqual([
			'2 wrong endedOn: unit-not-there',
			'3 new',
			'4 wrong endedOn: unit-not-there',
			'5 new'
		]);
		const [row] = await shown(id);
		expect(row!.faults).toEqual([{ column: 'endedOn', fault: 'unit-not-there', with: ['village', 'plannedOn'] }]);
		const left = await mendImport(he(), { id: act(), importId: id, leave: [2, 4] });
		await readOn(he(), id);
		expect(left).toMatchObject({ ok: true });
		expect(await landImport(he(), { id: act(), importId: id })).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets')).toBe(2);
	});

	test('of a dissuasion is asked about on the day of its banquet', async () => {
		const file = await sheetFile([
			['村', '事由', '户主', '宴席日期', '桌数', '劝导日期', '劝导结果'],
			['中坝村', '婚', '试甲', '2026-02-01', 9, '2026-01-20', '取消'],
			['中坝村', '婚', '试乙', '2026-01-31', 9, '2026-01-20', '取消']
		]);
		const id = await bring(he(), 'dissuasions', file);
		expect(await brief(id)).toEqual(['2 wrong plannedOn: unit-not-there', '3 new']);
	});
});
