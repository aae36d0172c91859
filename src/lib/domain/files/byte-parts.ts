/** Puts stretches of bytes together. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

/** Four bytes as a whole number, the largest first. Past the end: NaN. */
export const readBig32 = (bytes: Uint8Array, at: number) =>
	at + 4 > bytes.length ? NaN : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at);

/** Four bytes as a whole number, the smallest first. Past the end: NaN. */
export const readLittle32 = (bytes: Uint8Array, at: number) =>
	at + 4 > bytes.length ? NaN : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at, true);

/** So many bytes as text, one character a byte. */
export const readAscii = (bytes: Uint8Array, at: number, length: number) =>
	String.fromCharCode(...bytes.subarray(at, at + length));
