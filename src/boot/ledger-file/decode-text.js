/** A text with more characters that cannot be read (and more than one in a thousand), in most of its lines, or with one in ten, is no text. */
const mostUnread = 3;

/** Of text in UTF-16 one byte in so many is zero at least: those of marks, digits and line ends. */
const leastZeros = 20;

/** What no text holds: control characters, and U+FFFE, which is a mark of bytes in the wrong order. */
const noCharacters = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g;

const utf8Mark = [0xef, 0xbb, 0xbf];

/** @typedef {{ text: string, unread: number, isLost: boolean }} Decoded */

/**
 * UTF-8 or UTF-16, with a mark or without, else GB18030; null for what is no text. A file that was put together of both UTF-8 and GB18030 is read
 * line by line. What cannot be read or is no character becomes U+FFFD: the rows that have it say so.
 * @param {Buffer} bytes
 */
export function decodeText(bytes) {
	const lines = wideEncodings(bytes)?.map((encoding) => [decode(bytes, encoding)]) ?? [decodeNarrow(bytes)];
	const [best = []] = lines.toSorted((one, other) => unreadIn(one) - unreadIn(other));
	const text = best.map((line) => line.text).join('');
	const lost = best.filter(({ isLost }) => isLost).length;
	const isNoText =
		unreadIn(best) > Math.max(mostUnread, text.length / 1000) &&
		lost * 2 > best.filter((line) => line.text.trim() !== '').length;
	return isNoText || unreadIn(best) * 10 >= text.length ? null : text;
}

/** @param {readonly Decoded[]} lines */
const unreadIn = (lines) => lines.reduce((sum, { unread }) => sum + unread, 0);

/**
 * The encodings of two bytes a character that a text may be in; null: it is in none of them.
 * @param {Buffer} bytes
 */
function wideEncodings(bytes) {
	const [first, second] = bytes;
	const beginning = bytes.subarray(0, 1000);
	const zeros = beginning.reduce((sum, byte) => sum + Number(byte === 0), 0);
	if (first === 0xff && second === 0xfe) return ['utf-16le'];
	if (first === 0xfe && second === 0xff) return ['utf-16be'];
	return zeros * leastZeros > beginning.length ? ['utf-16le', 'utf-16be'] : null;
}

/**
 * The text as UTF-8 where all of it is; else each line in the encoding that fits it.
 * @param {Buffer} bytes
 * @returns {Decoded[]}
 */
function decodeNarrow(bytes) {
	const hasMark = utf8Mark.every((byte, at) => bytes[at] === byte);
	const whole = decode(bytes, 'utf-8');
	if (whole.unread === 0) return [whole];
	return [...linesOf(hasMark ? bytes.subarray(utf8Mark.length) : bytes)].map(decodeLine);
}

/**
 * A line as UTF-8 where more of its Chinese characters can be read so than not: one of GB18030 has none by chance. Any other one in the encoding in
 * which less is unread.
 * @param {Uint8Array} line
 * @returns {Decoded}
 */
function decodeLine(line) {
	const utf8 = decode(line, 'utf-8');
	const read = utf8.text.match(/\p{Script=Han}/gu)?.length ?? 0;
	if (read > 0 && read >= utf8.unread) return { ...utf8, isLost: false };
	const other = decode(line, 'gb18030');
	return other.unread < utf8.unread ? other : utf8;
}

/**
 * Lines with their ends. In both encodings the bytes of a line end are in no character.
 * @param {Uint8Array} bytes
 */
function* linesOf(bytes) {
	for (let from = 0, to = 0; to < bytes.length; from = to) {
		while (to < bytes.length && bytes[to] !== 0x0a && bytes[to] !== 0x0d) to++;
		while (to < bytes.length && (bytes[to] === 0x0a || bytes[to] === 0x0d)) to++;
		yield bytes.subarray(from, to);
	}
}

/**
 * `isLost`: something in it cannot be read.
 * @param {Uint8Array} bytes
 * @param {string} encoding
 * @returns {Decoded}
 */
function decode(bytes, encoding) {
	const text = new TextDecoder(encoding).decode(bytes).replace(noCharacters, '\ufffd');
	const unread = text.split('\ufffd').length - 1;
	return { text, unread, isLost: unread > 0 };
}
