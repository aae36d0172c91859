import { describe, expect, it } from 'vitest';
import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { reportingPeriods } from '../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../src/lib/server/figures/figures';
import { isBad } from '../../src/lib/server/reviews/finding';
import { verifyTown } from '../../src/lib/server/reviews/verify';
import { openDemo, published } from '../integration/demo-town';

describe('the demo of any day from 2025 on', () => {
	for (const [today, closed] of [
		['2025-01-01', ['2023-12-31']],
		['2025-01-20', ['2023-12-31', '2024-12-31']],
		['2026-01-05', ['2023-12-31', '2024-12-31', '2025-01-31', '2025-11-30']],
		['2026-11-30', ['2023-12-31', '2024-12-31', '2025-12-31', '2026-01-31', '2026-10-31']],
		['2028-11-30', ['2025-12-31', '2026-12-31', '2027-12-31', '2028-10-31']]
	] as const)
		it(`loads on ${today}, with 2024 as it was published and nothing after that day`, async () => {
			const { ctx, close } = await openDemo(today);
			try {
				const scope = (await ctx.rootUnit())!.id;
				const figures = await readFigures(ctx, { scope, periods: reportingPeriods(2024, today) });
				expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toMatchObject(published);
				expect((await verifyTown(ctx.db)).filter(isBad)).toEqual([]);
				const ends = await ctx.db.$client.execute('select to_on from closings order by at');
				const list = ends.rows.map((row) => String(row.to_on));
				expect(list).toEqual(expect.arrayContaining([...closed]));
				expect(list.at(-1)).toBe(closed.at(-1));
				const { rows } = await ctx.db.$client.execute({
					sql: `select verb from audit_entries where at >= ? and verb not in ('beginDemo', 'finishDemo')`,
					args: [instantOf(addDays(today, 1), '00:00')]
				});
				expect(rows).toEqual([]);
			} finally {
				await close();
			}
		});
});
