import { describe, expect, test } from 'vitest';
import { planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { proposeBanquets } from '../../../src/lib/server/birthdays/banquet-proposals';
import { correctBirthdaySeries, endBirthdaySeries } from '../../../src/lib/server/birthdays/birthday-series';
import { enrol, lunar } from './roll-of';
import { town, begin, plan, id, rule, freshTown } from './birthday-town';

freshTown();

describe('the next banquet', () => {
	test('is proposed for each series from the roll: the first window with an elder to invite and no banquet yet', async () => {
		await enrol(town, { birth: lunar(1946, 3, 1) });
		await enrol(town, { name: '钱乙老', birth: lunar(1946, 6, 1) });
		await enrol(town, { name: '孙丙老', birth: lunar(1980, 3, 1) });
		const seriesId = await begin();
		const [first] = await proposeBanquets(town.ctx, town.units.town);
		expect(first!.next).toMatchObject({
			window: { year: 2026, firstMonth: 3, lastMonth: 4 },
			fromOn: '2026-04-17',
			suggestedOn: '2026-05-16'
		});
		expect(first!.next!.celebrants.map(({ elder }) => elder.name)).toEqual(['赵甲老']);
		await planBanquet(town.as('liu'), plan(seriesId));
		const [second] = await proposeBanquets(town.ctx, town.units.town);
		expect(second!.next!.window).toEqual({ year: 2026, firstMonth: 5, lastMonth: 6 });
		expect(await proposeBanquets(town.ctx, town.units.hesha)).toEqual([]);
	});

	test('is none where no birthday falls into the coming year, and none for an ended series', async () => {
		const seriesId = await begin();
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).toBeNull();
		await endBirthdaySeries(town.as('liu'), { id: id(), seriesId, endsOn: '2026-03-01' });
		expect(await proposeBanquets(town.ctx, town.units.sanxing)).toEqual([]);
		const again = await endBirthdaySeries(town.as('liu'), { id: id(), seriesId, endsOn: '2026-03-01' });
		expect(again).toEqual({ ok: false, refusal: 'series-already-ended' });
	});

	test('follows a corrected series, whose old settings stay in the audit entry', async () => {
		await enrol(town, { birth: lunar(1962, 3, 1) });
		const seriesId = await begin({ threshold: 70 });
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).toBeNull();
		const settings = { id: id(), seriesId, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule };
		expect(await correctBirthdaySeries(town.as('liu'), settings)).toEqual({ ok: true });
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).not.toBeNull();
		const { rows } = await town.ctx.db.$client.execute(
			"select detail from audit_entries where verb = 'correctBirthdaySeries'"
		);
		expect(JSON.parse(String(rows[0]!.detail)).before).toMatchObject({ threshold: 70 });
	});
});
