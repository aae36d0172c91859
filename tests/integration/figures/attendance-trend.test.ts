import { expect, it } from 'vitest';
import { eventCancellations } from '../../../src/lib/server/db/schema/events/events';
import { attendanceByMonth } from '../../../src/lib/server/figures/attendance-trend';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { freshTown, ledger, query, town } from './trend-ledger';

freshTown();

it('people who take part are those who came to completed events, not those who signed up', async () => {
	const off = await ledger.event('lecture', 'sanxing', '2024-03-05', { topic: 'health', completed: false });
	await ledger.guest(off.id, Date.parse('2024-03-05T01:00:00Z'));
	await town.ctx.db.insert(eventCancellations).values({ eventId: off.id, reason: '下雨', at: town.ctx.now() });
	await ledger.event('performance', 'hesha', '2024-03-09');
	await ledger.event('lecture', 'sanxing', '2024-04-02', { topic: 'health' });
	const { cells, total } = await readPart(town.ctx.db, query(), attendanceByMonth);
	expect(cells[2]).toMatchObject({ value: 20 });
	expect(cells[3]).toMatchObject({ value: 20 });
	expect(total).toBe(40);
});

it('who came to a blood drive or a birthday banquet is in no daily number: less the donors, it says who was turned away', async () => {
	await ledger.event('lecture', 'sanxing', '2024-03-05', { topic: 'health' });
	const before = await readPart(town.ctx.db, query(), attendanceByMonth);
	await ledger.event('blood-drive', 'sanxing', '2024-03-09');
	await ledger.event('birthday-banquet', 'hesha', '2024-04-02');
	expect(await readPart(town.ctx.db, query(), attendanceByMonth)).toEqual(before);
});
