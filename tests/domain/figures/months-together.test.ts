import { describe, expect, it } from 'vitest';
import { drawFile } from '../../../src/lib/ui/figures/chart-file';
import { festivalsOfMonths, isJoined, monthsText } from '../../../src/lib/ui/figures/chart-cell';
import { monthsLabel } from '../../../src/lib/ui/figures/trend-words';
import { monthsOfRange } from '../../../src/routes/trend-charts';

const cell = (key: string, toKey?: string) =>
	({ key, toKey, value: 7, shown: 'exact', previous: 15, previousShown: 'exact' }) as const;
const quarter = cell('2025-04', '2025-06');

describe('months that are published together', () => {
	it('are worded by the first and the last, a month alone by itself', () => {
		expect([monthsText(quarter), monthsText(cell('2025-04'))]).toEqual(['4–6', '4']);
		expect(monthsLabel(quarter, 'zh-CN')).toBe('4月–6月');
		expect(monthsLabel(quarter, 'en')).toBe('Apr–Jun');
		expect(monthsLabel(cell('2025-04'), 'zh-CN')).toBe('4月');
		expect([isJoined([cell('2025-04')]), isJoined([cell('2025-04'), quarter])]).toEqual([false, true]);
	});

	it('are worded with their years where the range has more than one', () => {
		const label = monthsOfRange({ fromOn: '2024-07-01', toOn: '2025-06-30' });
		expect([label(cell('2024-12', '2025-02')), label(cell('2025-03'))]).toEqual(['24/12–25/2', '25/3']);
	});

	it('have the festivals of each of them, on the page and in the picture', () => {
		const festivals = [
			{ key: '2025-04', name: '清明' },
			{ key: '2025-05', name: '端午' },
			{ key: '2025-07', name: '升学季' }
		];
		expect(festivalsOfMonths(quarter, festivals)).toEqual(['清明', '端午']);
		const words = { title: '办宴', now: '2025年', before: '2024年', source: '', notes: [] };
		const file = drawFile({ kind: 'months', ...words, cells: [{ ...quarter, label: '4月–6月' }], festivals });
		expect(file).toContain('4月–6月');
		expect(file).toContain('端午');
		expect(file).not.toContain('升学季');
	});
});
