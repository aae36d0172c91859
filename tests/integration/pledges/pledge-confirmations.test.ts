import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { actAs } from '../../../src/lib/server/context';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import {
	countUnconfirmedPledges,
	listUnconfirmedPledges
} from '../../../src/lib/server/db/pledges/unconfirmed-pledges';
import { pledgeConfirmations, pledges } from '../../../src/lib/server/db/schema/pledges/pledges';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { confirmPledges } from '../../../src/lib/server/pledges/pledge-confirmations';
import { recordPaperPledge, signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { household, issue, town, newId, freshTown } from './pledge-town';

freshTown();

/** Households in force and signed this year, as every page counts them. */
async function figures() {
	const periods = reportingPeriods(2026, '2026-03-02');
	const starts = await readLedgerStarts(town.ctx.db);
	const only = ['pledges-in-force', 'pledges-signed'] as const;
	const found = await readFigures(town.ctx, { scope: town.units.town, periods, starts, only });
	return found.map(({ value }) => value);
}

async function signOnline(textId: string, nth: number): Promise<string> {
	const command = { ...household(textId), id: newId(), phone: `1380000${1000 + nth}` };
	expect(await signPledge(town.visitor, command)).toMatchObject({ ok: true });
	return command.id;
}

const confirm = (chosen: string[], by: 'liu' | 'he' = 'liu') => confirmPledges(town.as(by), { id: newId(), chosen });

describe('a pledge signed online', () => {
	test('counts nowhere until a cadre confirms it, many with one act', async () => {
		const textId = await issue();
		const ids = [await signOnline(textId, 1), await signOnline(textId, 2), await signOnline(textId, 3)];
		await recordPaperPledge(town.as('liu'), {
			...household(textId),
			id: newId(),
			phone: '13800009999',
			signedOn: '2026-03-01'
		});
		expect(await figures()).toEqual([1, 1]);
		expect(await countUnconfirmedPledges(town.ctx.db, town.units.town)).toBe(3);
		expect(await confirm(ids.slice(0, 2))).toEqual({ ok: true });
		expect(await figures()).toEqual([3, 3]);
		const village = (await listCoverage(town.ctx.db, town.units.town, '2026-03-02')).find(
			({ name }) => name === '三星村'
		);
		expect(village).toMatchObject({ pledged: 3 });
		expect(await countUnconfirmedPledges(town.ctx.db, town.units.town)).toBe(1);
		const [row] = await town.ctx.db.select().from(pledgeConfirmations).where(eq(pledgeConfirmations.pledgeId, ids[0]!));
		expect(row).toEqual({ pledgeId: ids[0], reason: null, at: town.ctx.now(), byId: town.accounts.liu.id });
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('that is withdrawn unconfirmed never counted, and is confirmed no more', async () => {
		const textId = await issue();
		const pledgeId = await signOnline(textId, 1);
		await withdrawPledge(town.visitor, { id: newId(), pledgeId });
		expect(await confirm([pledgeId])).toEqual({ ok: true });
		expect(await countUnconfirmedPledges(town.ctx.db, town.units.town)).toBe(0);
		expect((await town.ctx.db.select().from(pledges))[0]).toMatchObject({ isConfirmed: false });
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('that is withdrawn after it was confirmed counts no longer', async () => {
		const pledgeId = await signOnline(await issue(), 1);
		await confirm([pledgeId]);
		await withdrawPledge(town.visitor, { id: newId(), pledgeId });
		expect(await figures()).toEqual([0, 0]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('is confirmed by staff of its village alone', async () => {
		const pledgeId = await signOnline(await issue(), 1);
		const refused = { ok: false, refusal: 'not-your-unit' };
		expect(await confirm([pledgeId], 'he')).toEqual(refused);
		expect(await confirmPledges(town.as('mei'), { id: newId(), chosen: [pledgeId] })).toEqual(refused);
		const stranger = actAs(town.ctx, { kind: 'visitor' });
		expect(await confirmPledges(stranger, { id: newId(), chosen: [pledgeId] })).toEqual(refused);
		expect((await listUnconfirmedPledges(town.ctx.db, town.units.hesha, { most: 50 })).rows).toEqual([]);
		expect((await listUnconfirmedPledges(town.ctx.db, town.units.sanxing, { most: 50 })).rows).toHaveLength(1);
	});
});
