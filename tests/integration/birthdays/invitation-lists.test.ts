import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { listBirthdayBanquets } from '../../../src/lib/server/db/birthdays/birthdays';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { enrol } from './roll-of';
import { town, plan, begin, list, id, freshTown } from './birthday-town';

freshTown();

describe('a list', () => {
	test('is made with its event in one act, and the same act again makes nothing', async () => {
		await enrol(town);
		const act = plan(await begin());
		for (let nth = 0; nth < 2; nth++)
			expect(await planBanquet(town.as('liu'), act)).toEqual({ ok: true, eventId: act.id });
		const event = (await findEvent(town.ctx.db, act.id))!;
		expect(event).toMatchObject({ kind: 'birthday-banquet', publication: null, unitId: town.units.sanxing });
		expect(event.startsAt).toBe(instantOf('2026-05-16', '11:00'));
		expect(await list(act.id)).toMatchObject([{ state: 'invited', birthday: { on: '2026-04-17', age: 81 } }]);
	});

	test('that is fresh has a count of none for each answer and result, not no count', async () => {
		await enrol(town);
		await planBanquet(town.as('liu'), plan(await begin()));
		const [banquet] = await listBirthdayBanquets(town.ctx.db, town.units.sanxing, 9);
		expect(banquet!.counts).toMatchObject({ invited: 1, open: 1, coming: 0, attended: 0, cakes: 0, settled: 0 });
	});

	test('of a lunar year with two birthdays told solar gives the birthday that is round', async () => {
		for (const [name, on] of [
			['赵甲老', '1958-02-01'],
			['钱乙老', '1959-02-01']
		] as const)
			await enrol(town, { name, birth: { calendar: 'solar', on } });
		const act = plan(await begin({ ageKind: 'full', cadence: 'yearly' }), { year: 2028, firstMonth: 1 });
		await planBanquet(town.as('liu'), act);
		expect(await list(act.id)).toMatchObject([
			{ birthday: { on: '2028-02-01', age: 70 } },
			{ birthday: { on: '2029-02-01', age: 70 } }
		]);
	});

	test('is one for a window, until the banquet is called off', async () => {
		await enrol(town);
		const seriesId = await begin();
		const first = plan(seriesId);
		await planBanquet(town.as('liu'), first);
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toEqual({ ok: false, refusal: 'window-has-banquet' });
		await cancelEvent(town.as('liu'), { id: id(), eventId: first.id, reason: '下大雨' });
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toMatchObject({ ok: true });
	});

	test('is not planned for a day that is past, nor by staff of another village', async () => {
		const seriesId = await begin();
		expect(
			await planBanquet(town.as('liu'), plan(seriesId, { startsAt: instantOf('2026-03-01', '11:00') }))
		).toMatchObject({
			refusal: 'date-in-past'
		});
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor])
			expect(await planBanquet(ctx, plan(seriesId))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await planBanquet(town.as('liu'), plan(id()))).toMatchObject({ refusal: 'series-unknown' });
	});
});
