/** A whole number from 0 to 99 999 written out: 一百零五, one hundred and five. A lone 2 before a measure word is 两. */
export function numberInWords(count: number, locale: string): string {
	if (locale === 'en') return english(count);
	return count === 2 ? '两' : chinese(count);
}

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千', '万'];

function chinese(count: number): string {
	const figures = String(count);
	let words = '';
	for (const [at, figure] of [...figures].entries()) {
		const place = places[figures.length - 1 - at]!;
		if (figure !== '0') words += digits[Number(figure)]! + place;
		else if (!words.endsWith('零')) words += '零';
	}
	return words.replace(/(?<=.)零$/, '').replace(/^一十/, '十');
}

const small =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const tens = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function english(count: number): string {
	if (count < 20) return small[count]!;
	if (count < 100) return tens[Math.floor(count / 10)]! + (count % 10 ? `-${small[count % 10]}` : '');
	if (count < 1000) return `${small[Math.floor(count / 100)]} hundred${rest(count % 100, ' and ')}`;
	return `${english(Math.floor(count / 1000))} thousand${rest(count % 1000, count % 1000 < 100 ? ' and ' : ' ')}`;
}

const rest = (count: number, link: string) => (count === 0 ? '' : link + english(count));
