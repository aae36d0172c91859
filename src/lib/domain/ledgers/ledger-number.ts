const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** A number; one that is written as an approximate one is asked about. */
export type ReadNumber =
	{ number: number; isAbout?: true } | { fault: 'number-wrong' | 'number-span' | 'number-about' };

/** What makes a number an approximate one, wherever it is written. 几 and 数 say none at all: 十几, 数十. */
const about =
	/大约|大概|大致|差不多|估计|将近|接近|左右|上下|以上|以内|以下|不到|不足|超过|出头|[约近余多来许几数≈]|\+$/gu;

/**
 * A whole number as ledgers write it: 12, 12桌, １２ 桌, 十二桌, 1,200, 12.0. An approximate one (约500, 200余, 近20桌) is asked about. A span (10-12), two
 * numbers (5 6), a part (12.5) and 十几 are not guessed.
 */
export function readNumber(text: string): ReadNumber {
	const folded = text.normalize('NFKC');
	if (/\d\s+\d/u.test(folded)) return { fault: 'number-wrong' };
	const closed = folded.replace(/\s/gu, '');
	const typed = closed
		.replace(about, ' ')
		.replace(/^ +| +(?![\d零〇一二两三四五六七八九十百千万])/gu, '')
		.replace(/^(?:合计|总计|共计|[共计])/u, '')
		.replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
	if (/[\d一二三四五六七八九十][-~–—至到][\d一二三四五六七八九十]/u.test(typed)) return { fault: 'number-span' };
	const [, plain, written] =
		/^(?:(\d{1,9})(?:\.0+)?|([零〇一二两三四五六七八九十百千万]+))(?:场次|人次|[桌席人户次场幅份处起个元块顿餐名件张条])?$/u.exec(
			typed
		) ?? [];
	const isAbout = closed.search(about) >= 0;
	const number = plain ? Number(plain) : written ? fromWords(written) : null;
	if (number === null || /[几数]/u.test(closed)) return { fault: isAbout ? 'number-about' : 'number-wrong' };
	return { number, ...(isAbout && { isAbout }) };
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
