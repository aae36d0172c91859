import { expect, test } from 'vitest';
import { mendImport } from '../../../src/lib/server/ledgers/mend-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { addCampaign, addWorkKind } from '../../../src/lib/server/activities/added-work';
import { boards } from '../activities/kind-town';
import { bring, textFile } from './import-files';
import { act, brief, countOf, freshTown, land, town } from './imported-ledger';

freshTown();

const head = ['类别', '日期', '事项', '数量', '责任人'];
const row = (kind: string, on = '2025-06-01') => [kind, on, `播放 ${kind} ${on}`, '17', '刘测试'];

async function addBroadcasts() {
	const zhou = town.as('zhou');
	await addCampaign(zhou, { id: act(), name: '市级卫生镇创建', nameEn: null });
	const kind = { ...boards, name: '创卫广播', nameEn: null, campaign: 'campaign-1', measure: 'times' } as const;
	await addWorkKind(zhou, { id: act(), ...kind, words: ['广播', '创卫倡议书'] });
}

test('广播 is the banquet appeal until the sanitary town has broadcasts of its own, and then it is asked about', async () => {
	const liu = town.as('liu');
	const file = () =>
		textFile([head, row('广播'), row('创卫广播'), row('创卫倡议书'), row('村村响广播'), row('创卫广播', '2023-06-01')]);
	expect(await brief(await bring(liu, 'activities', file()))).toEqual([
		'2 new',
		'3 wrong kind: choice-unknown',
		'4 wrong kind: choice-unknown',
		'5 new',
		'6 wrong kind: choice-unknown'
	]);
	await addBroadcasts();
	const id = await bring(liu, 'activities', file());
	expect(await brief(id)).toEqual([
		'2 wrong kind: choice-several',
		'3 new',
		'4 new',
		'5 new',
		'6 wrong on: kind-not-kept'
	]);
	const remember = [{ column: 'kind' as const, word: '广播', means: '创卫广播' }];
	await mendImport(liu, {
		id: act(),
		importId: id,
		rows: [{ nth: 2, texts: { kind: '创卫广播' } }],
		remember,
		leave: [6]
	});
	await readOn(liu, id);
	expect(await land('liu', id)).toEqual({ ok: true });
	expect(await countOf("select sum(quantity) c from activities where kind = 'added-1'")).toBe(51);
	expect(await countOf("select count(*) c from activities where kind = 'appeal-broadcast'")).toBe(1);
	expect(
		(await brief(await bring(liu, 'activities', textFile([head, row('广播', '2025-07-01')]))))[0],
		'explained'
	).toBe('2 new');
});

test('a line that says none of an added kind is its checked zero, by name and by word, in months in which it is kept', async () => {
	await addBroadcasts();
	const zeroHead = ['类别', '日期', '事项', '数量', '责任人', '核实类别', '核实月份'];
	const file = textFile([
		zeroHead,
		['核实为零', '', '', '', '刘测试', '创卫广播', '2025-06'],
		['创卫倡议书', '2025年7月', '本月无', '', '刘测试', '', ''],
		['零创卫广播', '2025-08-31', '', '0', '刘测试', '', ''],
		['核实为零', '', '', '', '刘测试', '创卫广播', '2023-06'],
		['无', '2025年9月', '', '', '刘测试', '', '']
	]);
	const id = await bring(town.as('liu'), 'activities', file);
	expect(await brief(id)).toEqual([
		'2 new',
		'3 new',
		'4 new',
		'5 wrong zeroMonth: kind-not-kept',
		'6 wrong zeroKind: zero-of-what'
	]);
	await mendImport(town.as('liu'), {
		id: act(),
		importId: id,
		rows: [{ nth: 6, texts: { zeroKind: '群众投诉' } }],
		remember: [],
		leave: [5]
	});
	await readOn(town.as('liu'), id);
	expect(await land('liu', id)).toEqual({ ok: true });
	expect(await countOf("select count(*) c from activities where zero_kind = 'added-1'")).toBe(3);
	expect(
		await countOf("select count(*) c from activities where zero_kind = 'complaint' and zero_month = '2025-09'")
	).toBe(1);
});
