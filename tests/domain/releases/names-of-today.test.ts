import { expect, it } from 'vitest';
import { withNamesOfToday } from '../../../src/lib/domain/releases/names-of-today';
import type { Release, ReleasedCell } from '../../../src/lib/domain/releases/release';

const release = (...cells: ReleasedCell[]): Release => ({
	...{ figure: 'banquets-held', kind: 'villages', year: 2024, fromOn: '2024-01-01', toOn: '2024-12-31' },
	cells
});
const hesha = { key: 'h', name: '河沙村', nameEn: 'Hesha', value: 3 };
const today = { h: { name: '沙河村', nameEn: null }, s: { name: '三星村', nameEn: null } };

it('a village that was renamed has the name of then, and that of today beside it', () => {
	const sanxing = { key: 's', name: '三星村', value: 4 };
	const [read] = withNamesOfToday([release(hesha, sanxing, { key: 'gone', name: '老村', value: 5 })], today);
	expect(read!.cells).toEqual([{ ...hesha, nowNamed: today.h }, sanxing, { key: 'gone', name: '老村', value: 5 }]);
});

it('what has no names, such as the town or an occasion, stays as it is', () => {
	const town = release({ key: '', value: 7 }, { key: 'h', value: 2 });
	expect(withNamesOfToday([town], today)[0]).toBe(town);
});
