import { expect, test } from 'vitest';
import { findImpossibleDay } from '../../../src/lib/domain/blood/impossible-day';
import type { DonorAnswers } from '../../../src/lib/domain/blood/donation';
import { donor, on } from './donor';

const find = (over: Partial<DonorAnswers>) => findImpossibleDay({ ...donor, bornOn: '1990-01-05', ...over }, on, 18);
const last = (day: string) => ({ last: { kind: 'whole-blood' as const, on: day } });

test('a donation before the birth or before the 18th birthday cannot be', () => {
	for (const day of ['1989-06-01', '2008-01-04'])
		expect(find(last(day))).toEqual({ of: 'last', fault: 'donated-too-young' });
	expect(find(last('2008-01-05'))).toBeNull();
});

test('no day may be to come, but that of menstruation', () => {
	expect(find({ bornOn: '2026-04-02' })).toEqual({ of: 'birth', fault: 'date-in-future' });
	expect(find(last('2026-04-02'))).toEqual({ of: 'last', fault: 'date-in-future' });
	expect(find({ deferrals: [{ id: 'cold', on: '2026-04-02' }] })).toEqual({ of: 'cold', fault: 'date-in-future' });
	expect(find({ deferrals: [{ id: 'menstruation', on: '2026-04-02' }] })).toBeNull();
});

test('today is not to come, and on the day of birth one may have been given blood', () => {
	expect(find({ bornOn: on })).toBeNull();
	expect(find(last(on))).toBeNull();
	expect(find({ deferrals: [{ id: 'cold', on }] })).toBeNull();
	expect(find({ deferrals: [{ id: 'transfusion', on: '1990-01-05' }] })).toBeNull();
});

test('nothing happened before the birth', () => {
	const deferrals: DonorAnswers['deferrals'] = [
		{ id: 'pregnancy', on: null },
		{ id: 'tattoo', on: '1990-01-04' }
	];
	expect(find({ deferrals })).toEqual({ of: 'tattoo', fault: 'date-before-birth' });
});

test('the number of platelet donations in a year and the day of the last donation say the same', () => {
	const asked = (
		kind: 'whole-blood' | 'platelets',
		day: string,
		plateletsInYear: number,
		wants = 'platelets' as const
	) => find({ last: { kind, on: day }, plateletsInYear, wants });
	const contradiction = { of: 'platelets', fault: 'platelets-contradict' };
	expect(asked('platelets', '2026-03-01', 0)).toEqual(contradiction);
	expect(asked('platelets', '2025-04-01', 0)).toEqual(contradiction);
	expect(asked('platelets', '2025-03-31', 1)).toEqual(contradiction);
	expect(asked('whole-blood', '2025-03-31', 1)).toEqual(contradiction);
	expect(asked('platelets', '2025-04-01', 1)).toBeNull();
	expect(asked('platelets', '2025-03-31', 0)).toBeNull();
	expect(asked('whole-blood', '2026-03-01', 0)).toBeNull();
	expect(find({ last: { kind: 'platelets', on: '2026-03-01' }, plateletsInYear: 0, wants: 'whole-blood' })).toBeNull();
});
