import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { toLedgerFile } from '../../../src/lib/server/ledgers/files/ledger-file';
import { freshTown } from './taken-lists';

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
