import { describe, expect, test } from 'vitest';
import { openMatter, recordCase } from '../../../src/lib/server/cases/cases';
import { findCase } from '../../../src/lib/server/db/cases/cases';
import { accountOf, bring, sheetFile } from './import-files';
import { town, brief, land, undo, countOf, freshTown } from './imported-ledger';

freshTown();

const file = () =>
	sheetFile([
		['三星村2025年事项台账'],
		['序号', '类别', '办理层级', '受理日期', '办结期限', '事项', '化解情况', '化解日期', '结果说明'],
		[1, '矛盾纠纷', '村', '2025-03-01', '', '试甲家院坝边界', '已化解', '2025-03-09', '和解'],
		[2, '纠纷', '', '2025年3月2日', '', '放水先后', '未化解', '', ''],
		[3, '民呼我为', '村', '2025-03-03', '2025-03-10', '路灯不亮', '已办结', '2025-03-05', ''],
		[4, '联动事件', '网格', '2025-03-04', '2025-03-07', '电线垂落', '办结', '2025-03-08', ''],
		[5, '联动事件', '网格', '2025-03-04', '2025-03-07', '道路落石', '化解失败', '2025-03-08', ''],
		[6, '矛盾纠纷', '村', '2025-03-05', '', '树枝越界', '基本化解', '', ''],
		[7, '矛盾纠纷', '村', '2025-03-01', '', '试甲家院坝边界', '已化解', '2025-03-10', '再次和解']
	]);

describe('a ledger of cases from a file', () => {
	test('comes in row by row: what denies is no success, what is not listed is asked, a second one alike too', async () => {
		const id = await bring(town.as('liu'), 'cases', await file());
		expect(await brief(id)).toEqual([
			'3 new',
			'4 new',
			'5 new',
			'6 new',
			'7 wrong caseState: contradicts-day',
			'8 wrong caseState: choice-unknown',
			'9 doubtful'
		]);
	});

	test('that says beside its day that it was not settled is asked about', async () => {
		const rows = [
			['村', '类型', '受理日期', '内容', '办结日期', '处置情况'],
			['三星村', '矛盾纠纷', '2025-03-01', '甲乙地界', '2025-03-05', '调解失败，未化解'],
			['三星村', '矛盾纠纷', '2025-03-02', '放水先后', '2025-03-06', '未化解，移交司法所'],
			['三星村', '矛盾纠纷', '2025-03-03', '树枝越界', '2025-03-06', '和解']
		];
		const id = await bring(town.as('liu'), 'cases', await sheetFile(rows));
		expect(await brief(id)).toEqual(['2 wrong settlement: says-undone', '3 wrong settlement: says-undone', '4 new']);
	});

	test('is compared again where a case like it was recorded meanwhile', async () => {
		const liu = town.as('liu');
		const rows = [
			['类别', '受理日期', '事项'],
			['矛盾纠纷', '2025-03-02', '放水先后']
		];
		const id = await bring(liu, 'cases', await sheetFile(rows));
		const facts = {
			kind: 'dispute',
			level: 'village',
			receivedOn: '2025-03-02',
			dueOn: null,
			matter: '放水先后'
		} as const;
		await recordCase(liu, { ...facts, id: liu.newId(), unitId: town.units.sanxing });
		expect(await land('liu', id)).toMatchObject({ ok: false });
		expect(await countOf('select count(*) c from cases')).toBe(1);
	});

	test('is landed sealed, with its settlements, and counted; taken out again it is struck out', async () => {
		const liu = town.as('liu');
		const rows = [
			['类别', '办理层级', '受理日期', '办结期限', '事项', '化解情况', '化解日期'],
			['矛盾纠纷', '村', '2025-03-01', '', '试甲家院坝边界', '已化解', '2025-03-09'],
			['矛盾纠纷', '村', '2025-03-02', '', '放水先后', '未化解', '']
		];
		const id = await bring(liu, 'cases', await sheetFile(rows));
		expect(await land('liu', id)).toEqual({ ok: true });
		const stored = await town.ctx.db.$client.execute(
			'select id, matter_sealed, settled_on from cases order by received_on'
		);
		expect(JSON.stringify(stored.rows)).not.toContain('试甲');
		expect(stored.rows.map((row) => row.settled_on)).toEqual(['2025-03-09', null]);
		const found = (await findCase(town.ctx.db, String(stored.rows[0]!.id)))!;
		expect(openMatter(town.ctx, found.case)).toBe('试甲家院坝边界');
		const sum = (measure: string) => countOf(`select sum(records) c from figure_days where measure = '${measure}'`);
		expect([await sum('cases-received'), await sum('disputes-settled')]).toEqual([2, 1]);
		const again = await bring(liu, 'cases', await sheetFile(rows));
		expect(await accountOf(town.ctx, again)).toMatchObject({ doubtful: 2 });
		expect(await undo('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from cases where is_removed = 0')).toBe(0);
	});
});
