import { describe, expect, test } from 'vitest';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring, textFile } from './import-files';
import { town, folder, brief, act, land, undo, countOf, freshTown } from './imported-ledger';

freshTown();

describe('the folder of messy ledgers', () => {
	test('the work ledger: several date forms, a checked zero, two broadcasts of one day', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'activities', folder('activities-zero.xlsx'));
		expect(await brief(id)).toEqual([
			'3 new',
			'4 new',
			'5 new',
			'6 new',
			'7 wrong kind: choice-unknown on: date-wrong',
			'8 wrong responsible: missing',
			'9 new',
			'10 doubtful',
			'11 skipped'
		]);
		const texts = { responsible: '刘测试' };
		await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 8, texts }], leave: [7] });
		await readOn(liu, id);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'doubtful', decision: 'take' } });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 9, new: 7, 'left-out': 1, skipped: 1 });
		expect(await land('liu', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			'select kind, done_on, quantity, zero_month, evidence from activities order by id'
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'villagers-meeting 2025-03-01 1  照片2张',
			'slogan 2025-03-20 12',
			`checked-zero ${town.ctx.today()} 0 2025-04 热线`,
			'complaint 2025-05-06 1  =HYPERLINK("http://x")',
			...Array<string>(3).fill('appeal-broadcast 2025-06-01 1')
		]);
		expect(await undo('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from activities where is_removed = 0')).toBe(0);
	});
});

test('work that was not done is asked about, in whichever text a row says it', async () => {
	const liu = town.as('liu');
	const id = await bring(
		liu,
		'activities',
		textFile([
			['村', '类别', '日期', '事项', '完成情况', '责任人', '备注'],
			['三星村', '院坝会', '2025-03-01', '移风易俗院坝会一', '未开展', '刘干部', ''],
			['三星村', '院坝会', '2025-03-02', '移风易俗院坝会二', '因雨取消', '刘干部', ''],
			['三星村', '院坝会', '2025-03-03', '院坝会（未召开）', '', '刘干部', ''],
			['三星村', '院坝会', '2025-03-04', '移风易俗院坝会三', '延期', '刘干部', '取消，未开'],
			['三星村', '院坝会', '2025-03-05', '移风易俗院坝会四', '已召开', '刘干部', '']
		])
	);
	expect(await brief(id)).toEqual([
		'2 wrong result: says-undone',
		'3 wrong result: says-undone',
		'4 wrong subject: says-undone',
		'5 wrong result: says-undone note: says-undone',
		'6 new'
	]);
	await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 4, column: 'subject' }], leave: [2, 3, 5] });
	await readOn(liu, id);
	expect(await accountOf(town.ctx, id)).toEqual({ all: 5, new: 2, 'left-out': 3 });
});
