import { expect, test } from 'vitest';
import { outcomes } from '$lib/domain/banquets/banquet';
import { canChangeOwn } from '$lib/domain/banquets/household-act';

const ahead = {
	origin: 'declared',
	outcome: null,
	declaredOn: '2026-03-01',
	plannedOn: '2026-03-22',
	today: '2026-03-02'
} as const;

test.each([
	['while its day lies ahead', {}, true],
	['still on the very day', { today: '2026-03-22' }, true],
	['no more from the day after', { today: '2026-03-23' }, false],
	['that was declared today for a day that has passed', { today: '2026-03-23', declaredOn: '2026-03-23' }, true],
	['not if a cadre found it today', { today: '2026-03-23', declaredOn: '2026-03-23', origin: 'found' }, false]
] as const)('a household changes its own record %s', (_, change, may) => {
	expect(canChangeOwn({ ...ahead, ...change })).toBe(may);
});

test('a household cannot change its own record once an outcome is recorded', () => {
	for (const outcome of outcomes) expect(canChangeOwn({ ...ahead, outcome })).toBe(false);
});
