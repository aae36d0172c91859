import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../keys';

const idBytes = 16;
const signatureBytes = 12;

/** What a slip's QR code carries: the sign-up's id (a UUID) and our signature under it, 38 characters that fit an address. */
export function slipToken(keys: Keys, id: string): string {
	const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
	const signature = Buffer.from(keys.sign(`slip:${id}`), 'base64url').subarray(0, signatureBytes);
	return Buffer.concat([bytes, signature]).toString('base64url');
}

/** The sign-up's id in a token that we made; null for every other text. */
export function readSlipToken(keys: Keys, token: string): string | null {
	if (!/^[\w-]{38}$/.test(token)) return null;
	const hex = Buffer.from(token, 'base64url').subarray(0, idBytes).toString('hex');
	const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
	return timingSafeEqual(Buffer.from(token), Buffer.from(slipToken(keys, id))) ? id : null;
}
