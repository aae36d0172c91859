import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/lib/domain/people/actor';
import { actAs } from '../../../src/lib/server/context';
import { pledgeTexts } from '../../../src/lib/server/db/schema/pledges/pledges';
import { findPledgeText, findTextInForce, listPledgeTexts } from '../../../src/lib/server/db/pledges/pledge-texts';
import { issuePledgeText } from '../../../src/lib/server/pledges/pledge-texts';
import { recordPaperPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { issue, town, paper, newId, freshTown } from './pledge-town';

freshTown();

describe('issuing a text', () => {
	test('versions are numbered from 1 for each audience on its own', async () => {
		const first = await issue();
		const second = await issue('2026-02-01');
		const forMembers = await issue('2026-01-01', 'party-member');
		const numbers = await Promise.all([first, second, forMembers].map((id) => findPledgeText(town.ctx.db, id)));
		expect(numbers.map((text) => text?.number)).toEqual([1, 2, 1]);
	});

	test('the list of texts says how many pledges of each are in force', async () => {
		const first = await issue();
		const second = await issue('2026-02-01');
		await recordPaperPledge(town.as('zhou'), paper(first, '2026-01-15', 1));
		const gone = paper(first, '2026-01-15', 2);
		await recordPaperPledge(town.as('zhou'), gone);
		await withdrawPledge(town.as('zhou'), { id: newId(), pledgeId: gone.id });
		const inForce = Object.fromEntries((await listPledgeTexts(town.ctx.db)).map((text) => [text.id, text.inForce]));
		expect(inForce).toEqual({ [first]: 1, [second]: 0 });
	});

	test('two at the same moment get two numbers', async () => {
		await Promise.all([issue(), issue(), issue()]);
		const rows = await town.ctx.db.select({ number: pledgeTexts.number }).from(pledgeTexts);
		expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
	});

	test('only an administrator of the root may issue one', async () => {
		const zhou = town.as('zhou').actor as Extract<Actor, { kind: 'account' }>;
		const townCadre = actAs(town.ctx, { ...zhou, role: 'cadre' });
		const villageAdministrator = actAs(town.ctx, { ...zhou, unitId: town.units.sanxing });
		const command = { audience: 'household', title: 'x', body: 'y', effectiveOn: '2026-01-01' } as const;
		for (const ctx of [townCadre, villageAdministrator, town.as('liu'), town.as('mei'), town.visitor]) {
			expect(await issuePledgeText(ctx, { id: newId(), ...command })).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
	});

	test('the text in force is the last one that came into force, not one that is still to come', async () => {
		const old = await issue('2024-01-01');
		const current = await issue('2026-01-01');
		await issue('2027-01-01');
		expect((await findTextInForce(town.ctx.db, 'household', '2025-12-31'))?.id).toBe(old);
		expect((await findTextInForce(town.ctx.db, 'household', '2026-03-02'))?.id).toBe(current);
		expect(await findTextInForce(town.ctx.db, 'household', '2023-12-31')).toBeNull();
	});

	test('an issued text can never be changed by any account', async () => {
		await issue();
		await expect(town.ctx.db.update(pledgeTexts).set({ body: '另一份' })).rejects.toThrow();
	});
});
