import { describe, expect, it } from 'vitest';
import { removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { giveLateReason } from '../../../src/lib/server/reviews/late-reasons';
import { listClosings } from '../../../src/lib/server/db/reviews/closings';
import { listLateBanquets, listLateRecords, listUnexplained } from '../../../src/lib/server/db/reviews/late-records';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { definitions, enter, close, closed, town, id, bad, ledger, freshTown } from './closing-town';

freshTown();

describe('a record of a closed period', () => {
	it('is not refused, and shows as a revision with who, when and why', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await close();
		town.clock.advance(60_000);
		const late = id();
		expect(await enter('liu', 'sanxing', '2024-05-30', { id: late })).toMatchObject({ ok: true });
		expect((await closed())?.revisions).toMatchObject([
			{ figure: 'villagers-meetings', settled: 1, now: 2, came: 1, went: 0, changed: 0, late: [{ reason: null }] }
		]);
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toMatchObject([
			{ actId: late, periods: [{ fromOn: '2024-01-01', toOn: '2024-12-31', records: 1 }] }
		]);
		const reason = '记录本找到了';
		expect(await giveLateReason(town.as('he'), { id: id(), actIds: [late], reason })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await giveLateReason(town.as('liu'), { id: id(), actIds: [late], reason })).toEqual({ ok: true });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toEqual([]);
		const [revision] = (await closed())!.revisions;
		expect(revision!.late).toMatchObject([{ reason, unit: { name: '三星村' }, by: { id: town.accounts.liu.id } }]);
		expect(await bad()).toEqual([]);
	});

	it('that is a banquet, or a dissuasion of one, is named by its village, occasion and planned day', async () => {
		const { closingId } = await close();
		town.clock.advance(60_000);
		await ledger.banquet('sanxing', '2024-05-10');
		const { banquetId } = await ledger.dissuasion('hesha', '2024-06-01');
		await enter('liu', 'sanxing', '2024-05-30');
		const late = await listLateRecords(town.ctx.db, closingId);
		const named = await listLateBanquets(town.ctx.db, closingId);
		const of = (type: string) => late.filter((one) => one.type === type).map(({ number }) => named.get(number));
		expect(of('dissuasion')[0]).toMatchObject({ id: banquetId, unit: { name: '河沙村' }, plannedOn: '2024-06-01' });
		expect(of('banquet')).toContainEqual(
			expect.objectContaining({ unit: expect.objectContaining({ name: '三星村' }), occasion: 'wedding' })
		);
		expect(of('activity')).toEqual([undefined]);
	});

	it('that is struck out gives its reason with the act itself', async () => {
		const entry = id();
		await enter('liu', 'sanxing', '2024-05-01', { id: entry });
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await enter('he', 'hesha', '2024-04-01', { kind: 'slogan' });
		const { closingId } = await close();
		town.clock.advance(60_000);
		await removeActivity(town.as('liu'), { id: id(), activityId: entry, reason: '登记重了' });
		expect(await listLateRecords(town.ctx.db, closingId)).toMatchObject([{ change: 'removed', reason: '登记重了' }]);
		expect((await closed())?.revisions).toMatchObject([{ settled: 2, now: 1, went: 1 }]);
		expect(await bad()).toEqual([]);
	});

	it('that came late and was struck out again is asked of no more, and is no difference', async () => {
		await close('2024-05');
		const { closingId } = await close('2024');
		town.clock.advance(60_000);
		const [late, other] = [id(), id()];
		await enter('liu', 'sanxing', '2024-05-30', { id: late });
		await enter('liu', 'sanxing', '2024-06-30', { id: other });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toMatchObject(
			[
				{ actId: other, verb: 'recordActivity', periods: [{ fromOn: '2024-01-01', records: 1 }] },
				{ actId: late, periods: [{ fromOn: '2024-01-01' }, { fromOn: '2024-05-01', toOn: '2024-05-31', records: 1 }] }
			].toSorted((a, b) => (a.actId < b.actId ? -1 : 1))
		);
		town.clock.advance(60_000);
		await removeActivity(town.as('liu'), { id: id(), activityId: late, reason: '登记重了' });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toMatchObject([{ actId: other }]);
		const lateOf = async (one: string) =>
			(await listClosings(town.ctx.db, town.units.town)).find(({ closing }) => closing.id === one)?.late;
		expect(await lateOf(closingId), 'the one that stays').toBe(1);
	});

	it('of another day, or another town’s month, is not late', async () => {
		const { closingId } = await close('2024-05');
		await enter('liu', 'sanxing', '2024-06-01');
		await enter('liu', 'sanxing', '2024-04-30');
		expect(await listLateRecords(town.ctx.db, closingId)).toEqual([]);
		await enter('liu', 'sanxing', '2024-05-31');
		expect(await listLateRecords(town.ctx.db, closingId)).toHaveLength(1);
	});

	it.each([
		['a banquet held', () => ledger.banquet('sanxing', '2024-05-01')],
		['a dissuasion', () => ledger.dissuasion('sanxing', '2024-05-01')],
		['an event', () => ledger.event('lecture', 'sanxing', '2024-12-31', { topic: 'health', time: '23:00' })],
		['a pledge of before', () => ledger.pledge('sanxing', '2023-05-01')],
		['a grid of before', () => ledger.grid('sanxing', '2023-05-01')],
		['a guest', () => ledger.birthdayGuest('sanxing', '2024-05-01', 'attended')]
	])('written past the services is noted without an act, and verification fails: %s', async (_, write) => {
		await enter('liu', 'sanxing', '2024-05-01');
		const { closingId } = await close();
		town.clock.advance(60_000);
		await write();
		const late = await listLateRecords(town.ctx.db, closingId);
		expect(late.length).toBeGreaterThan(0);
		expect(late.every(({ actId }) => actId === null)).toBe(true);
		expect((await bad()).length).toBeGreaterThan(0);
	});

	it('of several acts may have one reason, of all or of none of them', async () => {
		await close();
		town.clock.advance(60_000);
		const [first, second, other] = [id(), id(), id()];
		await enter('liu', 'sanxing', '2024-05-30', { id: first });
		await enter('liu', 'sanxing', '2024-06-30', { id: second });
		await enter('he', 'hesha', '2024-06-30', { id: other });
		const give = (actIds: string[]) => giveLateReason(town.as('liu'), { id: id(), actIds, reason: '记录本找到了' });
		expect(await give([first, other])).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toHaveLength(2);
		expect(await give([first, second])).toEqual({ ok: true });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toEqual([]);
		expect(await bad()).toEqual([]);
	});

	it('is asked of no more once a release with a reason counts it', async () => {
		const { closingId } = await close();
		town.clock.advance(60_000);
		await enter('liu', 'sanxing', '2024-05-30');
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toHaveLength(1);
		town.clock.advance(60_000);
		const taken = { id: id(), closingId, reason: '补记村民大会', definitions };
		expect(await takeSnapshot(town.as('zhou'), taken)).toEqual({ ok: true });
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toEqual([]);
		town.clock.advance(60_000);
		await enter('liu', 'sanxing', '2024-07-30');
		expect(await listUnexplained(town.ctx.db, town.accounts.liu.id)).toHaveLength(1);
	});
});
