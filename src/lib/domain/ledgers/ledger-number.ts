const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

export type ReadNumber = { number: number } | { fault: 'number-wrong' | 'number-span' };

/** A whole number as ledgers write it: 12, 12桌, １２ 桌, 十二桌, 约12, 1,200, 12.0. A span (10-12), two numbers (5 6) and a part (12.5) are not guessed. */
export function readNumber(text: string): ReadNumber {
	const folded = text.normalize('NFKC');
	if (/\d\s+\d/u.test(folded)) return { fault: 'number-wrong' };
	const typed = folded
		.replace(/\s/gu, '')
		.replace(/^[约共计大概]+/u, '')
		.replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
	if (/[\d一二三四五六七八九十][-~–—至到][\d一二三四五六七八九十]/u.test(typed)) return { fault: 'number-span' };
	const [, plain, written] =
		/^(?:(\d{1,9})(?:\.0+)?|([零〇一二两三四五六七八九十百千万]+))(?:场次|人次|[桌席人户次场幅份处起个元块顿餐名件张条])?(?:左右)?$/u.exec(
			typed
		) ?? [];
	if (plain) return { number: Number(plain) };
	const number = written ? fromWords(written) : null;
	return number === null ? { fault: 'number-wrong' } : { number };
}

/** 十二, 一百零五, 两千三百; null for what is no number: 十百, 三五. */
function fromWords(words: string): number | null {
	const text = words.replaceAll('〇', '零').replaceAll('两', '二');
	if (!/^([十百千万零]|[一二三四五六七八九](?![一二三四五六七八九零]))+$/u.test(text)) return null;
	// 一百五 is a hundred and fifty to some and a hundred and five to others; 百十 is about a hundred.
	if (/^[百千万]|[百千万][一二三四五六七八九]$/u.test(text)) return null;
	let [sum, last, lastUnit] = [0, 0, 100_000];
	for (const one of text) {
		const unit = units[one];
		if (unit === undefined) last = digits.indexOf(one);
		else if (unit >= lastUnit) return null;
		else [sum, last, lastUnit] = [sum + (last || 1) * unit, 0, unit];
	}
	return sum + last;
}
