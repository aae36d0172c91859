import { foldText } from '../folded-text';

/** What an account signs in with: 3–32 letters, digits, dots, hyphens or underscores, beginning with a letter, in lower case. */
export function normalizeUsername(typed: string): string | null {
	const username = foldUsername(typed);
	return /^[a-z][a-z0-9._-]{2,31}$/.test(username) ? username : null;
}

/** The same name however it was typed: full-width letters, capitals, spaces around. */
export function foldUsername(typed: string): string {
	return foldText(typed).trim().toLowerCase();
}
