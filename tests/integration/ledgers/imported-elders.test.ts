import { describe, expect, test } from 'vitest';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { accountOf, bring, textFile } from './import-files';
import { lunar } from '../birthdays/roll-of';
import { town, folder, brief, act, land, undo, countOf, freshTown } from './imported-ledger';

freshTown();

test('someone far from sixty is asked about, and comes in once a cadre says that it is right', async () => {
	const liu = town.as('liu');
	const rows = ['公历1990年1月1日', '公历1968年12月31日', '公历1969年1月1日', '农历1990年3月5日', ''].map(
		(birth, nth) => ['三星村', `测老${'甲乙丙丁戊'[nth]}`, '女', birth]
	);
	const id = await bring(liu, 'elders', textFile([['村', '姓名', '性别', '出生日期'], ...rows.slice(0, 4)]));
	expect(await brief(id)).toEqual([
		'2 wrong birth: birth-late',
		'3 new',
		'4 wrong birth: birth-late',
		'5 wrong birth: birth-late'
	]);
	await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 2, column: 'birth' }] });
	await readOn(liu, id);
	expect((await brief(id))[0]).toBe('2 new');
});

describe('the folder of messy ledgers', () => {
	test('the roll of elders of LibreOffice: the calendar of the heading, namesakes asked about, and undone it may come again', async () => {
		const liu = town.as('liu');
		const bringRoll = () => bring(liu, 'elders', folder('elders.xlsx'));
		const id = await bringRoll();
		expect(await brief(id)).toEqual([
			'3 new',
			'4 new',
			'5 wrong birth: contradicts-calendar',
			'6 wrong sex: choice-unknown birth: birth-wrong',
			'7 skipped',
			'8 skipped'
		]);
		await mendImport(liu, { id: act(), importId: id, leave: [5, 6] });
		expect(await accountOf(town.ctx, id)).toEqual({ all: 6, new: 2, 'left-out': 2, skipped: 2 });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toMatchObject([
			{
				name: '测老甲',
				birth: lunar(1947, 2, 30),
				phone: '13800000031',
				relativePhone: '13800000041',
				diet: 'low-sugar'
			},
			{ name: '测老乙', birth: lunar(1947, 1, 5), unitId: town.units.sanxingGroup1 }
		]);
		const again = await bringRoll();
		expect((await brief(again))[1]).toBe('4 doubtful');
		expect(await undo('liu', id)).toEqual({ ok: true });
		expect(await readRoll(town.ctx, town.units.sanxing)).toEqual([]);
		expect(await countOf("select count(*) c from elder_removals where reason = '传错了'")).toBe(2);
		const third = await bringRoll();
		expect((await brief(third))[1]).toBe('4 new');
	});
});
