import { describe, expect, it } from 'vitest';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { actAs } from '../../../src/lib/server/context';
import { publishedReading } from '../../../src/lib/server/releases/public-figures';
import { askReleaseWithdrawal, confirmReleaseWithdrawal } from '../../../src/lib/server/releases/release-withdrawals';
import { banquets, closeWell, evenYear, freshTown, id, picture, retake, town, yearQuery } from './release-town';

freshTown();

const today = '2026-03-02';
const ask = (over: { id?: string; year?: number } = {}, by: 'zhou' | 'liu' = 'zhou') =>
	askReleaseWithdrawal(town.as(by), {
		...{ id: over.id ?? id(), unitId: town.units.town, figure: 'banquets-held' },
		...{ year: over.year ?? 2024, reason: '整批导错了' }
	});
/** Another administrator of the town. */
const second = () =>
	actAs(town.ctx, {
		kind: 'account',
		accountId: town.accounts.he.id,
		username: 'he',
		role: 'administrator',
		unitId: town.units.town,
		mustChangePassword: false
	});
const reading = async () =>
	publishedReading(getFigure('banquets-held'), { ...(await yearQuery(2024, today)), today }).value;

describe('the withdrawal of a release', () => {
	it('takes two administrators, and all of the figure’s year with it; the next snapshot releases it anew', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		await banquets('sanxing', '2024-04', 3);
		const withdrawalId = id();
		expect(await ask({ id: withdrawalId })).toEqual({ ok: true });
		expect(await ask({ id: withdrawalId }), 'sent twice').toEqual({ ok: true });
		expect(await ask()).toEqual({ ok: false, refusal: 'withdrawal-waits' });
		expect(await reading(), 'nothing changes before it is confirmed').toBe(96);
		const confirm = (ctx = second()) => confirmReleaseWithdrawal(ctx, { id: id(), withdrawalId });
		expect(await confirm(town.as('zhou'))).toEqual({ ok: false, refusal: 'same-person' });
		expect(await confirm(town.as('liu'))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await confirm()).toEqual({ ok: true });
		expect(await confirm(), 'a second time nothing more happens').toEqual({ ok: true });
		expect(await picture(2024)).toEqual([]);
		expect(await reading()).toBeNull();
		expect((await yearQuery(2024, today)).published.isWithdrawn('banquets-held', 2024)).toBe(true);
		await retake(closing);
		expect(await reading()).toBe(99);
		expect((await yearQuery(2024, today)).published.isWithdrawn('banquets-held', 2024)).toBe(false);
	});

	it('is of what is released, by its administrator', async () => {
		expect(await ask()).toEqual({ ok: false, refusal: 'release-unknown' });
		await evenYear(2024);
		await closeWell('2024');
		expect(await ask({}, 'liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await ask({ year: 2023 })).toEqual({ ok: false, refusal: 'release-unknown' });
		expect(await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId: id() })).toMatchObject({
			refusal: 'release-unknown'
		});
	});
});
