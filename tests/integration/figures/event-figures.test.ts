import { describe, expect, it } from 'vitest';
import { eventCompletions } from '../../../src/lib/server/db/schema/events/events';
import { town, read, ledger, times, freshTown } from './figure-ledger';

freshTown();

describe('readFigures', () => {
	it('counts completed events by kind and topic', async () => {
		await ledger.event('lecture', 'sanxing', '2024-04-01', { topic: 'health' });
		await ledger.event('lecture', 'sanxing', '2024-04-02', { topic: 'micro-talk' });
		await ledger.event('lecture', 'sanxing', '2024-04-03', { topic: 'health', cancelled: true });
		await ledger.event('birthday-banquet', 'hesha', '2024-04-03');
		expect(await read('health-lectures')).toMatchObject({ value: 1 });
		expect(await read('micro-talks')).toMatchObject({ value: 1 });
		expect(await read('birthday-banquets')).toMatchObject({ value: 1 });
		expect(await read('arts-performances')).toMatchObject({ value: 0 });
	});

	it("puts an event into the year of the town's own midnight", async () => {
		await ledger.declareStart('2023-01-01');
		await ledger.event('performance', 'town', '2024-01-01', { time: '00:00' });
		await ledger.event('performance', 'town', '2024-12-31', { time: '23:00' });
		await ledger.event('performance', 'town', '2023-12-31', { time: '23:59' });
		expect(await read('arts-performances')).toMatchObject({ value: 2, previous: 1 });
	});

	it('counts blood drives and disability check-ups together', async () => {
		await ledger.event('blood-drive', 'town', '2024-04-01');
		await times(2, () => ledger.activity('disability-check-up', 'town', '2024-04-01'));
		expect(await read('blood-and-checkups')).toMatchObject({ value: 3 });
	});

	it('adds up who came to completed lectures of every topic', async () => {
		await ledger.event('lecture', 'sanxing', '2024-04-01', { topic: 'health' });
		await ledger.event('lecture', 'hesha', '2024-04-02', { topic: 'ideological' });
		await ledger.event('lecture', 'hesha', '2024-04-03', { topic: 'health', cancelled: true });
		await ledger.event('performance', 'hesha', '2024-04-03');
		expect(await read('lecture-attendance')).toMatchObject({ value: 40, previous: null });
	});

	it('counts donations of completed drives by their results, and by the completion where there are none', async () => {
		const byResults = await ledger.event('blood-drive', 'town', '2024-04-01');
		await ledger.donation(byResults.id, true);
		await ledger.donation(byResults.id, false);
		const { db } = town.ctx;
		const { id } = await ledger.event('blood-drive', 'hesha', '2024-05-01', { completed: false });
		await db
			.insert(eventCompletions)
			.values({ eventId: id, attended: 20, donors: 8, millilitres: 2400, at: town.ctx.now() });
		await ledger.event('blood-drive', 'town', '2024-06-01', { cancelled: true });
		expect(await read('blood-donations')).toMatchObject({ value: 10 });
		expect(await read('blood-millilitres')).toMatchObject({ value: 3200 });
		expect(await read('first-time-donors')).toMatchObject({ value: 1 });
		expect(await read('repeat-donors')).toMatchObject({ value: 1 });
		expect(await read('blood-donations', { unit: 'hesha' })).toMatchObject({ value: 8 });
	});
});
