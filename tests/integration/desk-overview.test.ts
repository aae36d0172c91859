import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { countRoundTrips } from '../../src/lib/server/db/client';
import { readOverview } from '../../src/lib/server/db/desk/overview';
import { answerReplies, householdAnswers } from '../../src/lib/server/db/schema/banquets/household-answers';
import { eventCancellations } from '../../src/lib/server/db/schema/events/events';
import { ledgerOf } from './rows/ledger-rows';
import type { CastName } from './cast';
import { openTestTown, type TestTown } from './test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;
const today = '2026-03-02';

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const scopes = { zhou: 'town', liu: 'sanxing', he: 'hesha' } as const;
const read = (name: keyof typeof scopes & CastName) =>
	readOverview(town.ctx.db, {
		scope: town.units[scopes[name]],
		accountId: town.accounts[name].id,
		today,
		now: town.ctx.now(),
		until: instantOf(addDays(today, 15), '00:00')
	});

it('an empty town has nothing waiting, in one round trip', async () => {
	const { value, count } = await countRoundTrips(() => read('zhou'));
	expect(value).toMatchObject({
		waiting: { all: 0, own: 0 },
		unanswered: 0,
		answers: [],
		declarations: 0,
		pledges: 0,
		overdue: 0,
		coming: [],
		unfinished: 0
	});
	expect(count).toBe(1);
});

it('dissuasions wait until a second person confirms, and one is told which are one’s own', async () => {
	await ledger.dissuasion('sanxing', '2026-02-01', { confirmed: false });
	await ledger.dissuasion('sanxing', '2026-02-02');
	expect((await read('liu')).waiting).toEqual({ all: 1, own: 1 });
	expect((await read('zhou')).waiting).toEqual({ all: 1, own: 0 });
	expect((await read('he')).waiting).toEqual({ all: 0, own: 0 });
});

it('banquets are overdue from the day after they were planned, until they have an outcome', async () => {
	await ledger.banquet('sanxing', '2026-03-01', null);
	await ledger.banquet('sanxing', today, null);
	await ledger.banquet('sanxing', '2026-02-01');
	expect((await read('liu')).overdue).toBe(1);
	expect((await read('he')).overdue).toBe(0);
});

it('households wait for a reply, the longest waiting first', async () => {
	const ids = [];
	for (const at of [2, 1, 3]) {
		const banquetId = await ledger.banquet('sanxingGroup1', '2026-02-01', 'held', 'school');
		const id = town.ctx.newId();
		await town.ctx.db.insert(householdAnswers).values({ id, banquetId, textSealed: 'v1.x', at });
		ids.push({ id, banquetId });
	}
	await town.ctx.db.insert(answerReplies).values({ answerId: ids[2]!.id, textSealed: 'v1.x', at: 4, byId: null });
	const { unanswered, answers } = await read('liu');
	expect(unanswered).toBe(2);
	expect(answers.map(({ banquetId }) => banquetId)).toEqual([ids[1]!.banquetId, ids[0]!.banquetId]);
	expect(answers[0]).toMatchObject({ occasion: 'school', unitName: '三星村一组' });
});

it('events of the next two weeks are listed, those over but not completed counted, cancelled ones left out', async () => {
	const first = await ledger.event('performance', 'sanxing', '2026-03-05', { completed: false });
	const last = await ledger.event('performance', 'sanxing', '2026-03-16', { completed: false });
	await ledger.event('performance', 'sanxing', '2026-03-17', { completed: false });
	await ledger.event('performance', 'sanxing', '2026-02-20', { completed: false });
	await ledger.event('performance', 'sanxing', '2026-02-21');
	const cancelled = await ledger.event('performance', 'sanxing', '2026-03-06', { completed: false });
	await town.ctx.db.insert(eventCancellations).values({ eventId: cancelled.id, reason: '下雨', at: 1 });
	const { coming, unfinished } = await read('liu');
	expect(coming.map(({ id }) => id)).toEqual([first.id, last.id]);
	expect(unfinished).toBe(1);
	expect((await read('he')).coming).toEqual([]);
});
