import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/lib/server/db/figures/figure-cells';

describe('cellsOf', () => {
	it('cuts a period into whole months and the days at its ends', () => {
		expect(cellsOf({ fromOn: '2024-01-01', toOn: '2024-12-31' })).toEqual({
			months: { from: '2024-01', to: '2024-12' },
			days: []
		});
		expect(cellsOf({ fromOn: '2023-11-17', toOn: '2024-02-09' })).toEqual({
			months: { from: '2023-12', to: '2024-01' },
			days: [
				{ fromOn: '2023-11-17', toOn: '2023-11-30' },
				{ fromOn: '2024-02-01', toOn: '2024-02-09' }
			]
		});
		const short = { fromOn: '2024-01-30', toOn: '2024-02-03' };
		expect(cellsOf(short)).toEqual({ months: null, days: [short] });
	});
});
