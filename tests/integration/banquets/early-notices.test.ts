import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noOccasions } from '../../../src/lib/domain/banquets/banquet';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { acknowledgeBanquet, readEarlyNotices } from '../../../src/lib/server/banquets/early-notices';
import { callOffOwnBanquet, correctOwnBanquet } from '../../../src/lib/server/banquets/household-corrections';
import { declareOwnBanquet } from '../../../src/lib/server/banquets/household-declarations';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { recordVisit } from '../../../src/lib/server/banquets/visits';
import type { CastName } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => {
	town = await openTestTown();
	await setRule({});
});
afterEach(() => town.close());

/** 三星村: ten days, twenty tables, no 无事酒. */
const setRule = (changes: object) =>
	setVillageRule(town.as('zhou'), {
		id: town.ctx.newId(),
		unitId: town.units.sanxing,
		fromOn: '2026-01-01',
		noticeDays: 10,
		tablesPerMeal: 20,
		pricePerTable: 600,
		wording: '',
		source: '',
		discouraged: [...noOccasions],
		...changes
	});

let phones = 0;
const banquet = (changes: object = {}) => ({
	id: town.ctx.newId(),
	unitId: town.units.sanxingGroup1,
	occasion: 'wedding' as const,
	plannedOn: '2026-03-22',
	hostName: '张试办',
	hostPhone: `138000001${String(++phones).padStart(2, '0')}`,
	venue: '',
	caterer: '',
	meals: 1,
	tablesPlanned: 20,
	...changes
});
async function declare(changes: object = {}): Promise<string> {
	const command = banquet(changes);
	const answer = await declareOwnBanquet(town.visitor, { ...command, hasRead: true });
	if (!answer.ok) throw new Error(answer.refusal);
	return command.id;
}
const seenBy = async (name: CastName) => (await readEarlyNotices(town.as(name))).map(({ id, advice }) => [id, advice]);
const acknowledge = (name: CastName, banquetId: string) =>
	acknowledgeBanquet(town.as(name), { id: town.ctx.newId(), banquetId });

describe('the early notice', () => {
	test('tells the village’s cadre and the town of an occasion that the rule discourages, of size and of short notice', async () => {
		await declare();
		const school = await declare({ occasion: 'school' });
		const large = await declare({ tablesPlanned: 21, plannedOn: '2026-03-23' });
		const soon = await declare({ plannedOn: '2026-03-11' });
		const expected = [
			[soon, ['short-notice']],
			[school, ['no-occasion']],
			[large, ['many-tables']]
		];
		expect(await seenBy('liu')).toEqual(expected);
		expect(await seenBy('zhou')).toEqual(expected);
		expect(await seenBy('he')).toEqual([]);
	});

	test('follows the village’s own list of occasions, in force on the day of filing', async () => {
		await setRule({ discouraged: ['wedding'] });
		const wedding = await declare();
		await declare({ occasion: 'school' });
		expect(await seenBy('liu')).toEqual([[wedding, ['no-occasion']]]);
		await setRule({ fromOn: '2026-03-03', discouraged: [] });
		expect(await seenBy('liu')).toEqual([[wedding, ['no-occasion']]]);
	});

	test('is silent about a funeral’s notice, and where no rule is set', async () => {
		await declare({ occasion: 'funeral', plannedOn: '2026-03-02' });
		await declare({ occasion: 'school', unitId: town.units.hesha });
		expect(await seenBy('zhou')).toEqual([]);
	});

	test('is of what others recorded, not of what one recorded oneself', async () => {
		const recorded = banquet({ occasion: 'school' });
		const rest = { origin: 'declared', declaredOn: '2026-03-02', pricePerTable: null } as const;
		await declareBanquet(town.as('zhou'), { ...recorded, ...rest, isHygieneCertificateSeen: false });
		expect(await seenBy('zhou')).toEqual([]);
		expect(await seenBy('liu')).toEqual([[recorded.id, ['no-occasion']]]);
	});

	test('goes once a cadre has looked, and comes back when the household changes its record', async () => {
		const id = await declare({ occasion: 'school' });
		expect(await acknowledge('liu', id)).toMatchObject({ ok: true });
		expect(await seenBy('liu')).toEqual([]);
		expect(await seenBy('zhou')).toEqual([]);
		town.clock.advance(60_000);
		const size = { plannedOn: '2026-03-22', meals: 1, tablesPlanned: 40, venue: '', caterer: '' };
		await correctOwnBanquet(town.visitor, { id: town.ctx.newId(), banquetId: id, ...size });
		expect(await seenBy('liu')).toEqual([[id, ['many-tables', 'no-occasion']]]);
	});

	test('goes with a visit, a dissuasion, a calling off, and when the day is over', async () => {
		const [visited, dissuaded, off] = [
			await declare({ occasion: 'school' }),
			await declare({ occasion: 'school' }),
			await declare({ occasion: 'school' })
		];
		const left = await declare({ occasion: 'school' });
		const act = (banquetId: string) => ({ id: town.ctx.newId(), banquetId });
		await recordVisit(town.as('liu'), { ...act(visited), wentOn: '2026-03-02', note: '' });
		const talk = { wentOn: '2026-03-02', outcome: 'reduced', note: '' } as const;
		await recordDissuasion(town.as('liu'), { ...act(dissuaded), ...talk });
		await callOffOwnBanquet(town.visitor, act(off));
		expect(await seenBy('liu')).toEqual([[left, ['no-occasion']]]);
		town.clock.setDate('2026-03-23');
		expect(await seenBy('liu')).toEqual([]);
	});

	test('names the host masked', async () => {
		await declare({ occasion: 'school' });
		expect(await readEarlyNotices(town.as('liu'))).toMatchObject([{ host: '张*办', isOwnWord: true }]);
	});
});

describe('having looked', () => {
	test('is for the staff of the village, and of a banquet that exists', async () => {
		const id = await declare({ occasion: 'school' });
		for (const name of ['he', 'tang'] as const) {
			expect(await acknowledge(name, id)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		const visitor = await acknowledgeBanquet(town.visitor, { id: town.ctx.newId(), banquetId: id });
		expect(visitor).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await acknowledge('liu', town.ctx.newId())).toEqual({ ok: false, refusal: 'banquet-unknown' });
		expect(await seenBy('liu')).toHaveLength(1);
	});
});
