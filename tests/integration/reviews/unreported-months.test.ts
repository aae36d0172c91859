import { describe, expect, it } from 'vitest';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { listUnreported } from '../../../src/lib/server/reviews/unreported-months';
import { definitions, freshTown, id, ledger, period, town } from './closing-town';

freshTown();

const close = (span: string, isDespiteAwaited: boolean) =>
	closePeriod(town.as('zhou'), {
		...{ id: id(), snapshotId: id(), unitId: town.units.town, span, definitions, isDespiteAwaited }
	});
const unreported = async (of = period) =>
	(await listUnreported(town.as('zhou'), { unitId: town.units.town, period: of })).map(
		({ ledger, villages, complete, missing }) => ({ ledger, villages, complete, missing })
	);

describe('a closing of which villages owe months', () => {
	it('asks first, and says of which ledger how many villages and months', async () => {
		await ledger.declareStart('2024-01-01', ['banquets', 'activities']);
		await ledger.reportMonth('sanxing', '2024-01');
		expect(await close('2024-01', false)).toEqual({ ok: false, refusal: 'months-unreported' });
		const january = { fromOn: '2024-01-01', toOn: '2024-01-31' };
		expect(await unreported(january)).toContainEqual({ ledger: 'banquet', villages: 4, complete: 1, missing: 3 });
		expect(await close('2024-01', true)).toEqual({ ok: true });
	});

	it('asks nothing where all months are reported; one complaint or zero of the town is of all villages', async () => {
		await ledger.declareStart('2024-01-01', ['banquets', 'activities']);
		await ledger.reportRest(2024);
		expect((await unreported()).map(({ ledger }) => ledger)).toEqual(['complaint']);
		for (let month = 1; month <= 12; month++)
			if (month !== 5) await ledger.reportMonth('town', `2024-${String(month).padStart(2, '0')}`);
		await ledger.activity('complaint', 'hesha', '2024-05-03');
		expect(await unreported()).toEqual([]);
		expect(await close('2024', false)).toEqual({ ok: true });
	});

	it('asks nothing of months before the ledgers begin', async () => {
		await ledger.declareStart('2024-07-01', ['banquets', 'activities']);
		const half = { fromOn: '2024-01-01', toOn: '2024-06-30' };
		expect(await unreported(half)).toEqual([]);
		expect((await unreported()).find(({ ledger }) => ledger === 'banquet')).toMatchObject({ missing: 24 });
	});
});
