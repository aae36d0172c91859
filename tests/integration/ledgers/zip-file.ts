import { deflateRawSync } from 'node:zlib';

/** A zip with these entries: name → content. `declared` says of an entry that it unpacks to so much. */
export function zipOf(entries: Record<string, string | Buffer>, declared: Record<string, number> = {}): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(entries)) {
		const packed = deflateRawSync(content);
		const nameBytes = Buffer.from(name);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(8, 8);
		local.writeUInt16LE(nameBytes.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(declared[name] ?? Buffer.byteLength(content), 24);
		entry.writeUInt16LE(nameBytes.length, 28);
		entry.writeUInt32LE(at, 42);
		parts.push(local, nameBytes, packed);
		directory.push(entry, nameBytes);
		at += 30 + nameBytes.length + packed.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(entries).length, 8);
	end.writeUInt16LE(Object.keys(entries).length, 10);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, ...directory, end]);
}

/** An OpenDocument spreadsheet of this content between the tags of its body, with other parts beside. */
export const odsFile = (content: string, others: Record<string, string> = {}, declarations = ''): Buffer =>
	zipOf({
		mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
		'content.xml': `<?xml version="1.0"?>${declarations}<office:document-content><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
		...others
	});

const relations = (targets: readonly string[], type: string) =>
	`<Relationships>${targets.map((target, nth) => `<Relationship Id="${type}${nth}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/**
 * A workbook (XLSX) of these sheets, each as the content of its worksheet; with its shared strings, its defined names and other parts where they
 * are given.
 */
export function bookFile(
	sheets: readonly string[],
	{ strings = '', names = '', others = {} }: { strings?: string; names?: string; others?: Record<string, string> } = {}
): Buffer {
	const paths = sheets.map((_, nth) => `worksheets/sheet${nth + 1}.xml`);
	const listed = sheets.map((_, nth) => `<sheet name="表${nth + 1}" sheetId="${nth + 1}" r:id="worksheet${nth}"/>`);
	const ofBook = relations(paths, 'worksheet').replace('</Relationships>', '');
	return zipOf({
		'[Content_Types].xml': '<Types/>',
		'_rels/.rels': relations(['xl/workbook.xml'], 'officeDocument'),
		'xl/workbook.xml': `<workbook><sheets>${listed.join('')}</sheets><definedNames>${names}</definedNames></workbook>`,
		'xl/_rels/workbook.xml.rels':
			ofBook + relations(['sharedStrings.xml'], 'sharedStrings').replace('<Relationships>', ''),
		'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
		...Object.fromEntries(paths.map((path, nth) => [`xl/${path}`, `<worksheet>${sheets[nth]}</worksheet>`])),
		...others
	});
}
