/**
 * What a style says, as far as a ledger asks. `format`: 0s for the digits that a whole number is shown with, or h where a day is shown with a
 * time; undefined: the style says nothing of it, its parent does.
 * @typedef {{ parent?: string, data?: string, isStruck?: boolean, isHidden?: boolean }} OdsStyle
 */

/** A style has so many parents at most. */
const mostParents = 20;
const mostDigits = 30;

/** The styles of an OpenDocument file, as its elements come: those of styles.xml first, then those of content.xml. */
export function collectStyles() {
	/** @type {Map<string, OdsStyle>} */
	const styles = new Map();
	/** @type {Map<string, string>} */
	const formats = new Map();
	/** @type {OdsStyle} */
	let style = {};
	let format = '';

	/**
	 * @param {string} name
	 * @param {Record<string, string>} attributes
	 */
	function open(name, attributes) {
		if (name === 'style:style') {
			style = { parent: attributes['style:parent-style-name'], data: attributes['style:data-style-name'] };
			styles.set(`${attributes['style:family']} ${attributes['style:name']}`, style);
		} else if (name === 'style:text-properties') {
			const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
			if (line !== undefined) style.isStruck = line !== 'none';
		} else if (name === 'style:table-properties') style.isHidden = attributes['table:display'] === 'false';
		else if (/^number:[a-z]+-style$/.test(name)) {
			format = attributes['style:name'] ?? '';
			formats.set(format, '');
		} else if (name === 'number:number') formats.set(format, digitsOf(attributes));
		else if (name === 'number:hours' || name === 'number:seconds') formats.set(format, 'h');
		// A format that depends on the number is no mask of it.
		else if (name === 'style:map') formats.set(format, '');
	}

	/**
	 * @param {'table' | 'table-cell' | 'text'} family
	 * @param {string | undefined} name
	 * @returns {{ numFmt: string, isStruck: boolean, isHidden: boolean }}
	 */
	function find(family, name) {
		/** @type {OdsStyle} */
		const found = {};
		for (let [at, next] = [0, name]; next !== undefined && at < mostParents; at++) {
			const own = styles.get(`${family} ${next}`);
			found.data ??= own?.data;
			found.isStruck ??= own?.isStruck;
			found.isHidden ??= own?.isHidden;
			next = own?.parent;
		}
		const { data, isStruck = false, isHidden = false } = found;
		return { numFmt: formats.get(data ?? '') ?? '', isStruck, isHidden };
	}

	return { open, find };
}

/** @param {Record<string, string>} attributes */
function digitsOf(attributes) {
	const isPlain = !Number(attributes['number:decimal-places'] ?? 0) && attributes['number:grouping'] !== 'true';
	const digits = Math.min(Number(attributes['number:min-integer-digits'] ?? 0) || 0, mostDigits);
	return isPlain ? '0'.repeat(digits) : '';
}
