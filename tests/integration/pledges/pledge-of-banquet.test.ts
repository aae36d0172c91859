import { describe, expect, test } from 'vitest';
import { findPledgeInForce } from '../../../src/lib/server/db/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { town, newId, signed, phoneOf, freshTown, renew } from './renewed-pledges';

freshTown();

describe('a banquet’s household', () => {
	test('is known to have a pledge in force, by its telephone; withdrawn, there is none', async () => {
		const index = town.ctx.keys.blindIndex(phoneOf(1));
		expect(await findPledgeInForce(town.ctx.db, index, '2026-03-02')).toBeNull();
		const pledgeId = await signed();
		expect(await findPledgeInForce(town.ctx.db, index, '2026-03-02')).toEqual({
			id: pledgeId,
			signedOn: '2024-05-20',
			number: 1,
			isOlder: true
		});
		await renew(pledgeId);
		expect(await findPledgeInForce(town.ctx.db, index, '2026-03-02')).toMatchObject({ number: 2, isOlder: false });
		await withdrawPledge(town.visitor, { id: newId(), pledgeId });
		expect(await findPledgeInForce(town.ctx.db, index, '2026-03-02')).toBeNull();
	});
});
