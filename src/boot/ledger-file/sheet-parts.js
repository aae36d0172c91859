/**
 * Which part of a workbook holds which of its sheets, in the order of the sheets; a sheet without a part is ''. In small letters, as names of parts
 * are compared.
 * @param {string} workbook xl/workbook.xml
 * @param {string} relations xl/_rels/workbook.xml.rels
 */
export function sheetParts(workbook, relations) {
	const targets = new Map(
		attributesOf(relations, 'Relationship').map((one) => [attribute(one, 'Id'), attribute(one, 'Target')])
	);
	return attributesOf(workbook, 'sheet').map((one) => {
		const target = (targets.get(attribute(one, 'r:id')) ?? '').toLowerCase();
		return target.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
	});
}

/**
 * @param {string} xml
 * @param {string} name
 */
const attributesOf = (xml, name) =>
	[...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, own = '']) => own);

/**
 * @param {string} attributes
 * @param {string} name
 */
const attribute = (attributes, name) => new RegExp(`(?:^|\\s)${name}=["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
