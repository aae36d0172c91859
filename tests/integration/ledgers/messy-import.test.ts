import { describe, expect, test } from 'vitest';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring, linesOf, sheetFile, textFile } from './import-files';
import { head, town, act, hosts, freshTown } from './messy-ledger';

freshTown();

const messy = () =>
	sheetFile(
		[
			['2024年三星村宴席台账'],
			['填报单位：三星村', null, null, null, null, null, '2024年12月'],
			head,
			[1, '一组', '张 三', '结婚', new Date(Date.UTC(2024, 2, 5)), '12桌', '138 0000 0001', '已办'],
			[2, null, '李四', '升学宴', '8月20日', '１０', 13800000002, '取消不办'],
			[3, '一组', '王五', '白事', '2024.9.1', '二十桌', '', ''],
			head,
			[4, '一组', '赵六', '70大寿', '10月1日-3日', '约15', '12', '看情况'],
			[5, '九组', '孙七', '乔迁', '正月初八', 8, '', '已办'],
			[6, '一组', '张三', '结婚', '2024年3月5日', 12, '13800000001', '已办'],
			[7, '一组', '李四', '升学', '8月25日', 10, '13800000002', '取消'],
			[8, null, null, null, null, null, null, null],
			['合计', null, null, null, null, 87],
			[null, '一组小计', null, null, null, 87],
			['填表人：刘测试', null, '审核人：周测试']
		],
		[[3, 1, 4, 1]]
	);

describe('a messy ledger', () => {
	test('is read so that every line is accounted for: new, to mend, double, doubtful, or no row at all', async () => {
		const id = await bring(town.as('liu'), 'banquets', await messy());
		const lines = await linesOf(town.ctx, id);
		expect(lines.map(({ nth, state, faults }) => [nth, state, ...faults])).toEqual([
			[4, 'new'],
			[5, 'new'],
			[6, 'new'],
			[7, 'skipped'],
			[
				8,
				'wrong',
				'phone: phone-wrong',
				'plannedOn: date-span',
				'tablesPlanned: number-about',
				'outcome: choice-unknown'
			],
			[9, 'wrong', 'group: group-unknown'],
			[10, 'doubtful'],
			[11, 'doubtful'],
			[12, 'skipped'],
			[13, 'skipped'],
			[14, 'skipped'],
			[15, 'skipped']
		]);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 12, new: 3, wrong: 2, doubtful: 2, skipped: 5 });
		expect(lines[0]!.record).toMatchObject({
			plannedOn: '2024-03-05',
			tablesPlanned: 12,
			outcome: 'held',
			tablesHeld: 12,
			declaredOn: '2024-03-05'
		});
		// The group of a merged cell goes down, the year of the title too, and lunar days become solar ones.
		expect(lines[1]!.record).toMatchObject({
			unitId: town.units.sanxingGroup1,
			plannedOn: '2024-08-20',
			outcome: 'cancelled'
		});
	});

	test('is mended in place, decided, and written in one go', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', await messy());
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: false, refusal: 'import-not-ready' });
		const texts = { plannedOn: '2024-10-01', tablesPlanned: '15', phone: '', outcome: '如期办理' };
		expect(await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 8, texts }] })).toEqual({
			ok: true,
			rows: 1
		});
		await readOn(liu, id);
		expect(
			await mendImport(liu, { id: act(), importId: id, alike: [{ column: 'group', from: '九组', to: '一组' }] })
		).toEqual({
			ok: true,
			rows: 1
		});
		await readOn(liu, id);
		expect(
			await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'doubtful', decision: 'leave' } })
		).toEqual({
			ok: true
		});
		expect(await accountOf(town.ctx, id)).toEqual({ all: 12, new: 5, 'left-out': 2, skipped: 5 });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(0);
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: true });
		expect(await hosts()).toEqual(['孙七', '张三', '李四', '王五', '赵六']);
		expect(await accountOf(town.ctx, id)).toMatchObject({ all: 12, new: 5 });
		const { rows } = await town.ctx.db.$client.execute(
			"select count(*) c from import_rows where text_sealed <> 'erased' or record is not null"
		);
		expect(rows[0]!.c).toBe(0);
	});

	test('lands once, however often it is sent', async () => {
		const liu = town.as('liu');
		const id = await bring(
			liu,
			'banquets',
			textFile([head, ['1', '', '张三', '结婚', '2024-03-05', '12', '', '已办']])
		);
		const landing = { id: act(), importId: id };
		expect(await Promise.all([landImport(liu, landing), landImport(liu, landing)])).toEqual([
			{ ok: true },
			{ ok: true }
		]);
		expect(await landImport(liu, landing)).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: id })).toEqual({ ok: false, refusal: 'import-closed' });
		expect(await countBanquets(town.ctx.db, town.units.town, town.ctx.today(), {})).toBe(1);
	});
});
