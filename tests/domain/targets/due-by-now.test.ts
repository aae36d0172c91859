import { fc, test as property } from '../../properties';
import { describe, expect, it } from 'vitest';
import { addDays, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { keptPart } from '../../../src/lib/domain/figures/registry';
import { elapsedDays, expectedByNow, readTarget } from '../../../src/lib/domain/targets/target';

describe('what should be done by now', () => {
	it('of work that is kept in a part of the year is the share of that part', () => {
		const kept = (closedFromOn: string | null) => ({ id: 'added-1' as const, fromOn: '2026-11-01', closedFromOn });
		const due = (today: string, closedFromOn: string | null = null, year = 2026) => {
			const source = { from: 'activities', kinds: ['added-1'], counts: 'records', kept: kept(closedFromOn) } as const;
			return expectedByNow({ target: 10, year, today, counted: keptPart({ source }, yearBounds(year)) });
		};
		expect(due('2026-10-31')).toBe(0);
		expect(due('2026-12-01'), '31 of 61 days').toBe(5);
		expect(due('2026-12-31')).toBe(10);
		expect(due('2026-11-10', '2026-11-21'), '10 of 20 days').toBe(5);
		expect(due('2027-12-31', null, 2027)).toBe(10);
	});

	it('is read of an added kind so', () => {
		const kept = { id: 'added-1' as const, fromOn: '2026-11-01', closedFromOn: null };
		const source = { from: 'activities', kinds: ['added-1'], counts: 'records', kept } as const;
		const figure = { id: 'added-1' as const, isGoodWhen: 'up' as const, source };
		const asked = { target: 10, year: 2026, today: '2026-12-01', count: 1, isKnown: true };
		expect(readTarget(figure, asked)).toMatchObject({ expected: 5, behindBy: 4, state: 'behind' });
	});

	it('is the elapsed share of the year, today counted', () => {
		expect(elapsedDays(2026, '2026-01-01')).toEqual({ elapsed: 1, days: 365 });
		expect(elapsedDays(2024, '2024-12-31')).toEqual({ elapsed: 366, days: 366 });
		expect(expectedByNow({ target: 365, year: 2026, today: '2026-03-02' })).toBe(61);
		expect(expectedByNow({ target: 42, year: 2026, today: '2026-03-02' })).toBe(7);
	});

	it('is whole records: one is due when its whole share of the year is over', () => {
		expect(expectedByNow({ target: 1, year: 2026, today: '2026-12-30' })).toBe(0);
		expect(expectedByNow({ target: 1, year: 2026, today: '2026-12-31' })).toBe(1);
		expect(expectedByNow({ target: 12, year: 2026, today: '2026-01-30' })).toBe(0);
		expect(expectedByNow({ target: 12, year: 2026, today: '2026-01-31' })).toBe(1);
	});

	it('is nothing of a year to come, and all of one that is over', () => {
		expect(expectedByNow({ target: 42, year: 2027, today: '2026-12-31' })).toBe(0);
		expect(expectedByNow({ target: 42, year: 2024, today: '2026-03-02' })).toBe(42);
	});

	property.prop([fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 2000, max: 2199 }), fc.nat(364)])(
		'never falls from one day to the next, and ends at the target exactly',
		(target, year, day) => {
			const { fromOn, toOn } = yearBounds(year);
			const at = (today: string) => expectedByNow({ target, year, today });
			const today = addDays(fromOn, day);
			expect(at(addDays(today, 1))).toBeGreaterThanOrEqual(at(today));
			expect(at(today)).toBeLessThanOrEqual(target);
			expect(at(toOn)).toBe(target);
		}
	);

	property.prop([fc.integer({ min: 1, max: 1_000_000 }), fc.nat(364)])(
		'is never more than the share itself, and less than one record short of it',
		(target, day) => {
			const today = addDays('2026-01-01', day);
			const expected = BigInt(expectedByNow({ target, year: 2026, today }));
			const share = BigInt(target) * BigInt(day + 1);
			expect(expected * 365n <= share && share < (expected + 1n) * 365n).toBe(true);
		}
	);
});
