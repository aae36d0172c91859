import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { createKeys } from '../../../src/lib/server/keys';
import { readSlipToken, slipToken } from '../../../src/lib/server/signups/slip-token';

const keys = createKeys(new Uint8Array(32).fill(7), randomBytes);
const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0011';

describe('the token in a slip’s QR code', () => {
	it('leads back to the sign-up it was made for, and is always the same', () => {
		for (const one of [id, v7(), v7()]) expect(readSlipToken(keys, slipToken(keys, one))).toBe(one);
		expect(slipToken(keys, id)).toBe(slipToken(keys, id));
		expect(slipToken(keys, id)).toMatch(/^[\w-]{38}$/);
	});

	it('changed in any one character opens nothing', () => {
		const token = slipToken(keys, id);
		for (let at = 0; at < token.length; at++) {
			const other = token[at] === 'A' ? 'B' : 'A';
			const changed = token.slice(0, at) + other + token.slice(at + 1);
			expect(readSlipToken(keys, changed), `character ${at}`).toBeNull();
		}
	});

	it('of another installation opens nothing, nor does any other text', () => {
		const others = createKeys(new Uint8Array(32).fill(8), randomBytes);
		expect(readSlipToken(keys, slipToken(others, id))).toBeNull();
		for (const text of [
			'',
			'A7K2MP',
			id,
			'A'.repeat(38),
			`${slipToken(keys, id)}A`,
			'凭条',
			`\n${slipToken(keys, id)}`
		])
			expect(readSlipToken(keys, text), text).toBeNull();
	});
});
