import { expect, test } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { bring, sheetFile } from './import-files';
import { act, brief, freshTown, town } from './imported-ledger';

freshTown();

const banquets = (...rows: [village: string, host: string, on: string, phone?: string][]) =>
	sheetFile([
		['村', '户主', '电话', '事由', '办宴日期', '计划桌数'],
		...rows.map(([village, host, on, phone = '']) => [village, host, phone, '婚宴', on, '12'])
	]);

/** The administrator Zhou, and the names of hosts that are opened as Zhou reads. */
function watched(): { zhou: Context; opened: string[] } {
	const zhou = town.as('zhou');
	const opened: string[] = [];
	const open: Context['keys']['open'] = (sealed, field, id) => {
		const plain = zhou.keys.open(sealed, field, id);
		if (field === 'banquets.host-name') opened.push(plain);
		return plain;
	};
	return { zhou: { ...zhou, keys: { ...zhou.keys, open } }, opened };
}

test('a file is compared with banquets of its own villages near its days alone, and each name is opened once', async () => {
	const onRecord = await banquets(
		['三星村', '甲大', '2026-03-01'],
		['三星村', '甲二', '2026-03-02'],
		['三星村', '甲三', '2024-03-02'],
		['河沙村', '乙大', '2026-03-01'],
		['中坝村', '丙大', '2026-03-01', '13900001111']
	);
	const first = await bring(town.as('zhou'), 'banquets', onRecord);
	expect(await landImport(town.as('zhou'), { id: act(), importId: first })).toEqual({ ok: true });

	const many = Array.from({ length: 120 }, (_, nth): [string, string, string] => [
		'三星村',
		`王${'甲乙丙丁戊己庚辛壬癸'[nth % 10]}${'甲乙丙丁戊己庚辛壬癸'[Math.floor(nth / 10) % 10]}${nth > 99 ? '生' : ''}`,
		'2026-03-03'
	]);
	const { zhou, opened } = watched();
	const second = await bring(
		zhou,
		'banquets',
		await banquets(['三星村', '甲大', '2026-03-02'], ...many, ['河沙村', '丙大', '2026-03-01', '13900001111'])
	);
	// A household is known by its telephone in the village of another row, too; its name says whether it is the same one.
	expect(opened.toSorted()).toEqual(['甲大', '甲二', '乙大', '丙大'].toSorted());
	expect((await brief(second)).filter((row) => !row.endsWith('new'))).toEqual(['2 doubtful', '123 doubtful']);
});
