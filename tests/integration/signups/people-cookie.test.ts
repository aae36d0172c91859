import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { createKeys } from '../../../src/lib/server/keys';
import { createRandomBytes } from '../../../src/lib/server/random-bytes';
import { listKnownPeople, rememberPerson } from '../../../src/lib/server/signups/people-cookie';

const keys = createKeys(new Uint8Array(32), createRandomBytes());

/** A browser's cookies. */
function jar() {
	const kept = new Map<string, string>();
	const cookies = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => kept.set(name, value)
	};
	return { kept, cookies: cookies as unknown as Cookies };
}

const party = (name: string, companions: string[]) => ({
	name,
	phone: '13800000000',
	villageId: null,
	partySize: companions.length + 1,
	companions,
	helper: null
});

test('a cookie of remembered people stays within what browsers keep: the oldest go first', () => {
	const { kept, cookies } = jar();
	const long = 'Q\u0301\u0301'.repeat(40);
	const names = ['甲', '乙', '丙', '丁'].map((first) => first.repeat(40));
	for (const name of names) rememberPerson(cookies, keys, party(name, Array<string>(5).fill('文'.repeat(40))), false);
	expect(kept.get('people')!.length).toBeLessThan(4000);
	const known = listKnownPeople(cookies, keys).map(({ name }) => name);
	expect(known.length).toBeGreaterThan(0);
	expect(known, 'the last first').toEqual([...names].reverse().slice(0, known.length));
	rememberPerson(cookies, keys, party(long, Array<string>(5).fill(long)), false);
	expect(kept.get('people')!.length).toBeLessThan(4000);
});

test('four people with short names fit', () => {
	const { cookies } = jar();
	for (const name of ['赵甲一', '钱乙二', '孙丙三', '李丁四', '周戊五'])
		rememberPerson(cookies, keys, party(name, []), false);
	expect(listKnownPeople(cookies, keys).map(({ name }) => name)).toEqual(['周戊五', '李丁四', '孙丙三', '钱乙二']);
});
