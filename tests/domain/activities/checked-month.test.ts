import { expect, test } from 'vitest';
import { decideCheckedMonth } from '$lib/domain/activities/checked-month';

const nothing = { count: 0, zero: null, villages: 0, allVillages: 4 };
const zero = { id: 'z', doneOn: '2026-03-02' };

test('a past month without a check is not a zero', () => {
	expect(decideCheckedMonth('2026-02', '2026-03-02', nothing)).toEqual({ state: 'unchecked', villages: 0 });
	expect(decideCheckedMonth('2026-02', '2026-03-02', { ...nothing, villages: 3 })).toMatchObject({
		state: 'unchecked'
	});
});

test('a month is checked by its own zero, or by those of all villages together', () => {
	expect(decideCheckedMonth('2026-02', '2026-03-02', { ...nothing, zero })).toMatchObject({
		state: 'checked',
		id: 'z'
	});
	expect(decideCheckedMonth('2026-02', '2026-03-02', { ...nothing, villages: 4 })).toMatchObject({ state: 'checked' });
	expect(decideCheckedMonth('2026-02', '2026-03-02', { ...nothing, allVillages: 0 })).toMatchObject({
		state: 'unchecked'
	});
});

test('an entry says more than any zero', () => {
	expect(decideCheckedMonth('2026-02', '2026-03-02', { ...nothing, zero, count: 2 })).toEqual({
		state: 'some',
		count: 2
	});
});

test('a month can be checked from its last day on, not before', () => {
	expect(decideCheckedMonth('2026-03', '2026-03-30', nothing)).toEqual({ state: 'running' });
	expect(decideCheckedMonth('2026-03', '2026-03-31', nothing)).toMatchObject({ state: 'unchecked' });
	expect(decideCheckedMonth('2026-03', '2026-02-28', nothing)).toEqual({ state: 'coming' });
});
