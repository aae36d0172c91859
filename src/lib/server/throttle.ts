import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How often an address may: see the settings of the same names (src/boot/settings.js). */
export interface Limits {
	signupsPer10Min: number;
	lookupsPer15Min: number;
	signInsPer15Min: number;
}

/** Addresses are kept as HMACs under a key that dies with the process, so they cannot be read back. */
const addressKey = randomBytes(32);

let limiters = makeLimiters({ signupsPer10Min: 400, lookupsPer15Min: 30, signInsPer15Min: 60 });

/** Sets the limits at boot; everyone starts from nothing. */
export function setLimits(limits: Limits): void {
	limiters = makeLimiters(limits);
}

/** Counts a public form sent from this address; false when it has sent too many. */
export function takeSignup(address: string): Promise<boolean> {
	return take(limiters.signups, address);
}

/** Counts a sign-in tried from this address; false when it has tried too many. */
export function takeSignIn(address: string): Promise<boolean> {
	return take(limiters.signIns, address);
}

/** Counts a look-up of a slip before it is made, so that a burst cannot slip through; false when too many found nothing. */
export function takeLookup(address: string): Promise<boolean> {
	return take(limiters.lookups, address);
}

/** A look-up that found its slip, or was none for want of a number, does not count. */
export async function giveLookupBack(address: string): Promise<void> {
	await limiters.lookups.reward(keyOf(address));
}

function makeLimiters({ signupsPer10Min, lookupsPer15Min, signInsPer15Min }: Limits) {
	return {
		signups: new RateLimiterMemory({ points: signupsPer10Min, duration: 10 * 60 }),
		lookups: new RateLimiterMemory({ points: lookupsPer15Min, duration: 15 * 60 }),
		signIns: new RateLimiterMemory({ points: signInsPer15Min, duration: 15 * 60 })
	};
}

async function take(limiter: RateLimiterMemory, address: string): Promise<boolean> {
	try {
		await limiter.consume(keyOf(address));
		return true;
	} catch (refused) {
		if (refused instanceof Error) throw refused;
		return false;
	}
}

function keyOf(address: string): string {
	return createHmac('sha256', addressKey).update(networkOf(address)).digest('base64url');
}

/** An IPv6 sender owns a whole /64 and may choose any address in it: they count as one. */
function networkOf(address: string): string {
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.split('::');
	const left = head.split(':').filter(Boolean);
	const right = (tail ?? '').split(':').filter(Boolean);
	const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
	return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
