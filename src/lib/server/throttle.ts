import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How often an address may do each of these: see the settings of the same names (src/boot/settings.js). */
export interface Limits {
	signupsPer10Min: number;
	lookupsPer15Min: number;
	signInsPer15Min: number;
}

/** Counts what addresses do without an account. In memory: a restart forgets (decisions/0007). */
export interface Throttle {
	/** Counts a public form sent from this address; false when it has sent too many. */
	takeSignup(address: string): Promise<boolean>;
	/** Counts a sign-in tried from this address; false when it has tried too many. */
	takeSignIn(address: string): Promise<boolean>;
	/** Counts a look-up of a slip before it is made, so that a burst cannot slip through; false when too many found nothing. */
	takeLookup(address: string): Promise<boolean>;
	/** Takes the count of a look-up back: it found its slip, or no number was given to look for. */
	giveLookupBack(address: string): Promise<void>;
}

/** A throttle with these limits; every address starts from nothing. */
export function createThrottle({ signupsPer10Min, lookupsPer15Min, signInsPer15Min }: Limits): Throttle {
	const signups = new RateLimiterMemory({ points: signupsPer10Min, duration: 10 * 60 });
	const lookups = new RateLimiterMemory({ points: lookupsPer15Min, duration: 15 * 60 });
	const signIns = new RateLimiterMemory({ points: signInsPer15Min, duration: 15 * 60 });
	// Addresses are kept as HMACs under a key that dies with the process: they cannot be read back.
	const secret = randomBytes(32);
	const keyOf = (address: string) => createHmac('sha256', secret).update(networkOf(address)).digest('base64url');
	return {
		takeSignup: (address) => take(signups, keyOf(address)),
		takeSignIn: (address) => take(signIns, keyOf(address)),
		takeLookup: (address) => take(lookups, keyOf(address)),
		giveLookupBack: async (address) => void (await lookups.reward(keyOf(address)))
	};
}

async function take(limiter: RateLimiterMemory, key: string): Promise<boolean> {
	try {
		await limiter.consume(key);
		return true;
	} catch (refused) {
		if (refused instanceof Error) throw refused;
		return false;
	}
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
