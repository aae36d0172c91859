import { describe, expect, test } from 'vitest';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { faultsOf } from '../../../src/lib/server/ledgers/import-pages';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { accountOf, bring, textFile } from './import-files';
import { town, folder, brief, act, land, countOf, freshTown } from './imported-ledger';

freshTown();

describe('the folder of messy ledgers', () => {
	test('banquets of LibreOffice: merged groups, a heading in the middle, subtotals, a span of days, the same banquet twice', async () => {
		const he = town.as('he');
		const id = await bring(he, 'banquets', folder('banquets-2024.xlsx'));
		expect(await brief(id)).toEqual([
			'4 wrong group: group-unknown',
			'5 wrong group: group-unknown tablesHeld: missing',
			'6 wrong group: group-unknown',
			'7 skipped',
			'8 skipped',
			'9 wrong group: group-unknown phone: phone-wrong plannedOn: date-span tablesPlanned: number-about',
			'10 wrong group: group-unknown',
			'11 wrong group: group-unknown',
			'12 wrong group: group-unknown',
			'14 skipped',
			'15 skipped'
		]);
		// The test town's 河沙村 has no groups: they are named once for all rows.
		const alike = ['一组', '2组', '二组'].map((from) => ({ column: 'group' as const, from, to: '' }));
		await mendImport(he, { id: act(), importId: id, alike, rows: [{ nth: 5, texts: { tablesHeld: '10' } }] });
		await readOn(he, id);
		await mendImport(he, { id: act(), importId: id, leave: [9] });
		await decideImportRows(he, { id: act(), importId: id, decisions: { take: [12], leave: [11] } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 11, new: 5, 'left-out': 2, skipped: 4 });
		expect(await land('he', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			`select planned_on, tables_planned, occasion, outcome, tables_held, ended_on from banquets
			left join banquet_outcomes on banquet_id = id order by planned_on`
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'2024-02-24 20 funeral',
			'2024-03-05 12 wedding held 12 2024-03-05',
			'2024-03-08 15 longevity reduced 10 2024-03-08',
			'2024-09-01 8 housewarming cancelled 0 2024-09-01',
			'2024-09-06 8 housewarming'
		]);
	});
});

describe('a ledger that does not say who declared its banquets', () => {
	const declared = () =>
		countOf(`select coalesce(sum(records), 0) c from figure_days where measure = 'banquets-declared'`);
	const bringIn = async (heading: string, day: string) => {
		const rows = [
			['村', '户主', '事由', '宴席日期', '桌数', '宴席结果', heading],
			['三星村', '张三', '结婚', '2025-03-05', '12', '如期办理', day],
			['三星村', '李四', '乔迁', '2025-03-06', '10', '取消', day]
		];
		expect(await land('liu', await bring(town.as('liu'), 'banquets', textFile(rows)))).toEqual({ ok: true });
	};

	test.each([
		['备注', ''],
		['来源', ''],
		['报备日期', ''],
		['发现日期', '2025-03-01'],
		['登记日期', '2025-03-01']
	])('makes no declaration of them (%s %s)', async (heading, day) => {
		await bringIn(heading, day);
		expect(await declared()).toBe(0);
		expect(await countOf(`select count(*) c from banquets where origin = 'found'`)).toBe(2);
		expect((await readLedgerStarts(town.ctx.db)).declarations).toBeNull();
	});

	test.each([
		['来源', '住户报备'],
		['报备日期', '2025-03-01']
	])('counts those that it says were declared (%s %s)', async (heading, day) => {
		await bringIn(heading, day);
		expect(await declared()).toBe(2);
		expect((await readLedgerStarts(town.ctx.db)).declarations).toBe('2025-03-05');
	});
});

describe('two families with one telephone', () => {
	const rows = (...second: string[][]) =>
		textFile([
			['村', '户主', '事由', '宴席日期', '桌数', '电话'],
			['三星村', '江大山', '结婚', '2025-10-03', '12', '13755556666'],
			...second
		]);
	const take = async (second: string[]) => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', rows(second));
		await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
		return id;
	};
	const faults = async (id: string) => {
		const row = (await listRows(town.ctx.db, id, { most: 10 })).find(({ nth }) => nth === 3)!;
		return { state: row.state, faults: faultsOf({ ledger: 'banquets' }, row) };
	};

	test('are asked about, and both recorded once the second is another', async () => {
		const id = await take(['三星村', '何小川', '结婚', '2025-10-03', '10', '13755556666']);
		expect(await faults(id)).toEqual({ state: 'new', faults: [] });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets')).toBe(2);
		expect(await countOf(`select count(*) c from banquets where other_household_index <> ''`)).toBe(1);
	});

	test('are asked about where the first is on record, and each is recorded once', async () => {
		const second = ['三星村', '何小川', '结婚', '2025-10-03', '10', '13755556666'];
		expect(await land('liu', await bring(town.as('liu'), 'banquets', rows()))).toEqual({ ok: true });
		const id = await bring(town.as('liu'), 'banquets', rows(second));
		expect(await accountOf(town.ctx, id)).toEqual({ all: 2, doubtful: 2 });
		for (const decisions of [{ leave: [2] }, { take: [3] }])
			await decideImportRows(town.as('liu'), { id: act(), importId: id, decisions });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from banquets')).toBe(2);
		const again = await bring(town.as('liu'), 'banquets', rows(second));
		await decideImportRows(town.as('liu'), { id: act(), importId: again, decisions: { take: [2, 3] } });
		expect(await accountOf(town.ctx, again), 'both are on record').toEqual({ all: 2, wrong: 2 });
	});

	test('are one where they have one name', async () => {
		const id = await take(['三星村', '江大山', '结婚', '2025-10-03', '10', '13755556666']);
		expect(await faults(id)).toEqual({
			state: 'wrong',
			faults: [{ column: 'host', fault: 'once-only', with: ['plannedOn', 'occasion'] }]
		});
	});

	test('may have it both where they are of other occasions', async () => {
		const id = await take(['三星村', '何小川', '乔迁', '2025-10-03', '10', '13755556666']);
		expect(await faults(id)).toEqual({ state: 'new', faults: [] });
		expect(await land('liu', id)).toEqual({ ok: true });
	});

	test('are not one household of one name without a telephone', async () => {
		const liu = town.as('liu');
		const twice = ['三星村', '江大山', '结婚', '2025-10-03', '12', ''];
		const id = await bring(
			liu,
			'banquets',
			textFile([['村', '户主', '事由', '宴席日期', '桌数', '电话'], twice, twice])
		);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
		expect(await faults(id)).toEqual({
			state: 'wrong',
			faults: [{ column: 'host', fault: 'once-only', with: ['plannedOn', 'occasion'] }]
		});
	});
});
