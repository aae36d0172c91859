import { describe, expect, test } from 'vitest';
import { countRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { dropImport, dropOldDrafts } from '../../../src/lib/server/ledgers/drop-import';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { bring, linesOf, textFile } from './import-files';
import { town, unfinished, act, freshTown } from './messy-ledger';

freshTown();

describe('a draft', () => {
	test('that is dropped, or not finished in thirty days, loses its texts', async () => {
		const liu = town.as('liu');
		const [first, second] = [
			await bring(liu, 'banquets', textFile(unfinished)),
			await bring(liu, 'banquets', textFile(unfinished))
		];
		expect(await dropImport(liu, { id: act(), importId: first })).toEqual({ ok: true });
		expect(await landImport(liu, { id: act(), importId: first })).toEqual({ ok: false, refusal: 'import-closed' });
		town.clock.advance(29 * 24 * 3600 * 1000);
		expect(await dropOldDrafts(town.ctx)).toBe(0);
		town.clock.advance(2 * 24 * 3600 * 1000);
		expect(await dropOldDrafts(town.ctx)).toBe(1);
		const { rows } = await town.ctx.db.$client.execute(
			"select count(*) c from import_rows where text_sealed <> 'erased'"
		);
		expect(rows[0]!.c).toBe(0);
		expect((await findImport(town.ctx.db, second))!.drop).not.toBeNull();
	});

	test('never keeps identity numbers, bank cards, illnesses or gift money, and names what it left out', async () => {
		const id = await bring(
			town.as('liu'),
			'elders',
			textFile([
				['姓名', '性别', '出生日期', '身份证号码', '证件', '病史'],
				['张三', '男', '农历1946年正月初五', '11010519491231002X', '11010519491231002X', '高血压']
			])
		);
		const found = (await findImport(town.ctx.db, id))!;
		expect(found.import.dropped).toEqual(['身份证号码', '证件', '病史']);
		expect(JSON.stringify(await linesOf(town.ctx, id))).not.toMatch(/1101051|高血压/);
		expect(await countRows(town.ctx.db, id)).toEqual({ new: 1 });
	});

	test('leaves no personal data in the audit trail', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'banquets', textFile([['2024年'], ...unfinished]), '张三家.csv');
		await mendImport(liu, { id: act(), importId: id, rows: [{ nth: 3, texts: { village: '三星村', host: '王五' } }] });
		const { rows } = await town.ctx.db.$client.execute('select verb, detail from audit_entries');
		expect(JSON.stringify(rows)).not.toMatch(/张三|李四|王五/);
		expect(rows.map(({ verb }) => verb)).toEqual(['startImport', 'mendImport']);
	});
});
