import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf, bring, textFile } from './import-files';
import { act, brief, countOf, freshTown, land, town, undo } from './imported-ledger';

freshTown();

const heading = ['日期', '类别', '事项', '责任人'];
const work = () =>
	textFile([
		heading,
		['2025-03-01', '院坝会', '讲移风易俗', '刘测试'],
		['2025-03-02', '院坝会', '讲孝老爱亲', '刘测试']
	]);

describe('a draft that is older than what was recorded', () => {
	test('of the work ledger does not land a second time, though no rule forbids it', async () => {
		const liu = town.as('liu');
		const [first, second] = [await bring(liu, 'activities', work()), await bring(liu, 'activities', work())];
		expect(await land('liu', first)).toEqual({ ok: true });
		expect(await land('liu', second)).toEqual({ ok: false, refusal: 'import-outdated' });
		await readOn(liu, second);
		expect(await accountOf(town.ctx, second)).toEqual({ all: 2, doubtful: 2 });
		expect(await countOf('select count(*) c from activities')).toBe(2);
	});

	test('that two cadres write at once is written once, and the other is answered in words', async () => {
		const dayOf = (nth: number) => new Date(Date.UTC(2021, 0, 1 + 4 * nth)).toISOString().slice(0, 10);
		const lines = Array.from({ length: 400 }, (_, nth) => [dayOf(nth), '院坝会', '讲移风易俗', '刘测试']);
		const id = await bring(town.as('liu'), 'activities', textFile([heading, ...lines]));
		// Each begins a little later, so that some find the draft open and the landing done.
		const landLater = async (_: unknown, nth: number) => {
			await sleep(3 * nth);
			return land(nth % 2 === 0 ? 'zhou' : 'liu', id);
		};
		const answers = await Promise.all(Array.from({ length: 60 }, landLater));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers.filter(({ ok }) => !ok)).toEqual(Array(59).fill({ ok: false, refusal: 'import-closed' }));
	});

	test('lands by itself where what was recorded is not like it', async () => {
		const liu = town.as('liu');
		const id = await bring(liu, 'activities', work());
		const other = {
			kind: 'slogan',
			doneOn: '2025-01-05',
			subject: '标语',
			quantity: 3,
			responsible: '王试管'
		} as const;
		const blank = { place: '', audience: '', result: '', evidence: '', note: '' };
		expect(await recordActivity(liu, { ...other, ...blank, id: act(), unitId: town.units.sanxing })).toMatchObject({
			ok: true
		});
		expect(await land('liu', id)).toEqual({ ok: true });
		expect(await countOf('select count(*) c from activities')).toBe(3);
	});

	test('keeps what a cadre decided, and asks again where a row is like something else by then', async () => {
		const liu = town.as('liu');
		await land('liu', await bring(liu, 'activities', work()));
		const id = await bring(liu, 'activities', work());
		await decideImportRows(liu, { id: act(), importId: id, decisions: { state: 'doubtful', decision: 'take' } });
		expect(await brief(id)).toEqual(['2 new', '3 new']);
		await land('he', await bring(town.as('he'), 'activities', work()));
		expect(await land('liu', id), 'another village is not like it').toEqual({ ok: true });
		expect(await countOf('select count(*) c from activities')).toBe(6);
		expect(await undo('liu', id)).toEqual({ ok: true });
	});

	test('of households a day apart is asked about', async () => {
		const counts = (on: string) =>
			textFile([
				['村', '统计日期', '户数'],
				['三星村', on, '620']
			]);
		const [first, second] = [
			await bring(town.as('zhou'), 'households', counts('2024-12-31')),
			await bring(town.as('zhou'), 'households', counts('2025-01-01'))
		];
		expect(await land('zhou', first)).toEqual({ ok: true });
		expect(await land('zhou', second)).toEqual({ ok: false, refusal: 'import-outdated' });
		await readOn(town.as('zhou'), second);
		expect(await brief(second)).toEqual(['2 doubtful']);
	});
});
