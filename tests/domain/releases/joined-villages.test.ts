import { describe, expect, it } from 'vitest';
import { joinMerged } from '../../../src/lib/domain/releases/joined-villages';
import type { Merger } from '../../../src/lib/domain/releases/published';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';

const village = (key: string) => ({ id: key, name: key, nameEn: null });
const merger = (from: string, into: string, onDate = '2026-02-01'): Merger => ({
	...{ ...village(from), onDate, into: village(into) }
});
const half = (key: string, values: readonly [number | null, number | null]): ReleasedCell[] => [
	{ key, name: key, fromOn: '2025-01-01', toOn: '2025-06-30', value: values[0], shown: shownOf(values[0]) },
	{ key, name: key, fromOn: '2025-07-01', toOn: '2025-12-31', value: values[1], shown: shownOf(values[1]) }
];
const shownOf = (value: number | null) => (value === null ? 'few' : 'exact');
const joined = (cells: ReleasedCell[], mergers: Merger[]) => {
	const table: Release = {
		...{ figure: 'banquets-held', kind: 'villages', year: 2025, fromOn: '2025-01-01', toOn: '2025-12-31' },
		cells
	};
	return joinMerged(table, mergers).cells.map(({ key, value, fromOn = '' }) => `${key} ${fromOn.slice(5, 7)} ${value}`);
};

describe('villages that merged, in a table of before', () => {
	it('are one, block by block', () => {
		expect(
			joined([...half('a', [3, 4]), ...half('b', [5, 6]), ...half('c', [7, 8])], [merger('a', 'm'), merger('b', 'm')])
		).toEqual(['c 01 7', 'c 07 8', 'm 01 8', 'm 07 10']);
	});

	it('stay apart where a number of one of them is withheld, or one of them is not in the table', () => {
		const both = [merger('a', 'm'), merger('b', 'm')];
		expect(joined([...half('a', [3, 4]), ...half('b', [5, null])], both)).toEqual([
			...['a 01 3', 'a 07 4'],
			...['b 01 5', 'b 07 null']
		]);
		expect(joined(half('a', [3, 4]), both)).toEqual(['a 01 3', 'a 07 4']);
	});

	it('are one after two mergers in turn', () => {
		const mergers = [
			merger('m', 'n', '2026-05-01'),
			merger('c', 'n', '2026-05-01'),
			merger('a', 'm'),
			merger('b', 'm')
		];
		expect(joined([...half('a', [3, 4]), ...half('b', [5, 6]), ...half('c', [7, 8])], mergers)).toEqual([
			'n 01 15',
			'n 07 18'
		]);
	});

	it('are one after two mergers that are listed in turn', () => {
		const mergers = [merger('a', 'm'), merger('b', 'm'), merger('m', 'n', '2026-05-01')];
		expect(joined([...half('a', [3, 4]), ...half('b', [5, 6])], mergers)).toEqual(['n 01 8', 'n 07 10']);
	});

	it('are the one that a single village went into', () => {
		expect(joined([...half('a', [3, 4]), ...half('c', [7, 8])], [merger('a', 'm')])).toEqual([
			...['c 01 7', 'c 07 8'],
			...['m 01 3', 'm 07 4']
		]);
	});

	it('stay apart where the third of them is not in the table', () => {
		const three = ['a', 'b', 'd'].map((key) => merger(key, 'm'));
		expect(joined([...half('a', [3, 4]), ...half('b', [5, 6])], three)).toEqual([
			...['a 01 3', 'a 07 4'],
			...['b 01 5', 'b 07 6']
		]);
	});

	it('stay apart where a number is missing, or is not to be read, however that is written', () => {
		const both = [merger('a', 'm'), merger('b', 'm')];
		const joinedWith = (cell: Pick<ReleasedCell, 'value' | 'shown'>) =>
			joined(
				[
					{ key: 'a', value: 7 },
					{ key: 'b', ...cell }
				],
				both
			);
		expect(joinedWith({ value: 5 })).toEqual(['m  12']);
		expect(joinedWith({ value: null })).toEqual(['a  7', 'b  null']);
		expect(joinedWith({ value: 2, shown: 'few' })).toEqual(['a  7', 'b  2']);
	});
});
