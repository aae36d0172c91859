import type { Cookies } from '@sveltejs/kit';
import { actAs, type Context } from '../context';
import type { Keys } from '../keys';

const name = 'slip';
const maxAge = 30 * 24 * 3600;
const most = 8;

/**
 * Whether this browser may open the slip `id`: it made the slip or found it by phone and code within 30 days.
 * The address of a slip alone opens nothing. `now` is ms, UTC.
 */
export function mayOpenSlip(cookies: Cookies, keys: Keys, id: string, now: number): boolean {
	return readGrants(cookies, keys, now).some((grant) => grant.id === id);
}

/**
 * The context of the holder of slip `id` in this browser, who acts as a villager even when signed in as staff; null
 * without the slip.
 */
export function asHolder(ctx: Context, cookies: Cookies, id: string): Context | null {
	return mayOpenSlip(cookies, ctx.keys, id, ctx.now()) ? actAs(ctx, { kind: 'visitor', slips: [id] }) : null;
}

/** Lets this browser open the slip `id` for 30 days; it remembers the last eight. */
export function grantSlip(cookies: Cookies, keys: Keys, id: string, now: number, secure: boolean): void {
	const others = readGrants(cookies, keys, now).filter((grant) => grant.id !== id);
	const grants = [{ id, until: now + maxAge * 1000 }, ...others].slice(0, most);
	const text = grants.map((grant) => `${grant.id}.${grant.until}`).join('_');
	cookies.set(name, `${text}_${keys.sign(text)}`, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** The slips this browser may open, newest first. */
export function listGrantedSlips(cookies: Cookies, keys: Keys, now: number): string[] {
	return readGrants(cookies, keys, now).map((grant) => grant.id);
}

function readGrants(cookies: Cookies, keys: Keys, now: number): { id: string; until: number }[] {
	const value = cookies.get(name) ?? '';
	const [text = '', signature] = /^(.*?)_([\w-]{43})$/.exec(value)?.slice(1) ?? [];
	if (text === '' || keys.sign(text) !== signature) return [];
	return text
		.split('_')
		.map((grant) => ({ id: grant.split('.')[0]!, until: Number(grant.split('.')[1]) }))
		.filter((grant) => grant.until > now);
}
