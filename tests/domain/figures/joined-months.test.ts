import { describe, expect, it } from 'vitest';
import { joinMonths, type LedgerMonth } from '../../../src/lib/domain/figures/coverage';
import { isInPlaceAt } from '../../../src/lib/domain/figures/known';

const reported = (records: number): LedgerMonth => ({ state: 'reported', records });
const checked: LedgerMonth = { state: 'checked', checkedOn: '2026-02-01', id: 'z' };

describe('a month in which several villages reported that are one now', () => {
	it('is reported with the records of all, also where some checked that there were none', () => {
		expect(joinMonths([reported(2), checked, reported(3)])).toEqual(reported(5));
		expect(joinMonths([reported(2)])).toEqual(reported(2));
	});

	it('is checked where each of them checked it', () => {
		expect(joinMonths([checked, { ...checked, id: 'y' }])).toEqual(checked);
	});

	it('is missing, or not over, where one of them is', () => {
		expect(joinMonths([reported(2), { state: 'missing' }])).toEqual({ state: 'missing' });
		expect(joinMonths([checked, { state: 'running' }])).toEqual({ state: 'running' });
	});
});

describe('a unit reports the months at whose end it is in place', () => {
	const unit = { id: 'a', validFromOn: '2025-03-31', validToOn: '2026-01-31' };
	it('from its first day to its last', () => {
		expect(['2025-02', '2025-03', '2026-01', '2026-02'].map((month) => isInPlaceAt(unit, month))).toEqual([
			...[false, true, true, false]
		]);
		expect(isInPlaceAt({ ...unit, validToOn: '2026-01-30' }, '2026-01')).toBe(false);
		expect(isInPlaceAt({ ...unit, validToOn: null }, '2030-01')).toBe(true);
	});
});
