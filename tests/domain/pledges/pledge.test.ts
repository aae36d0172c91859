import { expect, test } from 'vitest';
import { coverage } from '$lib/domain/pledges/pledge';

test.each([
	[174, 176, 98.9],
	[0, 300, 0],
	[1, 16, 6.3],
	[300, 300, 100],
	[301, 300, 100.3]
])('%d pledges in force among %d households cover %d percent', (pledged, registered, percent) => {
	expect(coverage(pledged, registered)).toBe(percent);
});

test('coverage of a village without registered households is unknown, not zero', () => {
	expect(coverage(0, 0)).toBeNull();
	expect(coverage(3, 0)).toBeNull();
});
