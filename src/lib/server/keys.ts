import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto';
import { erasedMark } from '$lib/domain/people/retention';

/** Seals personal data and makes blind indexes, both from the one data key of the installation. */
export interface Keys {
	/** AES-256-GCM; `field` and `id` are bound in, so that a sealed text moved to another row does not open. */
	seal(plain: string, field: string, id: string): string;
	/** Throws when the text was changed or belongs elsewhere; what was erased opens empty. */
	open(sealed: string, field: string, id: string): string;
	/** HMAC-SHA-256 of a normalised value: equal values are found without being readable. */
	blindIndex(value: string): string;
	/** Signs a short text for a cookie. */
	sign(text: string): string;
}

/** Keys derived (HKDF-SHA-256) from the 32-byte data key. `random` gives n random bytes. */
export function createKeys(dataKey: Uint8Array, random: (bytes: number) => Uint8Array): Keys {
	const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', dataKey, 'xinfeng', purpose, 32));
	const sealing = createSecretKey(derive('seal'));
	const indexing = derive('blind-index');
	const signing = derive('sign');
	const hmac = (key: Uint8Array, text: string) => createHmac('sha256', key).update(text).digest('base64url');

	return {
		seal(plain, field, id) {
			const iv = random(12);
			const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(`${field}:${id}`));
			const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
			return ['v1', Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')].join('.');
		},
		open(sealed, field, id) {
			if (sealed === erasedMark) return '';
			const bytes = Buffer.from(sealed.slice('v1.'.length), 'base64url');
			const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
				.setAAD(Buffer.from(`${field}:${id}`))
				.setAuthTag(bytes.subarray(12, 28));
			const plain = decipher.update(bytes.subarray(28));
			// Throws when the text was changed; of this cipher it gives no bytes more.
			decipher.final();
			return plain.toString('utf8');
		},
		blindIndex: (value) => hmac(indexing, value),
		sign: (text) => hmac(signing, text)
	};
}
