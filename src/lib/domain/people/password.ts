export const shortestPassword = 10;
export const longestPassword = 128;

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-simple' | 'password-is-username';

/** Judges a password that an account wants to have (MLPS level 2: length and complexity); null when it will do. */
export function judgePassword(password: string, username: string): PasswordFault | null {
	const characters = [...password].length;
	if (characters < shortestPassword) return 'password-too-short';
	if (characters > longestPassword) return 'password-too-long';
	if (!/\p{L}/u.test(password) || !/\p{N}/u.test(password)) return 'password-too-simple';
	if (password.toLowerCase().includes(username.toLowerCase())) return 'password-is-username';
	return null;
}

/** So many wrong passwords within the window lock an account's name, for as long again after the last of them. */
export const wrongPasswordsToLock = 5;
export const lockMs = 15 * 60_000;

/**
 * Whether a name is locked at `now`. `failedAt`: when wrong passwords were tried since the last right one, oldest first; all in ms, UTC.
 * The database decides by the same rule while it counts the attempt (server/db/people/sign-in-attempts.ts); a test compares the two.
 */
export function isLocked(failedAt: readonly number[], now: number): boolean {
	const [last, first] = [failedAt.at(-1), failedAt.at(-wrongPasswordsToLock)];
	return last !== undefined && first !== undefined && last > now - lockMs && first > last - lockMs;
}
