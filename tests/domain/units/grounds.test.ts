import { expect, it } from 'vitest';
import { joinGrounds, registeredOf, sumOfGround } from '../../../src/lib/domain/units/grounds';

/** Village `a` was split into `a1` and `a2`; `m` is `a1` with `b`, and `n` is `a2` with `c`. */
const village = (id: string, counts: string[] = [], origins: string[] = []) => ({
	...{ id, name: id, nameEn: null, splitOn: origins.length > 0 ? '2026-02-01' : null, origins },
	parts: [...counts, ...origins].map((part) => ({ id: part }))
});
const a = village('a', ['a1', 'a2']);
const m = village('m', ['a1', 'b'], ['a']);
const n = village('n', ['a2', 'c'], ['a']);
const z = village('z');

/** What each counts itself, and so with all below it. */
const own: Record<string, number> = { a: 1, a1: 2, a2: 4, b: 8, c: 16, m: 32, n: 64, z: 128 };
const counted = (id: string) =>
	[id, ...([a, m, n, z].find((one) => one.id === id)?.parts ?? []).map((part) => part.id)]
		.filter((one) => one === id || one !== 'a')
		.reduce((sum, one) => sum + own[one]!, 0);

it('villages of grounds of their own are rows of their own', () => {
	expect(joinGrounds([m, n, z]).map(({ name }) => name)).toEqual(['m', 'n', 'z']);
	expect(joinGrounds([a, z]).map(({ of }) => of)).toEqual([['a'], ['z']]);
});

it('a village that was split and those that its parts merged into are one row, where the first stands', () => {
	const rows = joinGrounds([z, a, m, n]);
	expect(rows.map(({ id, name, splitOn }) => [id, name, splitOn])).toEqual([
		['z', 'z', null],
		['n', 'a + m + n', null]
	]);
	expect(rows.map((row) => sumOfGround(row, counted))).toEqual([128, 127]);
});

it('a row has the households of each ground as of its own last day, where all are registered', () => {
	const [row] = joinGrounds([a, m, n]);
	expect(row!.registeredIn).toEqual(['a', 'b', 'c']);
	const counts = new Map([
		['a', 300],
		['b', 200],
		['c', 100],
		['m', 999]
	]);
	expect(registeredOf(row!, counts)).toBe(600);
	counts.delete('b');
	expect(registeredOf(row!, counts)).toBeNull();
});
