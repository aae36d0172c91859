import { describe, expect, test } from 'vitest';
import { pledgeRenewals } from '../../../src/lib/server/db/schema/pledges/pledges';
import { countPledges, listPledges } from '../../../src/lib/server/db/pledges/pledges';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { listPledgeTexts } from '../../../src/lib/server/db/pledges/pledge-texts';
import { findNewerText } from '../../../src/lib/server/pledges/pledge-renewal';
import { renewPledge } from '../../../src/lib/server/pledges/renewals';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { second, town, newId, signed, issue, first, freshTown, renew, stateOf } from './renewed-pledges';

freshTown();

describe('renewing', () => {
	test('is a record of its own with its day; the first signature stays as it was', async () => {
		const pledgeId = await signed();
		expect(await renew(pledgeId)).toEqual({ ok: true });
		const found = await stateOf(pledgeId);
		expect(found).toMatchObject({ text: { id: second, number: 2 }, renewedOn: '2026-03-02' });
		expect(found.pledge).toMatchObject({ textId: first, signedOn: '2024-05-20' });
		expect(await findNewerText(town.ctx, found)).toBeNull();
	});

	test('moves the pledge to the new version in lists and counts', async () => {
		const pledgeId = await signed();
		await signed('2024-06-01', 2);
		await renew(pledgeId);
		const { rows } = await listPledges(town.ctx.db, town.units.sanxing);
		expect(rows.map(({ number }) => number).sort()).toEqual([1, 2]);
		const older = { olderOn: '2026-03-02' };
		expect(await countPledges(town.ctx.db, town.units.sanxing, older)).toBe(1);
		expect(await countPledges(town.ctx.db, town.units.sanxing, { olderOn: '2026-01-31' }), 'before it came').toBe(1);
		const inForce = (await listPledgeTexts(town.ctx.db)).map(({ number, inForce }) => [number, inForce]);
		expect(inForce).toEqual([
			[2, 1],
			[1, 1]
		]);
		const coverage = await listCoverage(town.ctx.db, town.units.sanxing, '2026-03-02');
		expect(coverage[0]).toMatchObject({ pledged: 2, onCurrent: 1 });
		const before = await listCoverage(town.ctx.db, town.units.sanxing, '2026-01-31');
		expect(before[0]).toMatchObject({ pledged: 2, onCurrent: 2 });
	});

	test('twice is one renewal, at once or later', async () => {
		const pledgeId = await signed();
		const [a, b] = await Promise.all([renew(pledgeId), renew(pledgeId)]);
		expect([a.ok, b.ok]).toContain(true);
		expect(await renew(pledgeId)).toEqual({ ok: true });
		expect(await town.ctx.db.select().from(pledgeRenewals)).toHaveLength(1);
	});

	test('is only to the text in force: not to the older one, not to one that is still to come', async () => {
		const coming = await issue('2027-01-01');
		const pledgeId = await signed();
		expect(await renew(pledgeId, coming)).toEqual({ ok: false, refusal: 'pledge-text-replaced' });
		await renew(pledgeId);
		expect(await renew(pledgeId, first)).toEqual({ ok: false, refusal: 'pledge-text-replaced' });
	});

	test('never goes back, nor revives what was withdrawn, for every writer to the table', async () => {
		const [pledgeId, gone] = [await signed(), await signed('2024-05-20', 2)];
		await renew(pledgeId);
		await withdrawPledge(town.visitor, { id: newId(), pledgeId: gone });
		expect(await renew(gone)).toEqual({ ok: false, refusal: 'pledge-withdrawn' });
		const row = (textId: string, of = pledgeId) => ({
			id: newId(),
			pledgeId: of,
			textId,
			renewedOn: '2026-03-02',
			at: 0,
			byId: null
		});
		const writing = (values: ReturnType<typeof row>) => town.ctx.db.insert(pledgeRenewals).values(values);
		await expect(writing(row(first))).rejects.toThrow();
		await expect(writing(row(second, gone))).rejects.toThrow();
		const other = await issue('2026-02-01', 'party-member');
		await expect(writing(row(other))).rejects.toThrow();
	});

	test('on paper carries the day on the paper: not ahead, not before the text', async () => {
		const pledgeId = await signed();
		const onPaper = (renewedOn: string) =>
			renewPledge(town.as('liu'), { id: newId(), pledgeId, textId: second, renewedOn });
		expect(await onPaper('2026-03-03')).toEqual({ ok: false, refusal: 'date-in-future' });
		expect(await onPaper('2026-01-31')).toEqual({ ok: false, refusal: 'pledge-text-not-yet' });
		expect(await onPaper('2026-02-15')).toEqual({ ok: true });
		expect((await stateOf(pledgeId)).renewedOn).toBe('2026-02-15');
	});

	test('is recorded by staff of the village, not of another, nor by a volunteer', async () => {
		const pledgeId = await signed();
		const act = () => ({ id: newId(), pledgeId, textId: second });
		for (const name of ['he', 'tang', 'mei'] as const)
			expect(await renewPledge(town.as(name), act())).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await renewPledge(town.as('liu'), act())).toEqual({ ok: true });
		expect(await renewPledge(town.as('liu'), { ...act(), pledgeId: newId() })).toEqual({
			ok: false,
			refusal: 'pledge-unknown'
		});
	});
});
