import { describe, expect, test } from 'vitest';
import { numberedPage } from '../../src/lib/server/numbered-pages';

const rows = Array.from({ length: 25 }, (_, nth) => nth);
const page = (query: string, over = {}) =>
	numberedPage(new URLSearchParams(query), rows, { name: 'villages', size: 10, ...over });

describe('a page of a list that is known whole', () => {
	test('begins at its first row, and leads to the pages beside it with the rest of the query', () => {
		expect(page('')).toEqual({ rows: rows.slice(0, 10), before: null, next: '?villages=2' });
		expect(page('year=2026&villages=2')).toEqual({
			rows: rows.slice(10, 20),
			before: '?year=2026&villages=1',
			next: '?year=2026&villages=3'
		});
		expect(page('villages=3', { anchor: 'list' })).toEqual({
			rows: rows.slice(20),
			before: '?villages=2#list',
			next: null
		});
	});

	test('of a number that there is not is the nearest', () => {
		expect(page('villages=9').rows).toEqual(rows.slice(20));
		for (const odd of ['0', '-3', 'x', '', '1.7']) expect(page(`villages=${odd}`).rows, odd).toEqual(rows.slice(0, 10));
	});

	test('of a short list is all of it', () => {
		expect(page('', { size: 25 })).toEqual({ rows, before: null, next: null });
	});
});
