// Documents as office programs write them, of a few bytes.

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A zip with empty files of these names. */
export function zip(names: readonly string[]): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let at = 0;
	for (const name of names) {
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(at, 42);
		locals.push(local, ascii(name));
		entries.push(entry, ascii(name));
		at += 30 + name.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(names.length, 8);
	end.writeUInt16LE(names.length, 10);
	end.writeUInt32LE(Buffer.concat(entries).length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...locals, ...entries, end]);
}

export const docx = () => zip(['[Content_Types].xml', 'word/document.xml']);
export const pdf = () => ascii('%PDF-1.4\n%%EOF\n');
