import { expect, test } from 'vitest';
import { judgePassword } from '../../../src/lib/domain/people/password';
import { normalizeUsername } from '../../../src/lib/domain/people/username';

test.each([
	['liu', 'liu'],
	[' LIU ', 'liu'],
	['ｌｉｕ．ｓ', 'liu.s'],
	['liu_s-2', 'liu_s-2'],
	['li', null],
	['2liu', null],
	['刘', null],
	['liu s', null],
	['l'.repeat(33), null],
	['', null]
])('the user name %j is %j', (typed, username) => expect(normalizeUsername(typed)).toBe(username));

test.each([
	['chunfeng2026', null],
	['春风又绿江南岸２０２６', null],
	['chunfeng1', 'password-too-short'],
	['chunfengxiyu', 'password-too-simple'],
	['2026032026', 'password-too-simple'],
	['xxLIUxx20261', 'password-is-username'],
	[`a1${'x'.repeat(127)}`, 'password-too-long']
])('the password %j of liu: %j', (password, fault) => expect(judgePassword(password, 'liu')).toBe(fault));

test('length counts characters, not code units', () => {
	expect(judgePassword('𠮷𠮷𠮷𠮷𠮷2', 'liu')).toBe('password-too-short');
});
