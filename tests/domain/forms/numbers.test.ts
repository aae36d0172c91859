import { expect, test } from 'vitest';
import * as v from 'valibot';
import { integer, integerOrZero, optionalInteger } from '../../../src/lib/forms/fields';

const read = (typed: string) => {
	const result = v.safeParse(integer(1, 999), typed);
	return result.success ? result.output : result.issues[0].message;
};

test.each([
	['30', 30],
	[' ３０ ', 30],
	['三十', 30],
	['一百零五', 105],
	['30桌', 30],
	['十二桌', 12],
	['', 'number-missing'],
	['0', 'number-below-one'],
	['1,200', 'number-out-of-range'],
	['约30', 'number-wrong'],
	['十几', 'number-wrong'],
	['10-12', 'number-wrong'],
	['-5', 'number-wrong'],
	['好多', 'number-wrong'],
	['1'.repeat(30), 'number-wrong']
])('a number in a form is read as in a ledger that comes in: %j', (typed, meant) => {
	expect(read(typed)).toBe(meant);
});

test('one that may be left empty is read likewise', () => {
	expect(v.parse(optionalInteger(0, 99), '两')).toBe(2);
	expect(v.parse(optionalInteger(0, 99), ' ')).toBeNull();
	expect(v.parse(integerOrZero(99), '')).toBe(0);
});
