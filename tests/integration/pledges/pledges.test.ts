import { describe, expect, test } from 'vitest';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { countPledges, findPledge } from '../../../src/lib/server/db/pledges/pledges';
import { signPledge } from '../../../src/lib/server/pledges/pledges';
import { household, issue, town, newId, freshTown } from './pledge-town';

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
