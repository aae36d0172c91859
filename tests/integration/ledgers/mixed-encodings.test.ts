import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../src/boot/ledger-file/read-file.js';

/** Two-byte characters of GB18030, by the character. */
const codes = new Map<string, [number, number]>();
for (let lead = 0x81; lead < 0xff; lead++)
	for (let trail = 0x40; trail < 0xff; trail++) {
		const char = new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail));
		if (char.length === 1 && !codes.has(char)) codes.set(char, [lead, trail]);
	}

const gb = (text: string) => Buffer.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
const utf8 = (text: string) => Buffer.from(text);
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const rowAt = (nth: number) =>
	`三星村,${surnames[nth % 20]}${surnames[(nth * 7) % 20]}友,结婚,2025-03-${10 + (nth % 20)},12`;
const heading = '村,户主,事由,宴席日期,桌数';
const texts = (count: number) => [heading, ...Array.from({ length: count }, (_, nth) => rowAt(nth))];

const read = async (lines: Buffer[]) => {
	const file = await readRaw(Buffer.concat(lines));
	return file.ok ? file.sheets[0]!.lines.map(({ cells }) => cells.join(',')) : file.refusal;
};
const file = (count: number, encode: (text: string, nth: number) => Buffer) =>
	texts(count).map((text, nth) => encode(`${text}\r\n`, nth));

describe('a text file of two encodings', () => {
	test.each([3, 10, 40, 50, 200])('of %i rows in UTF-8 and one in GB18030 is read whole', async (count) => {
		const lines = file(count, (text, nth) => (nth === 2 ? gb(text) : utf8(text)));
		expect(await read(lines)).toEqual(texts(count));
		expect(await read([mark, ...lines])).toEqual(texts(count));
	});

	test.each([3, 20, 40])('of %i rows in GB18030 and one in UTF-8, too', async (count) => {
		expect(await read(file(count, (text, nth) => (nth === 2 ? utf8(text) : gb(text))))).toEqual(texts(count));
	});

	test('may be of both half and half, and may end its lines with CR alone', async () => {
		const lines = texts(9).map((text, nth) => (nth % 2 ? gb : utf8)(`${text}\r`));
		expect(await read(lines)).toEqual(texts(9));
	});
});

describe('a line that is of no encoding to the last byte', () => {
	/** Without the second byte of its last character but three. */
	const damaged = (line: Buffer) => Buffer.concat([line.subarray(0, 12), line.subarray(13)]);

	test.each([
		['UTF-8', utf8],
		['GB18030', gb]
	] as const)('is marked in %s, and the others are read', async (_, encode) => {
		const lines = file(30, (text, nth) => (nth === 5 ? damaged(encode(text)) : encode(text)));
		const found = await read(lines);
		expect(found).toHaveLength(31);
		const others = (of: readonly string[]) => of.filter((_, nth) => nth !== 5);
		expect(others(found as string[])).toEqual(others(texts(30)));
		expect((found as string[])[5]).toContain('\ufffd');
	});

	test('is marked in UTF-8 also where every line is', async () => {
		const found = await read(file(30, (text, nth) => (nth === 0 ? utf8(text) : damaged(utf8(text)))));
		expect(found).toHaveLength(31);
		for (const line of (found as string[]).slice(1)) expect(line).toContain('\ufffd');
	});
});

test('a picture that is called a text is none', async () => {
	let seed = 7;
	const noise = Buffer.from(Array.from({ length: 20_000 }, () => (seed = (seed * 16_807) % 2_147_483_647) % 256));
	expect(await read([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise])).toBe('file-wrong-type');
});
