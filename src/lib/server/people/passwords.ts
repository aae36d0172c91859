import { hash, verify } from '@node-rs/argon2';
import { foldText } from '$lib/domain/folded-text';

/** argon2id is the library's default: 19 MiB, two passes, one lane (OWASP's first choice). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of no password: verifying against it takes as long as against a real one. */
const hashOfNone = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdCE$0000000000000000000000000000000000000000000';

/** Letters and digits that are not mistaken for each other when read out or copied by hand. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

export function hashPassword(password: string): Promise<string> {
	return hash(foldText(password), cost);
}

/** Whether the password is the one hashed; false, after the same work, when there is no hash. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
	const isRight = await verify(passwordHash ?? hashOfNone, foldText(password));
	return isRight && passwordHash !== null;
}

/**
 * A password to be told to a person and used once: four groups of letters or digits, as `kmtw-5938-hqrz-2746` (52
 * bits). `random` gives a whole number from 0 up to, not including, its argument.
 */
export function makeOneTimePassword(random: (below: number) => number): string {
	const group = (alphabet: string) => Array.from({ length: 4 }, () => alphabet[random(alphabet.length)]).join('');
	return [group(letters), group(digits), group(letters), group(digits)].join('-');
}
