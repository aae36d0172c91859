import { expect, it } from 'vitest';
import { readOverview } from '../../src/lib/server/db/desk/overview';
import { issuePledgeText } from '../../src/lib/server/pledges/pledge-texts';
import { setHouseholds } from '../../src/lib/server/units/households';
import { declareLedgers } from '../../src/lib/server/units/ledger-starts';
import { freshTown, town } from './fresh-town';

freshTown();

it('a town is asked to set up what is missing, until a person has set the ledgers and a village has its households', async () => {
	const { db, newId: id } = town.ctx;
	const [now, today] = [town.ctx.now(), town.ctx.today()];
	const steps = async () =>
		(await readOverview(db, { scope: town.units.town, accountId: '', today, now, until: now })).firstSteps;
	await db.$client.execute("insert into ledger_starts values ('banquets', 1, '2026-03-01', 1, null)");
	await db.$client.execute('delete from household_counts');
	const rest = { villages: true, accounts: true, pledgeText: false };
	expect(await steps(), 'the software lets ledgers begin').toEqual({
		...{ ...rest, starts: false, households: false }
	});
	const starts = [{ ledger: 'banquets', fromOn: '2024-01-01' }] as const;
	expect(await declareLedgers(town.as('zhou'), { id: id(), starts })).toEqual({ ok: true });
	expect(await steps()).toEqual({ ...rest, starts: true, households: false });
	const counted = { id: id(), unitId: town.units.sanxing, fromOn: '2024-01-01', households: 300 };
	expect(await setHouseholds(town.as('zhou'), counted)).toEqual({ ok: true });
	expect(await steps()).toEqual({ ...rest, starts: true, households: true });
	const text = { id: id(), audience: 'household', title: '承诺书', body: '从简。', effectiveOn: today } as const;
	expect(await issuePledgeText(town.as('zhou'), text)).toMatchObject({ ok: true });
	expect(await steps()).toBeNull();
});
