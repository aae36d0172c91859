import { describe, expect, test } from 'vitest';
import { returnPath } from '../../../src/lib/server/return-path';

describe('going back after a form', () => {
	test.each(['/', '/desk', '/desk/events?kind=lecture&from=2026-01-01', '/events#slots', '/%E6%B4%BB'])(
		'to %s',
		(path) => {
			expect(returnPath(path)).toBe(path);
		}
	);

	test.each([
		'//evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'https://evil.example',
		'javascript:alert(1)',
		'/\t/evil.example',
		'/\n/evil.example',
		' //evil.example',
		'/a\\b',
		'desk',
		'',
		null,
		undefined
	])('never to %j', (path) => {
		expect(returnPath(path, '/safe')).toBe('/safe');
	});

	test('stays on the site whatever dots it holds', () => {
		expect(returnPath('/..//evil.example')).not.toMatch(/^\/\//);
	});
});
