import { describe, expect, test } from 'vitest';
import { caseStateOn, faultOfDays, isSettledBy, overdueFrom } from '$lib/domain/cases/case';

const days = (dueOn: string | null, settledOn: string | null) => ({ receivedOn: '2024-12-20', dueOn, settledOn });

describe('a case', () => {
	test('is settled in a period by whose last day it was settled, and not in an earlier one', () => {
		expect(isSettledBy(days(null, '2024-12-31'), '2024-12-31')).toBe(true);
		expect(isSettledBy(days(null, '2025-01-01'), '2024-12-31')).toBe(false);
		expect(isSettledBy(days(null, null), '2099-12-31')).toBe(false);
	});

	test.each([
		['open past its due day', days('2024-12-27', null), '2024-12-28'],
		['settled a day late', days('2024-12-27', '2024-12-28'), '2024-12-28'],
		['settled on its due day', days('2024-12-27', '2024-12-27'), null],
		['settled early', days('2024-12-27', '2024-12-21'), null],
		['due by no day', days(null, null), null],
		['due on the last day of a year', days('2024-12-31', null), '2025-01-01']
	])('%s falls overdue on its day', (_, one, from) => expect(overdueFrom(one)).toBe(from));

	test.each([
		[days('2024-12-27', null), '2024-12-27', 'open'],
		[days('2024-12-27', null), '2024-12-28', 'overdue'],
		[days(null, null), '2030-01-01', 'open'],
		[days('2024-12-27', '2024-12-27'), '2024-12-28', 'settled'],
		[days('2024-12-27', '2024-12-30'), '2024-12-29', 'overdue'],
		[days('2024-12-27', '2024-12-30'), '2024-12-30', 'late']
	])('%o on %s is %s', (one, today, state) => expect(caseStateOn(one, today)).toBe(state));
});

describe('the days of a case', () => {
	const today = '2024-12-31';
	test.each([
		['dispute', days(null, null), null],
		['dispute', days('2024-12-20', '2024-12-20'), null],
		['call', days(null, null), { day: 'dueOn', fault: 'case-due-missing' }],
		['incident', days(null, null), { day: 'dueOn', fault: 'case-due-missing' }],
		['incident', days('2025-01-05', '2024-12-31'), null],
		['dispute', days('2024-12-19', null), { day: 'dueOn', fault: 'case-due-before-received' }],
		['dispute', days(null, '2024-12-19'), { day: 'settledOn', fault: 'case-settled-before-received' }],
		['dispute', days(null, '2025-01-01'), { day: 'settledOn', fault: 'date-in-future' }],
		['dispute', { ...days(null, null), receivedOn: '2025-01-01' }, { day: 'receivedOn', fault: 'date-in-future' }]
	] as const)('of a %s: %o', (kind, one, fault) => expect(faultOfDays(kind, one, today)).toEqual(fault));
});
