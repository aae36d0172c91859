import { describe, expect, test } from 'vitest';
import { findPledge } from '../../../src/lib/server/db/pledges/pledges';
import { signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { household, issue, town, newId, freshTown } from './pledge-town';

freshTown();

describe('withdrawing', () => {
	test('is dated, needs no reason, and the same phone may sign again', async () => {
		const textId = await issue();
		const command = household(textId);
		await signPledge(town.visitor, command);
		town.clock.setDate('2026-04-01');
		expect(await withdrawPledge(town.visitor, { id: newId(), pledgeId: command.id })).toEqual({ ok: true });
		expect((await findPledge(town.ctx.db, command.id))?.withdrawnOn).toBe('2026-04-01');
		expect(await signPledge(town.visitor, household(textId))).toMatchObject({ ok: true });
	});

	test('twice is one withdrawal, at once or later', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const withdraw = () => withdrawPledge(town.visitor, { id: newId(), pledgeId: command.id });
		const answers = await Promise.all([withdraw(), withdraw(), withdraw()]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
		expect(answers).toContainEqual({ ok: false, refusal: 'pledge-withdrawn' });
		town.clock.setDate('2026-05-01');
		await withdraw();
		expect((await findPledge(town.ctx.db, command.id))?.withdrawnOn).toBe('2026-03-02');
	});

	test('a cadre withdraws for a household of the own village, not of another', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const act = { id: newId(), pledgeId: command.id };
		expect(await withdrawPledge(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawPledge(town.as('liu'), act)).toEqual({ ok: true });
	});

	test('of an unknown pledge is refused', async () => {
		const refusal = { ok: false, refusal: 'pledge-unknown' };
		expect(await withdrawPledge(town.visitor, { id: newId(), pledgeId: newId() })).toEqual(refusal);
	});
});
