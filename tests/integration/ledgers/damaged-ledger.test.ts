import { test as property } from '../../properties';
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { readFile } from '../../../src/boot/ledger-file/read-file.js';
import { headingWords } from '../../../src/lib/domain/ledgers/heading-words';
import { sheetRefusals } from '../../../src/lib/server/ledgers/files/sheet-file';
import { cut, damaged } from '../../domain/files/damaged-bytes';
import { sheetFile, textFile } from './import-files';

const rows = [
	['村', '户主', '桌数'],
	['三星村', '张三', '12'],
	['河沙村', '李四', '8']
];
const table = { headings: rows[0], lines: rows.slice(1).map((cells) => expect.objectContaining({ cells })) };
const [workbook, text] = [await sheetFile(rows), textFile(rows)];
const openDocument = await writeOds({ sheets: [{ name: '台账', rows }] });

/** Read in this process, as the reading process does it: a file a run would take minutes. */
const read = (bytes: Uint8Array) => readFile(Buffer.from(bytes), headingWords('banquets'));

property.prop([cut(workbook, 4)])('a workbook that is cut off is refused in words', async (bytes) => {
	const answer = await read(bytes);
	expect(answer.ok ? 'read' : answer.refusal).toBeOneOf([...sheetRefusals]);
});

property.prop([damaged(workbook)], { numRuns: 400 })(
	'a damaged workbook is read or refused in words',
	async (bytes) => {
		const answer = await read(bytes);
		if (!answer.ok) expect(answer.refusal).toBeOneOf([...sheetRefusals]);
	}
);

property.prop([damaged(openDocument)], { numRuns: 400 })(
	'a damaged OpenDocument spreadsheet is read or refused in words',
	async (bytes) => {
		const answer = await read(bytes);
		if (!answer.ok) expect(answer.refusal).toBeOneOf([...sheetRefusals]);
	}
);

property.prop([damaged(text)], { numRuns: 400 })('a damaged text file is read or refused in words', async (bytes) => {
	const answer = await read(bytes);
	if (!answer.ok) expect(answer.refusal).toBeOneOf([...sheetRefusals]);
});

test('the files that were damaged are read when they are whole', async () => {
	for (const bytes of [workbook, openDocument, text])
		expect(await read(bytes)).toMatchObject({ ok: true, sheets: [{ lines: 3, table }] });
});
