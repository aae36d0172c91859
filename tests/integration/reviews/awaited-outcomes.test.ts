import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { countAwaitedOutcomes } from '../../../src/lib/server/db/banquets/awaited-outcomes';
import { confirmDissuasion } from '../../../src/lib/server/banquets/dissuasion-confirmations';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { definitions, freshTown, id, ledger, town } from './closing-town';

freshTown();

const close = (span: string, isDespiteAwaited: boolean) =>
	closePeriod(town.as('zhou'), {
		...{ id: id(), snapshotId: id(), unitId: town.units.town, span },
		...{ definitions, isDespiteAwaited }
	});

/** The town reports what its villages lack of a month, so that nothing else waits. */
const reportAll = (month: string) => ledger.reportMonth('town', month);

describe('a period with banquets that are past their day and have no outcome', () => {
	it('is closed only after that was confirmed', async () => {
		await ledger.banquet('sanxingGroup1', '2025-02-10', null);
		await ledger.banquet('hesha', '2025-03-10', null);
		await ledger.banquet('hesha', '2025-03-11', 'held');
		const asked = { unitId: town.units.town, period: yearBounds(2025), today: '2026-03-02' };
		expect(await countAwaitedOutcomes(town.ctx.db, asked)).toBe(2);
		expect(await countAwaitedOutcomes(town.ctx.db, { ...asked, unitId: town.units.hesha })).toBe(1);
		expect(await countAwaitedOutcomes(town.ctx.db, { ...asked, today: '2025-03-10' })).toBe(1);
		expect(await close('2025', false)).toEqual({ ok: false, refusal: 'outcomes-awaited' });
		await reportAll('2025-04');
		expect(await close('2025-04', false), 'a month without such banquets').toEqual({ ok: true });
		expect(await close('2025', true)).toEqual({ ok: true });
	});
});

describe('a period with dissuasions that wait for their second person', () => {
	it('is closed only after that was confirmed, or they are', async () => {
		const { id: dissuasionId } = await ledger.dissuasion('sanxingGroup1', '2025-02-10', { confirmed: false });
		await ledger.dissuasion('hesha', '2025-03-10', { confirmed: false, occasion: 'wedding' });
		expect(await close('2025-02', false)).toEqual({ ok: false, refusal: 'outcomes-awaited' });
		await reportAll('2025-03');
		expect(await close('2025-03', false)).toEqual({ ok: true });
		expect(await confirmDissuasion(town.as('zhou'), { id: id(), dissuasionId })).toEqual({ ok: true });
		await reportAll('2025-02');
		expect(await close('2025-02', false)).toEqual({ ok: true });
	});
});
