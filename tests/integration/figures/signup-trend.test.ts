import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { signups, signupWithdrawals } from '../../../src/lib/server/db/schema/signups/signups';
import { signupsByMonth } from '../../../src/lib/server/figures/signup-trend';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { town, ledger, query, freshTown } from './trend-ledger';

freshTown();

describe('sign-ups by month', () => {
	async function signUp(slotId: string, on: string, partySize: number, withdrawn = false) {
		const id = town.ctx.newId();
		const at = instantOf(on, '00:30');
		const rows = await town.ctx.db.select({ seq: signups.seq }).from(signups);
		await town.ctx.db.insert(signups).values({
			id,
			slotId,
			partySize,
			at,
			seq: rows.length + 1,
			rank: rows.length + 1,
			status: 'confirmed',
			granted: partySize,
			nameSealed: 'v1.x',
			phoneSealed: 'v1.x',
			phoneIndex: id,
			code: '000000'
		});
		if (withdrawn) await town.ctx.db.insert(signupWithdrawals).values({ signupId: id, at: at + 1 });
	}

	it('add up the people of every party that did not withdraw, in the month of the town in which they signed up', async () => {
		await ledger.declareStart('2023-01-01');
		const { slotId } = await ledger.event('lecture', 'sanxing', '2024-06-01', { topic: 'health', completed: false });
		await signUp(slotId, '2024-03-01', 3);
		await signUp(slotId, '2024-03-31', 2);
		await signUp(slotId, '2024-03-15', 6, true);
		await signUp(slotId, '2024-04-01', 4);
		const { cells, total } = await readPart(town.ctx.db, query(), signupsByMonth);
		expect(cells[2]).toMatchObject({ value: 5 });
		expect(cells[3]).toMatchObject({ value: 4 });
		expect(total).toBe(9);
	});
});
