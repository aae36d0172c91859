import { Parser } from 'htmlparser2';

/** So many characters are read between two looks at whether to go on. */
const slice = 65_536;

/** No sheet nests its elements deeper. The parser takes the longer for each, the deeper it is. */
const deepest = 200;

/**
 * What is called for each beginning and end of an element and each text between. Names carry their usual prefix, as in `table:table-cell`.
 * @typedef {{ open?: (name: string, attributes: Record<string, string>) => void, close?: (name: string) => void, text?: (text: string) => void }} XmlReader
 */

/**
 * Reads an XML text from beginning to end and keeps nothing of it. Entities that the text declares are not replaced, so it cannot grow.
 * @param {string} xml
 * @param {XmlReader} reader
 * @param {() => boolean} isEnough asked now and then; true: the rest is not read
 * @throws {Error} when elements nest too deeply
 */
export function eachElement(xml, { open, close, text }, isEnough = () => false) {
	let depth = 0;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (++depth > deepest) throw new Error('the elements of the file nest too deeply');
				open?.(name, attributes);
			},
			onclosetag(name) {
				depth--;
				close?.(name);
			},
			ontext: text
		},
		{ xmlMode: true }
	);
	for (let at = 0; at < xml.length && !isEnough(); at += slice) parser.write(xml.slice(at, at + slice));
	if (!isEnough()) parser.end();
}
