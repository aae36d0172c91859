import { expect, test } from 'vitest';
import { erasureDueBefore } from '../../../src/lib/domain/people/retention';

test('data is due so many whole days after the end', () => {
	const end = Date.UTC(2026, 3, 1, 3);
	const now = Date.UTC(2026, 4, 1, 3);
	expect(end < erasureDueBefore(now, 30), 'to the moment: not yet').toBe(false);
	expect(end < erasureDueBefore(now + 1, 30)).toBe(true);
});
