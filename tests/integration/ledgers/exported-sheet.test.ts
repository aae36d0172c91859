import { readXlsx } from 'hucre/xlsx';
import { beforeEach, describe, expect, test } from 'vitest';
import { toLedgerFile } from '../../../src/lib/server/ledgers/files/ledger-file';
import { POST } from '../../../src/routes/desk/(ledgers)/exports/[list].[format]/+server';
import { setTargets } from '../../../src/lib/server/targets/targets';
import { ledgerOf } from '../rows/ledger-rows';
import { freshTown, town } from './taken-lists';

freshTown();

test('a ledger’s sheet has its title, facts and a header that stays in sight, and is written while it is read', async () => {
	let asked = 0;
	async function* rows() {
		for (asked = 0; asked < 50_000; asked++) yield ['013800000000', '2026-04-01', asked, 12.5] as const;
	}
	const columns = (['text', 'date', 'number', 'rate'] as const).map((kind) => ({ label: kind, width: 12, kind }));
	const reader = toLedgerFile({
		title: '名单/一',
		facts: [{ term: '单位', value: '三星村' }],
		columns,
		rows: rows()
	}).getReader();
	const pieces: Uint8Array[] = [];
	let askedAtFirst: number | null = null;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		pieces.push(value);
		if (value.length > 1000) askedAtFirst ??= asked;
	}
	expect(askedAtFirst).toBeLessThan(25_000);
	const sheet = (await readXlsx(Buffer.concat(pieces), { readStyles: true })).sheets[0]!;
	expect([sheet.name, sheet.rows[0]![0], sheet.rows[1]![0]]).toEqual(['名单 一', '名单/一', '单位：三星村']);
	expect(sheet.rows[3]).toEqual(['text', 'date', 'number', 'rate']);
	expect(sheet.rows).toHaveLength(50_004);
	const [phone, day, count, rate] = sheet.rows[5]!;
	expect([phone, count, rate]).toEqual(['013800000000', 1, 12.5]);
	expect((day as Date).toISOString().slice(0, 10)).toBe('2026-04-01');
	expect(sheet.freezePane).toMatchObject({ rows: 4 });
});

/** The cells of a list as the file that the page gives out, taken by zhou. */
async function fileOf(list: string, query = ''): Promise<unknown[][]> {
	const url = new URL(`http://localhost/desk/exports/${list}.xlsx${query}`);
	const params = { list, format: 'xlsx' };
	const answer = await POST({ locals: { context: town.as('zhou') }, params, url } as never);
	return (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets[0]!.rows;
}

describe('the sheet of a list', () => {
	beforeEach(() => town.clock.setDate('2026-03-02'));

	test('names its years and the person who filled it in', async () => {
		const heads = async (list: string, query?: string) => (await fileOf(list, query)).slice(0, 5).map(([cell]) => cell);
		expect(await heads('cases')).toEqual(expect.arrayContaining(['太平场镇历年事项台账', '填表人：周测试']));
		expect(await heads('cases', '?year=2025')).toEqual(
			expect.arrayContaining(['太平场镇2025年事项台账', '统计期间：2025-01-01 至 2025-12-31'])
		);
		expect(await heads('targets')).toEqual(
			expect.arrayContaining(['太平场镇2026年目标进度', '统计期间：2026-01-01 至 2026-03-02'])
		);
		expect((await heads('elders', '?year=2025'))[0]).toBe('太平场镇老人名册');
	});

	test('of targets tells a village that ended from another of its name', async () => {
		const { id, units } = { id: () => town.ctx.newId(), units: town.units };
		const cells = [{ figure: 'health-lectures', unitId: units.zhongba, value: 4 }] as const;
		await setTargets(town.as('zhou'), { id: id(), unitId: units.town, year: 2026, seen: 0, cells: [...cells] });
		await town.ctx.db.$client.execute({
			sql: "update units set valid_to_on = '2026-02-28' where id = ?",
			args: [units.zhongba]
		});
		expect((await fileOf('targets')).flat()).toContain('中坝村（到2026年2月28日）');
	});

	test('of figures says that its numbers are not published, of which days they are, and what is published beside them', async () => {
		await ledgerOf(town).banquet('sanxing', '2026-01-10');
		await ledgerOf(town).banquet('sanxing', '2025-01-10');
		const rows = await fileOf('figures');
		const text = rows.map(([first]) => first).join('\n');
		expect(text).toContain('不是公布的数');
		expect(text).not.toContain('公开的');
		const headings = rows.find(([first]) => first === '序号') as string[];
		const held = rows.find(([, id]) => id === 'banquets-declared')!;
		const cells = Object.fromEntries(headings.map((heading, at) => [heading, held[at]]));
		const day = (cell: unknown) => (cell as Date).toISOString().slice(0, 10);
		expect(cells).toMatchObject({ '台账数（不是公布的数）': 1, 已公布的数: '没有公布' });
		expect(cells['公布到'] ?? null).toBeNull();
		expect(day(cells['台账数到'])).toBe('2026-03-02');
	});
});
