import { describe, expect, test } from 'vitest';
import { confirmImported } from '../../../src/lib/server/ledgers/confirm-imported';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring } from './import-files';
import type { CastName } from '../cast';
import { town, folder, brief, act, land, countOf, freshTown } from './imported-ledger';

freshTown();

describe('the folder of messy ledgers', () => {
	test('dissuasions with days from 1904 and a heading of two lines: banquets come with them, and a second person confirms', async () => {
		const zhou = town.as('zhou');
		const id = await bring(zhou, 'dissuasions', folder('dissuasions-1904.xlsx'));
		expect(await brief(id)).toEqual([
			'4 new',
			'5 wrong plannedOn: date-number wentOn: date-number',
			'6 wrong tablesPlanned: formula-empty',
			'7 wrong tablesPlanned: number-span',
			'8 new',
			'9 skipped'
		]);
		const sure = (['plannedOn', 'wentOn'] as const).map((column) => ({ nth: 5, column }));
		await mendImport(zhou, {
			id: act(),
			importId: id,
			rows: [{ nth: 6, texts: { tablesPlanned: '9' } }],
			leave: [7],
			sure
		});
		await readOn(zhou, id);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 6, new: 4, 'left-out': 1, skipped: 1 });
		expect(await land('zhou', id)).toEqual({ ok: true });
		const { rows } = await town.ctx.db.$client.execute(
			`select b.planned_on, b.tables_planned, b.origin, d.went_on, d.visits, d.outcome, o.outcome as ended from dissuasions d
			join banquets b on b.id = d.banquet_id left join banquet_outcomes o on o.banquet_id = b.id order by b.planned_on`
		);
		expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
			'2024-08-02 15 found 2024-07-23 1 cancelled cancelled',
			'2024-08-18 9 found 2024-08-01 1 went-ahead',
			'2024-08-22 12 found 2024-08-12 1 reduced',
			'2024-09-09 10 found 2024-09-01 1 family-meal family-meal'
		]);
		expect(await countOf('select count(*) c from dissuasion_confirmations')).toBe(0);
		const confirm = (by: CastName) => confirmImported(town.as(by), { id: act(), importId: id });
		expect(await confirm('zhou')).toEqual({ ok: true, confirmed: 0 });
		expect(await confirm('liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});
