import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../../src/lib/domain/people/actor';
import { accessOf, decideEntry, isPrivate } from '../../../src/lib/server/people/access';
import { routeIds } from './route-ids';

const visitor: Actor = { kind: 'visitor' };

const account = (role: Role, mustChangePassword = false): Actor => ({
	kind: 'account',
	accountId: 'a',
	username: 'a',
	role,
	unitId: 'u',
	mustChangePassword
});

describe('the table of access', () => {
	test.each([...new Set(routeIds)])('says who may enter %s', (routeId) => {
		expect(accessOf(routeId)).not.toBeNull();
	});

	test('was asked about the real routes', () => {
		expect(routeIds).toContain('/sign-in');
		expect(routeIds).toContain('/(public)/events');
	});

	test('refuses what it does not know, to an administrator too', () => {
		for (const routeId of ['/secrets', '/', '/deskside', '/api/v2', '/api', '/(staff)/events']) {
			expect(decideEntry(routeId, account('administrator'))).toBe('refuse');
			expect(decideEntry(routeId, visitor)).toBe('refuse');
		}
	});
});

describe('entering', () => {
	const open = (actor: Actor) =>
		['/(public)/events', '/sign-in', '/account', '/schedule', '/desk/banquets', '/admin/units'].map((routeId) =>
			decideEntry(routeId, actor)
		);

	test('a villager sees the public pages and is asked to sign in for the rest', () => {
		expect(open(visitor)).toEqual(['enter', 'enter', 'sign-in', 'sign-in', 'sign-in', 'sign-in']);
	});

	test('a volunteer has the schedule, a cadre the desk too, an administrator everything', () => {
		expect(open(account('volunteer'))).toEqual(['enter', 'enter', 'enter', 'enter', 'refuse', 'refuse']);
		expect(open(account('cadre'))).toEqual(['enter', 'enter', 'enter', 'enter', 'enter', 'refuse']);
		expect(open(account('administrator'))).toEqual(['enter', 'enter', 'enter', 'enter', 'enter', 'enter']);
	});

	test('the software itself has no pages', () => {
		expect(decideEntry('/admin', { kind: 'system' })).toBe('sign-in');
	});

	test('with a one-time password there is only the form that changes it, beside the public pages', () => {
		const fresh = account('administrator', true);
		expect(decideEntry('/desk', fresh)).toBe('change-password');
		expect(decideEntry('/account', fresh)).toBe('change-password');
		expect(decideEntry('/account/password', fresh)).toBe('enter');
		expect(decideEntry('/(public)/events', fresh)).toBe('enter');
		expect(decideEntry('/sign-out', fresh)).toBe('enter');
		expect(decideEntry('/desk', account('volunteer', true))).toBe('refuse');
	});

	test('slips and staff pages are kept by no cache', () => {
		for (const routeId of ['/(public)/slip/[id=id]', '/(public)/s/[token]', '/desk', '/account', '/unknown'])
			expect(isPrivate(routeId)).toBe(true);
		for (const routeId of ['/(public)', '/(public)/events', '/(public)/trends']) expect(isPrivate(routeId)).toBe(false);
	});
});
