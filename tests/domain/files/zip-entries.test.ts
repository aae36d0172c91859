import { test as property } from '../../properties';
import { expect, test } from 'vitest';
import { listZipEntries } from '$lib/domain/files/zip-entries';
import { docx, zip } from '../../integration/ledgers/sample-documents';
import { cut, damaged } from './damaged-bytes';

test('the directory of a zip names its files, whatever comment stands behind it', () => {
	const names = ['[Content_Types].xml', 'word/document.xml'];
	const bytes = zip(names);
	expect(listZipEntries(bytes)?.map(({ name }) => name)).toEqual(names);
	expect(listZipEntries(Buffer.concat([bytes, Buffer.from('a comment')]))).toHaveLength(2);
	expect(listZipEntries(zip([]))).toEqual([]);
});

property.prop([cut(docx())])('a zip that is cut off is no whole zip', (bytes) => {
	expect(listZipEntries(bytes)).toBeNull();
});

property.prop([damaged(docx())], { numRuns: 1000 })('a damaged zip has no more files than it has room for', (bytes) => {
	const entries = listZipEntries(bytes) ?? [];
	expect(entries.length * 46).toBeLessThanOrEqual(bytes.length);
});
