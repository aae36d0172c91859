import { Buffer } from 'node:buffer';
import { refuse } from './answer.js';
import { readTables } from './ods-tables.js';
import { collectStyles } from './ods-styles.js';
import { lookInto } from './unpack.js';
import { eachElement } from './xml-events.js';

const wanted = ['content.xml', 'styles.xml', 'meta-inf/manifest.xml'];

/**
 * The sheets of an OpenDocument spreadsheet (ODS): the lines that hold a value.
 * @param {Buffer} bytes
 * @returns {import('./answer.js').RawAnswer}
 */
export function readOds(bytes) {
	/** @type {Map<string, string>} */
	const parts = new Map();
	const looked = lookInto(
		bytes,
		(name) => wanted.includes(name),
		(name, content) =>
			parts.set(name, Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8'))
	);
	if ('refusal' in looked) return refuse(looked.refusal);
	const [content = '', named = '', manifest = ''] = wanted.map((name) => parts.get(name));
	if (manifest.includes('encryption-data')) return refuse('file-locked');
	const styles = collectStyles();
	eachElement(named, { open: styles.open });
	return readTables(content, styles);
}
