import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds } from '../../../src/lib/domain/calendar/reporting-period';
import { blocksOf, classesIn } from '../../../src/lib/domain/releases/published-table';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';

const release = (cells: readonly ReleasedCell[]): Release => ({
	figure: 'banquets-held',
	kind: 'villages',
	year: 2024,
	...yearBounds(2024),
	cells
});
const quarter = quarterBounds.bind(null, 2024);
const village = (key: string, values: readonly number[]) =>
	values.map((value, at) => ({ key, name: `${key}村`, nameEn: null, ...quarter(at + 1), value }));
/** The cells of a closing are listed village by village; here the quarters of one are turned round. */
const byQuarter = release([...village('三星', [15, 12, 11, 6]).toReversed(), ...village('河沙', [12, 4, 10, 12])]);
const read = (...of: Parameters<typeof classesIn>) =>
	classesIn(...of).map(({ key, name, value, shown }) => `${name ?? key}: ${value ?? ''} ${shown}`);

describe('what each village comes to', () => {
	it('is the sum of the blocks that make up a period', () => {
		expect(read(byQuarter, yearBounds(2024))).toEqual(['三星村: 44 exact', '河沙村: 38 exact']);
		expect(read(byQuarter, { fromOn: '2024-04-01', toOn: '2024-09-30' })).toEqual([
			'三星村: 23 exact',
			'河沙村: 14 exact'
		]);
		expect(read(byQuarter, quarter(4))).toEqual(['三星村: 6 exact', '河沙村: 12 exact']);
		expect(classesIn(byQuarter, quarter(1))[0]).toMatchObject({ key: '三星', nameEn: null });
	});

	it('is none of a period that cuts a block, or reaches over the table', () => {
		expect(read(byQuarter, monthBounds(2024, 1))).toEqual([]);
		expect(read(byQuarter, { fromOn: '2024-01-01', toOn: '2024-04-30' })).toEqual([]);
		expect(read(byQuarter, { fromOn: '2023-01-01', toOn: '2024-12-31' })).toEqual([]);
		expect(read(byQuarter, yearBounds(2023))).toEqual([]);
	});

	it('of a year without blocks is the year, with what is withheld', () => {
		const year = release([
			{ key: 'a', value: null, shown: 'few' },
			{ key: 'b', value: 9, shown: 'exact' }
		]);
		expect(read(year, yearBounds(2024))).toEqual(['a:  few', 'b: 9 exact']);
		expect(read(year, quarter(1))).toEqual([]);
	});
});

describe('the blocks of a table', () => {
	it('are its columns, each once, in order', () => {
		expect(blocksOf(byQuarter)).toEqual([1, 2, 3, 4].map(quarter));
		expect(blocksOf(release([{ key: 'a', value: 3 }]))).toEqual([yearBounds(2024)]);
	});
});
