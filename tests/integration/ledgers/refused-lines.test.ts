import { expect, test } from 'vitest';
import { listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { bring, textFile } from './import-files';
import { act, brief, countOf, freshTown, land, town } from './imported-ledger';

freshTown();

const banquets = (...rows: [host: string, phone: string][]) =>
	textFile([
		['户主', '电话', '事由', '宴席日期', '桌数', '结果'],
		...rows.map(([host, phone]) => [host, phone, '结婚', '2025-03-05', '8', '如期'])
	]);

test('a line that only the landing can refuse is named with its rule, and the others are written without it', async () => {
	const ofHe = await bring(town.as('he'), 'banquets', banquets(['何试', '13800000001']));
	expect(await land('he', ofHe)).toEqual({ ok: true });
	// The telephone is known in a village that the cadre of this one does not see.
	const rows = banquets(['刘试', '13800000002'], ['何试', '13800000001'], ['王试', '13800000003']);
	const id = await bring(town.as('liu'), 'banquets', rows);
	expect(await brief(id)).toEqual(['2 new', '3 new', '4 new']);
	expect(await land('liu', id)).toEqual({ ok: false, refusal: 'import-outdated' });
	expect(await brief(id)).toEqual(['2 new', '3 wrong plannedOn: rule-refused', '4 new']);
	const [wrong] = await listRows(town.ctx.db, id, { state: 'wrong', most: 9 });
	expect(wrong!.faults).toEqual([{ column: 'plannedOn', fault: 'rule-refused', rule: 'banquet-already-recorded' }]);
	await mendImport(town.as('liu'), { id: act(), importId: id, leave: [3] });
	await readOn(town.as('liu'), id);
	expect(await land('liu', id)).toEqual({ ok: true });
	expect(await countOf('select count(*) c from banquets')).toBe(3);
});

test('of a month that a file says was empty, and has work in, the lines that say so are named, each of them', async () => {
	const file = textFile([
		['日期', '类别', '事项', '责任人', '核实类别', '核实月份'],
		['2025-03-01', '村民大会', '商议', '刘测试', '', ''],
		['2025-04-01', '核实为零', '', '刘测试', '村民大会', '2025年3月'],
		['2025-05-01', '核实为零', '', '刘测试', '村民大会', '2025年4月'],
		['2025-04-02', '村民大会', '再议', '刘测试', '', '']
	]);
	const id = await bring(town.as('liu'), 'activities', file);
	expect(await brief(id)).toEqual(['2 new', '3 new', '4 new', '5 new']);
	expect(await land('liu', id)).toEqual({ ok: false, refusal: 'month-contradicts-file' });
	expect(await brief(id)).toEqual(['2 new', '3 wrong zeroMonth: rule-refused', '4 new', '5 wrong on: rule-refused']);
});
