import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { figures, type FigureSource } from '../../../src/lib/domain/figures/figure';
import { quarterBounds, rangePeriods, reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { listFigureRecords } from '../../../src/lib/server/db/figures/figure-records';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readFiguresOf } from '../../../src/lib/server/figures/figures';
import { freshTown, ledger, town } from './figure-ledger';
import { fillAtRandom } from './random-records';

freshTown();

const today = '2025-02-20';

describe('the records behind a figure', () => {
	// One rich town of 180 records, each kind twenty times: some hundred cells for every figure, and every scope and period reads them anew.
	it('add up to it: every figure, in every scope, of a year, a quarter, a month and an odd range', async () => {
		await fillAtRandom(town, ledger, { seed: 20240615, count: 180 });
		// What waits to be counted would leave its month open.
		await town.ctx.db.run(sql`insert into banquet_removals (banquet_id, reason, at) select id, '重复', 0 from banquets
			where is_removed = 0 and (listed_outcome is null or id in (select banquet_id from dissuasions where is_confirmed = 0))`);
		await ledger.reportRest(2021, 2022, 2023, 2024, 2025);
		let compared = 0;
		const { db } = town.ctx;
		const periods = [
			reportingPeriods(2024, today),
			reportingPeriods(2025, today),
			rangePeriods(quarterBounds(2023, 4), today, 'period-before'),
			rangePeriods(monthBounds(2024, 2), today),
			rangePeriods({ fromOn: '2022-11-17', toOn: '2024-05-09' }, today)
		];
		const scopes = (['town', 'sanxing', 'sanxingGroup1'] as const).map((unit) => town.units[unit]);
		for (const each of periods) {
			const readings = await readFiguresOf(town.ctx, { scopes, periods: each });
			for (const [nth, scope] of scopes.entries()) {
				for (const [at, { id, source }] of figures.entries()) {
					const reading = readings[nth]![at]!;
					for (const which of ['now', 'before'] as const) {
						const value = which === 'now' ? reading.value : reading.previous;
						const { total } = await listFigureRecords(db, scope, source as FigureSource, each[which]);
						// What is not reported is no data, whatever is in the ledger.
						if (value === null) continue;
						compared++;
						expect({ id, scope: nth, ...each[which], value }).toEqual({
							id,
							scope: nth,
							...each[which],
							value: total
						});
					}
				}
			}
		}
		expect(compared).toBeGreaterThan(700);
		expect(await listCountDifferences(db)).toEqual([]);
	}, 60_000);
});
