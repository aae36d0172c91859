import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRaw } from '../../../src/boot/ledger-file/read-file.js';

const rowsOf = async (text: string | Uint8Array) => {
	const file = await readRaw(Buffer.from(text as string));
	if (!file.ok) return file.refusal;
	return file.sheets[0]!.lines.map(({ cells }) => cells.join('|'));
};

describe('a quote that is never closed', () => {
	test('takes no row into its cell: its own row says that the cell cannot be read', async () => {
		const text = '户主,桌数,备注\n张三,8,"没关上\n李四,9,好\n王五,10,"也没关上\n赵六,11,\n';
		expect(await rowsOf(text)).toEqual([
			'户主|桌数|备注',
			'张三|8|\ufffd"没关上',
			'李四|9|好',
			'王五|10|\ufffd"也没关上',
			'赵六|11|'
		]);
	});

	test('is marked where the rows below would fit into its cell, closed or not', async () => {
		expect(await rowsOf('a,b,c\n1,2,"x\n3,4,5"\n')).toEqual(['a|b|c', '1|2|\ufffd"x', '3|4|5"']);
		expect(await rowsOf('a,b,c\n1,2,"x\n3,4,5')).toEqual(['a|b|c', '1|2|\ufffd"x', '3|4|5']);
		expect(await rowsOf('a,b,c\n"x\n1,2,3\n')).toEqual(['a|b|c', '\ufffd"x', '1|2|3']);
	});

	test('is not one that closes in a line below, in whatever column', async () => {
		const text = '村,户主,备注\n"三星村\n一组",张三,"第一行\n第二行"\n河沙村,李四,"说""好""\r\n的"\n';
		expect(await rowsOf(text)).toEqual(['村|户主|备注', '三星村\n一组|张三|第一行\n第二行', '河沙村|李四|说"好"\n的']);
	});

	test('leaves as many rows as the file has lines, wherever quotes are', async () => {
		const cell = fc.constantFrom('张三', '8', '"备注', '说"好"', '"好"', '');
		const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map(([one, two]) => `行,${one},${two},尾`);
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
				const read = await rowsOf(['甲,乙,丙,丁', ...rows].join('\n'));
				expect(read).toHaveLength(rows.length + 1);
			})
		);
	});
});

describe('a text file', () => {
	test.each(['\r', '\n', '\r\n', '\r\r\n'])('may end its lines with %j', async (end) => {
		expect(await rowsOf(['村,户主', '三星村,张三', '河沙村,李四', ''].join(end))).toEqual([
			'村|户主',
			'三星村|张三',
			'河沙村|李四'
		]);
	});

	test.each(['\u0000', '\u0001', '\u001f', '\ufffe', '\uffff'])(
		'with one %j is read, and its row says so',
		async (bad) => {
			expect(await rowsOf(`村,户主\n三星村,张${bad}三\n河沙村,李四\n`)).toEqual([
				'村|户主',
				'三星村|张\ufffd三',
				'河沙村|李四'
			]);
		}
	);

	test('is none where every third byte is no character', async () => {
		expect(await rowsOf(Buffer.from('ab\u0001'.repeat(50)))).toBe('file-wrong-type');
	});
});
