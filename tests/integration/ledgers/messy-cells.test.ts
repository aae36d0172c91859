import { describe, expect, test } from 'vitest';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { readRoll } from '../../../src/lib/server/birthdays/elder-fields';
import { bring, textFile } from './import-files';
import { act, brief, countOf, folder, freshTown, land, town } from './imported-ledger';

freshTown();

describe('the folder of messy ledgers', () => {
	test('days and telephones: read where they are sure, asked about where not; one bad byte is one row', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', folder('banquets-dates.csv'));
		expect(await brief(id)).toEqual([
			'3 new',
			'4 wrong plannedOn: lunar-differs',
			'5 wrong plannedOn: calendar-unsaid',
			'6 wrong plannedOn: calendar-unsaid',
			'7 wrong plannedOn: lunar-other-year',
			'8 wrong plannedOn: date-other-years',
			'9 wrong plannedOn: date-other-years',
			'10 wrong plannedOn: weekday-differs',
			'11 wrong host: cell-broken',
			'12 wrong outcome: choice-unknown'
		]);
		await mendImport(liu, { id: act(), importId: id, sure: [{ nth: 10, column: 'plannedOn' }] });
		await readOn(liu, id);
		expect((await brief(id))[7]).toBe('10 new');
	});

	test('words of dissuasions: what failed is no success, what is not known is asked', async () => {
		const id = await bring(town.as('liu'), 'dissuasions', folder('dissuasions-words.csv'));
		const rows = await listRows(town.ctx.db, id, { most: 99 });
		const outcomes = rows.map(({ record }) => record && (JSON.parse(record) as { outcome: string }).outcome);
		expect(outcomes).toEqual([...Array<string>(6).fill('went-ahead'), 'cancelled', 'cancelled', null, null]);
	});

	test('namesakes of one birth date are asked about, and both come on the roll where they are two', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'elders', folder('elders-namesakes.xlsx'));
		await mendImport(liu, {
			id: act(),
			importId: id,
			leave: [4, 5, 6],
			alike: [{ column: 'group', from: '二组', to: '' }]
		});
		await readOn(liu, id);
		expect(await brief(id)).toEqual([
			'2 new',
			'3 doubtful',
			'4 left-out group: same-as-above birth: birth-number',
			'5 left-out group: same-as-above',
			'6 left-out group: same-as-above'
		]);
		await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
		expect(await land('liu', id)).toEqual({ ok: true });
		expect((await readRoll(town.ctx, town.units.sanxing)).map(({ name }) => name)).toEqual(['张秀英', '张秀英']);
		const again = await bring(liu, 'elders', folder('elders-namesakes.xlsx'));
		expect((await brief(again)).slice(0, 2)).toEqual(['2 doubtful', '3 wrong group: group-unknown']);
	});
});

test('the word of a town is explained once and read by itself in the next file', async () => {
	const liu = town.as('liu');
	const head = ['户主', '事由', '日期', '桌数', '办理情况'];
	const file = (host: string) =>
		textFile([head, [host, '婚宴', '2024-03-05', '12', '照样整'], [`${host}乙`, '婚宴', '2024-03-05', '12', '照样整']]);
	const id = await bring(liu, 'banquets', file('测甲'));
	expect(await brief(id)).toEqual(['2 wrong outcome: choice-unknown', '3 wrong outcome: choice-unknown']);
	const remember = [{ column: 'outcome' as const, word: '照样整', means: '如期办理' }];
	await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 2, texts: { outcome: '如期办理' } }], remember });
	await readOn(liu, id);
	expect(await brief(id)).toEqual(['2 new', '3 new']);
	expect(await brief(await bring(town.as('he'), 'banquets', file('测丙')))).toEqual(['2 new', '3 new']);
	expect(await countOf("select count(*) c from ledger_words where word_sealed like '%照%'"), 'sealed').toBe(0);
});

test('a row that can be there only once has to differ before it is taken', async () => {
	const liu = town.as('liu');
	const head = ['户主', '事由', '日期', '桌数', '电话'];
	const rows = [
		['吴六', '寿宴', '2024-03-05', '12', '13800000001'],
		['吴六之妻', '寿宴', '2024-03-05', '12', '13800000001']
	];
	const id = await bring(liu, 'banquets', textFile([head, ...rows]));
	expect(await brief(id)).toEqual(['2 new', '3 doubtful']);
	await decideImportRows(liu, { id: act(), importId: id, decisions: { take: [3] } });
	expect(await brief(id)).toEqual(['2 new', '3 wrong']);
	await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 3, texts: { phone: '13800000009' } }] });
	await readOn(liu, id);
	expect(await brief(id)).toEqual(['2 new', '3 new']);
	expect(await land('liu', id)).toEqual({ ok: true });
});
