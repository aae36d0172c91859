import { describe, expect, test } from 'vitest';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { sumCoverage } from '../../../src/lib/domain/figures/coverage';
import { readReports } from '../../../src/lib/server/figures/coverage';
import { banquets, freshTown, id, ledger, town } from '../releases/release-town';
import { merge } from './backdated-town';
import { splitUp } from './split-town';

freshTown();

/** What the sums say, and the same worked out from every month of every village. */
async function bothSums(places?: number[]) {
	const asked = { unitId: town.units.town, year: 2026, today: '2026-03-02' };
	const { sumOf, coverageOf } = await readReports(town.ctx.db, asked);
	const ofRows = checkableKinds.map((kind) => {
		const rows = coverageOf(kind).rows.map(({ months }) => ({
			months: months.filter((_, at) => places?.includes(at) ?? true)
		}));
		return [kind, sumCoverage(rows)];
	});
	return { sums: checkableKinds.map((kind) => [kind, sumOf(kind, places)]), ofRows };
}

describe('the sum of a ledger says what the months of all villages come to', () => {
	test('with records, checked zeros of a village and of the town, and entries that wait', async () => {
		await banquets('sanxing', '2026-01', 2);
		await ledger.reportMonth('zhongba', '2026-01');
		await ledger.banquet('qiaotou', '2026-01-20', null);
		await ledger.activity('complaint', 'hesha', '2026-03-01');
		await ledger.activity('checked-zero', 'town', '2026-02-28', { zeroMonth: '2026-02', zeroKind: 'banquet' });
		const { sums, ofRows } = await bothSums();
		expect(sums).toEqual(ofRows);
		expect(new Map(sums as [string, object][]).get('banquet')).toEqual({
			...{ villages: 4, complete: 2, months: 2, missing: 2 }
		});
		const february = await bothSums([1]);
		expect(february.sums).toEqual(february.ofRows);
	});

	test('where villages merged', async () => {
		await banquets('qiaotou', '2026-01', 1);
		await ledger.reportMonth('sanxing', '2026-01');
		await merge({ id: id() });
		const merged = await bothSums();
		expect(merged.sums).toEqual(merged.ofRows);
	});

	test('where a village was split', async () => {
		await ledger.reportMonth('sanxing', '2026-01');
		await splitUp();
		const split = await bothSums();
		expect(split.sums).toEqual(split.ofRows);
	});
});
