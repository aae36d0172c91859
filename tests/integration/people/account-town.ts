import { afterEach, beforeEach } from 'vitest';
import { signIn } from '../../../src/lib/server/people/sign-in';
import { openTestTown, type TestTown } from '../test-town';
import { castPassword } from '../cast';

export let town: TestTown;

export const tryLiu = (password = castPassword, username = 'liu') => signIn(town.visitor, { username, password });
export const refused = (refusal: string) => ({ ok: false, refusal });

export async function failLiu(times: number): Promise<void> {
	for (let i = 0; i < times; i++) await tryLiu(`wrong${i}`);
}

export async function signedIn(password = castPassword, username = 'liu') {
	const result = await tryLiu(password, username);
	if (!result.ok) throw new Error(result.refusal);
	return result;
}

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
