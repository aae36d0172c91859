import { describe, expect, test } from 'vitest';
import { correctBanquet, removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { correctOwnBanquet } from '../../../src/lib/server/banquets/household-corrections';
import { actAs } from '../../../src/lib/server/context';
import { mergeVillages } from '../../../src/lib/server/village-changes/merge-villages';
import { actions } from '../../../src/routes/desk/(banquets)/banquets/new/+page.server';
import { visit } from '../page-visit';
import { banquet, declare, freshTown, get, town } from './banquet-town';

freshTown();

const already = { ok: false, refusal: 'banquet-already-recorded' };
const thisOne = { ok: false, refusal: 'household-already-recorded' };
const other = (changes: object = {}) => banquet({ hostName: '何试川', isOtherHousehold: true, ...changes });
const record = (command = other()) => declareBanquet(town.as('liu'), command);
const correct = (banquetId: string, changes: object) =>
	correctBanquet(town.as('liu'), { ...banquet(changes), banquetId, reason: '写错了' });

describe('two households with one telephone and the same occasion on the same day', () => {
	test('are both recorded once a cadre says that the second is another, and each of them once', async () => {
		await declare();
		expect(await record(other({ isOtherHousehold: false }))).toEqual(already);
		const second = other();
		const answer = await record(second);
		expect(answer).toMatchObject({ ok: true });
		expect(await record(second), 'sent again').toEqual(answer);
		expect(await record(), 'the second once more').toEqual(thisOne);
		expect(await record(other({ hostName: '张试办' })), 'the first once more').toEqual(thisOne);
		expect(await record(other({ isOtherHousehold: false }))).toEqual(already);
		expect(await record(other({ hostName: '李试三' })), 'a third one').toMatchObject({ ok: true });
	});

	test('are each stored once when two cadres say so at once', async () => {
		await declare();
		const both = await Promise.all([record(), declareBanquet(town.as('zhou'), other())]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	});

	test('are asked about as long as one of them stands', async () => {
		const first = await declare();
		await record();
		await removeBanquet(town.as('liu'), { id: town.ctx.newId(), banquetId: first, reason: '登记重了' });
		expect(await record(other({ isOtherHousehold: false }))).toEqual(already);
	});

	test('need no such word where nothing is recorded', async () => {
		const answer = await record();
		expect(answer).toMatchObject({ ok: true });
		expect(await record(banquet())).toEqual(already);
	});

	test('stay apart when one is corrected, and are asked about where it is moved', async () => {
		const first = await declare();
		const second = await record();
		if (!second.ok) throw new Error(second.refusal);
		const own = { hostName: '何试川', tablesPlanned: 12 };
		expect(await correct(second.banquetId, own)).toEqual({ ok: true });
		expect(await correct(second.banquetId, { hostName: '何试穿' })).toEqual({ ok: true });
		expect(await correct(second.banquetId, { hostName: '张试办' })).toEqual(thisOne);
		expect(await correct(first, { tablesPlanned: 31 })).toEqual({ ok: true });
		const third = await declare({ plannedOn: '2026-04-01' });
		expect(await correct(third, { hostName: '李试三' })).toEqual(already);
		expect(await correct(third, { hostName: '李试三', isOtherHousehold: true })).toEqual({ ok: true });
	});

	test('are asked of a cadre where the household itself moves its day', async () => {
		await declare({ plannedOn: '2026-04-01' });
		await declare();
		const second = await record();
		if (!second.ok) throw new Error(second.refusal);
		const household = actAs(town.ctx, { kind: 'visitor', slips: [second.banquetId] });
		const to = { meals: 2, tablesPlanned: 30, venue: '', caterer: '' };
		const { banquetId } = second;
		const moved = { id: town.ctx.newId(), banquetId, plannedOn: '2026-04-01', ...to };
		expect(await correctOwnBanquet(household, moved)).toEqual(already);
	});

	test('are asked about at the telephone, with what was typed', async () => {
		await declare();
		const { isHygieneCertificateSeen: _s, pricePerTable: _p, ...typed } = other();
		const texts = Object.entries({ ...typed, isOtherHousehold: '' }).map(([name, value]) => [name, String(value)]);
		const form = Object.fromEntries(texts) as Record<string, string>;
		const send = async (how: object) => {
			const sent = { path: '/desk/banquets/new', form: { ...form, ...how } };
			return (await visit(town.as('liu'), actions.default as (event: never) => Promise<unknown>, sent)).value;
		};
		expect(await send({})).toMatchObject({
			data: { errors: { hostPhone: 'banquet-already-recorded' }, values: { hostName: '何试川' } }
		});
		expect(await send({ isOtherHousehold: 'yes' })).not.toMatchObject({ data: { errors: {} } });
		expect(await record()).toEqual(thisOne);
	});
});

test('of two hosts of one name without a telephone, whose villages became one, each is corrected', async () => {
	const nameless = { hostPhone: null };
	const first = await declare(nameless);
	const second = await declareBanquet(town.as('he'), banquet({ ...nameless, unitId: town.units.hesha }));
	if (!second.ok) throw new Error(second.refusal);
	const unitId = town.ctx.newId();
	const villageIds = [town.units.sanxing, town.units.hesha];
	const merger = { kind: 'village', name: '三河村', onDate: '2026-03-02', note: '' } as const;
	expect(await mergeVillages(town.as('zhou'), { id: unitId, villageIds, ...merger })).toEqual({ ok: true });
	for (const id of [first, second.banquetId]) {
		expect((await get(id)).banquet.unitId).toBe(unitId);
		const right = { ...banquet({ ...nameless, unitId, tablesPlanned: 12 }), banquetId: id, reason: '写错了' };
		expect(await correctBanquet(town.as('zhou'), right)).toEqual({ ok: true });
	}
});
