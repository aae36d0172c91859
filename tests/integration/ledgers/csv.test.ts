import { fc, test } from '../../properties';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/lib/server/ledgers/files/csv';

/** Reads CSV back by the grammar of RFC 4180, character by character. */
function parse(text: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < text.length; at++) {
		const one = text[at]!;
		if (isQuoted && one === '"' && text[at + 1] === '"') cell += text[++at];
		else if (one === '"') isQuoted = !isQuoted;
		else if (isQuoted) cell += one;
		else if (one === ',') cell = '' + (rows.at(-1)!.push(cell), '');
		else if (one === '\r' && text[at + 1] === '\n') {
			rows.at(-1)!.push(cell);
			rows.push([]);
			cell = '';
			at++;
		} else cell += one;
	}
	return rows.slice(0, -1);
}

const written = async (rows: Parameters<typeof toCsv>[0]) =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode(await new Response(toCsv(rows)).arrayBuffer());

describe('a file of rows', () => {
	it('begins with the mark of UTF-8, ends its lines with CR LF and quotes what must be', async () => {
		expect(
			await written([
				['姓名', '人数'],
				['张"三",\n四', 2],
				[null, '']
			])
		).toBe('\uFEFF姓名,人数\r\n"张""三"",\n四",2\r\n,\r\n');
	});

	it.each(['=1+1', '+86 138', '-cmd', '@SUM(A1)', '\t=1', '\r=1'])('makes %j harmless', async (text) => {
		expect(parse((await written([[text]])).slice(1))).toEqual([[`'${text}`]]);
	});

	it('leaves numbers numbers, also negative ones', async () => {
		expect(await written([[-5, '-5', 0]])).toBe('\uFEFF-5,-5,0\r\n');
	});

	test.prop([
		fc.array(
			fc.array(
				fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
				{ minLength: 1 }
			)
		)
	])('is read back as it was', async (rows) => {
		expect(parse((await written(rows)).slice(1))).toEqual(rows);
	});

	test.prop([fc.string()])('never begins a cell with what a spreadsheet would run', async (text) => {
		const [[cell]] = parse((await written([[text]])).slice(1)) as [[string]];
		expect(cell).not.toMatch(/^(?!-\d+$)[=+\-@\t\r]/);
	});
});
