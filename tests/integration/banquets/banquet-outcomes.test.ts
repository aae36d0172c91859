import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { describe, expect, test } from 'vitest';
import { correctOutcome } from '../../../src/lib/server/banquets/outcome-corrections';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { declare, town, ended, get, freshTown } from './banquet-town';

freshTown();

describe('the outcome of a banquet', () => {
	test('is recorded once', async () => {
		const id = await declare();
		expect(await recordOutcome(town.as('liu'), ended(id))).toMatchObject({ ok: true });
		const again = await recordOutcome(town.as('liu'), ended(id, { outcome: 'cancelled', tablesHeld: 0 }));
		expect(again).toEqual({ ok: false, refusal: 'outcome-already-recorded' });
		expect((await get(id)).outcome).toMatchObject({ outcome: 'held', tablesHeld: 28, byId: town.accounts.liu.id });
	});

	test('is not recorded before its day', async () => {
		const answer = await recordOutcome(town.as('liu'), ended(await declare(), { endedOn: '2026-03-03' }));
		expect(answer).toEqual({ ok: false, refusal: 'date-in-future' });
	});

	test('names tables when it was held, and fewer than planned when it was reduced', async () => {
		const id = await declare();
		const none = await recordOutcome(town.as('liu'), ended(id, { tablesHeld: 0 }));
		expect(none).toEqual({ ok: false, refusal: 'tables-held-missing' });
		const same = await recordOutcome(town.as('liu'), ended(id, { outcome: 'reduced', tablesHeld: 30 }));
		expect(same).toEqual({ ok: false, refusal: 'tables-not-reduced' });
		expect((await get(id)).outcome).toBeNull();
	});

	test('is for the staff of the village, and for a banquet that exists', async () => {
		const id = await declare();
		expect(await recordOutcome(town.as('he'), ended(id))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await recordOutcome(town.as('liu'), ended(town.ctx.newId()))).toEqual({
			ok: false,
			refusal: 'banquet-unknown'
		});
	});

	test('can be put right, and the audit entry keeps the old one', async () => {
		const id = await declare();
		const early = await correctOutcome(town.as('liu'), { ...ended(id), reason: '写错了' });
		expect(early).toEqual({ ok: false, refusal: 'outcome-not-recorded' });
		await recordOutcome(town.as('liu'), ended(id));
		await correctOutcome(town.as('zhou'), { ...ended(id, { outcome: 'reduced', tablesHeld: 12 }), reason: '写错了' });
		expect((await get(id)).outcome).toMatchObject({ outcome: 'reduced', tablesHeld: 12, byId: town.accounts.liu.id });
		const correction = (await listActsOn(town.ctx.db, { type: 'banquet', id: id })).at(-1)!;
		expect(correction).toMatchObject({ verb: 'correctOutcome', accountId: town.accounts.zhou.id });
		expect(JSON.parse(correction.detail!)).toEqual({
			before: { outcome: 'held', endedOn: '2026-03-02', tablesHeld: 28 },
			after: { outcome: 'reduced', endedOn: '2026-03-02', tablesHeld: 12 }
		});
	});
});
