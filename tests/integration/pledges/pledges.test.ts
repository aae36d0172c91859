import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { countPledges, findPledge } from '../../../src/lib/server/db/pledges/pledges';
import { recordPaperPledge, signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { household, issue, town, newId, paper, freshTown } from './pledge-town';

freshTown();

describe('signing', () => {
	test('a villager signs without an account and gets six digits', async () => {
		const command = household(await issue());
		const result = await signPledge(town.visitor, command);
		expect(result).toMatchObject({ ok: true, code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/) });
		const found = await findPledge(town.ctx.db, command.id);
		expect(found?.pledge).toMatchObject({ signedOn: '2026-03-02', isOnPaper: false, isWithdrawn: false, byId: null });
		expect(found?.text.number).toBe(1);
	});

	test('name and phone lie sealed in the table and nowhere in the audit trail', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const found = await findPledge(town.ctx.db, command.id);
		const audit = JSON.stringify(await town.ctx.db.select().from(auditEntries));
		for (const text of [JSON.stringify(found), audit]) {
			expect(text).not.toContain(command.name);
			expect(text).not.toContain(command.phone);
		}
		expect(town.ctx.keys.open(found!.pledge.nameSealed, 'pledges.name', command.id)).toBe(command.name);
		expect(town.ctx.keys.open(found!.pledge.phoneSealed, 'pledges.phone', command.id)).toBe(command.phone);
	});

	test('the same submission twice lands once and answers with the same code', async () => {
		const command = household(await issue());
		const [first, second] = await Promise.all([signPledge(town.visitor, command), signPledge(town.visitor, command)]);
		expect(second).toEqual(first);
		expect(await signPledge(town.visitor, command)).toEqual(first);
		expect(await countPledges(town.ctx.db, town.units.town)).toBe(1);
	});

	test('another household’s id gives no code away', async () => {
		const command = household(await issue());
		await signPledge(town.visitor, command);
		const curious = { ...household(command.textId, 2), id: command.id };
		expect(await signPledge(town.visitor, curious)).toEqual({ ok: false, refusal: 'form-stale' });
	});

	test('the same phone cannot have two pledges of one audience in force, but one of each', async () => {
		const textId = await issue();
		const forMembers = await issue('2026-01-01', 'party-member');
		await signPledge(town.visitor, household(textId));
		expect(await signPledge(town.visitor, household(textId))).toEqual({ ok: false, refusal: 'already-pledged' });
		expect(await signPledge(town.visitor, household(forMembers))).toMatchObject({ ok: true });
	});

	test('a text that was replaced since the page was opened is refused', async () => {
		const old = await issue('2026-01-01');
		await issue('2026-03-01');
		expect(await signPledge(town.visitor, household(old))).toEqual({ ok: false, refusal: 'pledge-text-replaced' });
	});

	test('an unknown text and a unit that is no village are refused', async () => {
		const textId = await issue();
		expect(await signPledge(town.visitor, household(newId()))).toEqual({ ok: false, refusal: 'pledge-text-unknown' });
		for (const unit of ['town', 'sanxingGroup1'] as const) {
			const refusal = { ok: false, refusal: 'village-unknown' };
			expect(await signPledge(town.visitor, household(textId, 1, unit))).toEqual(refusal);
		}
	});
});

describe('a pledge on paper', () => {
	test('keeps the day on the paper and who recorded it', async () => {
		const command = paper(await issue('2024-01-01'), '2024-05-20');
		expect(await recordPaperPledge(town.as('liu'), command)).toMatchObject({ ok: true });
		const found = await findPledge(town.ctx.db, command.id);
		expect(found?.pledge).toMatchObject({ signedOn: '2024-05-20', isOnPaper: true, byId: town.accounts.liu.id });
	});

	test('is recorded by staff of the village alone', async () => {
		const command = paper(await issue('2024-01-01'), '2024-05-20');
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			expect(await recordPaperPledge(ctx, command)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect(await recordPaperPledge(town.as('zhou'), command)).toMatchObject({ ok: true });
	});

	test('cannot be dated ahead, nor before its text was in force', async () => {
		const textId = await issue('2024-01-01');
		expect(await recordPaperPledge(town.as('liu'), paper(textId, '2026-03-03'))).toEqual({
			ok: false,
			refusal: 'date-in-future'
		});
		expect(await recordPaperPledge(town.as('liu'), paper(textId, '2023-12-31'))).toEqual({
			ok: false,
			refusal: 'pledge-text-not-yet'
		});
	});

	test('may still be recorded for an older version than the one in force', async () => {
		const old = await issue('2024-01-01');
		await issue('2026-01-01');
		expect(await recordPaperPledge(town.as('liu'), paper(old, '2024-05-20'))).toMatchObject({ ok: true });
	});
});

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
		expect(await Promise.all([withdraw(), withdraw(), withdraw()])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
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
