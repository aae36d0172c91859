import { describe, expect, test } from 'vitest';
import { findPledge } from '../../../src/lib/server/db/pledges/pledges';
import { recordPaperPledge } from '../../../src/lib/server/pledges/pledges';
import { issue, town, paper, freshTown } from './pledge-town';

freshTown();

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
