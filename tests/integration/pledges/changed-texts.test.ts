import { describe, expect, test } from 'vitest';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { listTextsSoFar } from '../../../src/lib/server/db/pledges/pledge-texts';
import { findNewerText } from '../../../src/lib/server/pledges/pledge-renewal';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { second, town, newId, signed, issue, freshTown, stateOf } from './renewed-pledges';

freshTown();

describe('when the text changes', () => {
	test('a pledge on the older version stays in force, and its household is offered the new one', async () => {
		const pledgeId = await signed();
		const found = await stateOf(pledgeId);
		expect(found).toMatchObject({ text: { number: 1 }, renewedOn: null, withdrawnOn: null });
		expect(await findNewerText(town.ctx, found)).toEqual({ id: second, number: 2, effectiveOn: '2026-02-01' });
		const rows = await listCoverage(town.ctx.db, town.units.sanxing, '2026-03-02');
		expect(rows[0]).toMatchObject({ pledged: 1, onCurrent: 0 });
	});

	test('a pledge on the version in force, and one that was withdrawn, are offered nothing', async () => {
		const current = await signed('2026-02-10', 2, 'sanxing', second);
		expect(await findNewerText(town.ctx, await stateOf(current))).toBeNull();
		const gone = await signed();
		await withdrawPledge(town.visitor, { id: newId(), pledgeId: gone });
		expect(await findNewerText(town.ctx, await stateOf(gone))).toBeNull();
	});

	test('the public may read the versions so far, the latest first, not one that is still to come', async () => {
		await issue('2027-01-01');
		const texts = await listTextsSoFar(town.ctx.db, 'household', '2026-03-02');
		expect(texts.map(({ number }) => number)).toEqual([2, 1]);
	});
});
