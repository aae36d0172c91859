import { describe, expect, test } from 'vitest';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring } from './import-files';
import { town, folder, brief, act, land, freshTown } from './imported-ledger';

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
