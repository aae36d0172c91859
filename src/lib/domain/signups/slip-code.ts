import { foldText } from '../folded-text';

/** Characters of a slip's code: none that are mistaken for each other (0 and O, 1 and I). */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const codeLength = 6;

/** A code from whole numbers drawn below the length of the alphabet: one in a thousand million. */
export function makeCode(draw: (below: number) => number): string {
	return Array.from({ length: codeLength }, () => codeAlphabet[draw(codeAlphabet.length)]).join('');
}

/** A typed code as it was printed: capitals, no spaces or hyphens, half-width; null when it cannot be one. */
export function normalizeCode(typed: string): string | null {
	const code = foldText(typed)
		.replace(/[\s\-·]/g, '')
		.toUpperCase();
	return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}
