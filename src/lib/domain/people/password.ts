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
