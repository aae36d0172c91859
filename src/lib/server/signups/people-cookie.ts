import type { Cookies } from '@sveltejs/kit';
import type { Keys } from '../keys';

/** A person whom this device has signed up: offered again the next time. */
export interface KnownPerson {
	name: string;
	phone: string;
	villageId: string | null;
	partySize: number;
	companions: string[];
	helper: { name: string; phone: string | null } | null;
}

const cookie = 'people';
const most = 4;
/** Browsers keep a cookie of at most 4,096 bytes, and proxies refuse requests whose cookies are long. */
const mostLength = 3000;
const maxAge = 180 * 24 * 3600;
const field = ['cookie.people', 'device'] as const;

/** Whom this device signed up within half a year, the last first; sealed in a cookie, kept nowhere else. */
export function listKnownPeople(cookies: Cookies, keys: Keys): KnownPerson[] {
	const sealed = cookies.get(cookie);
	if (!sealed) return [];
	try {
		return JSON.parse(keys.open(sealed, ...field)) as KnownPerson[];
	} catch {
		return [];
	}
}

/**
 * Remembers a person on this device, four people at the most, fewer where they do not fit into a cookie; the same name and phone again takes the
 * first place.
 */
export function rememberPerson(cookies: Cookies, keys: Keys, person: KnownPerson, secure: boolean): void {
	const { name, phone, villageId, partySize, companions, helper } = person;
	const others = listKnownPeople(cookies, keys).filter((known) => known.name !== name || known.phone !== phone);
	const people = [{ name, phone, villageId, partySize, companions, helper }, ...others].slice(0, most);
	const seal = () => keys.seal(JSON.stringify(people), ...field);
	let sealed = seal();
	for (; sealed.length > mostLength && people.pop(); sealed = seal());
	cookies.set(cookie, sealed, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** Forgets them all. */
export function forgetPeople(cookies: Cookies): void {
	cookies.delete(cookie, { path: '/' });
}
