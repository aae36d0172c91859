import { afterEach, expect, it } from 'vitest';
import { monthBounds } from '../../../src/lib/domain/calendar/calendar';
import { baseLocale, overwriteGetLocale, type Locale } from '../../../src/lib/paraglide/runtime.js';
import { durationInWords } from '../../../src/lib/ui/calendar/duration';
import { monthName, monthWords } from '../../../src/lib/ui/calendar/month-words';
import { listText } from '../../../src/lib/ui/elements/list-text';
import { figureValue } from '../../../src/lib/ui/figures/figure-value';
import { spanWords } from '../../../src/lib/ui/reviews/closing-words';

afterEach(() => overwriteGetLocale(() => baseLocale));

const words = (locale: Locale) => {
	overwriteGetLocale(() => locale);
	return [
		...[0, 1, 2].map((value) => figureValue({ value, unit: 'households' })),
		figureValue({ value: 1, unit: 'people', until: '2026-10-31' }),
		figureValue({ value: null, unit: 'people' }),
		figureValue({ value: null, unit: 'people', shown: 'withdrawn' }, '没有数据'),
		spanWords(monthBounds(2026, 10)),
		`${monthWords('2026-10')} ${monthWords('2026-10-31')} ${monthName(10)}`,
		listText(['甲', '乙', '丙']),
		`${durationInWords(60)} ${durationInWords(121)}`
	];
};

it('numbers, months and lists are written as an English reader writes them', () => {
	expect(words('en')).toEqual([
		...['0 households', '1 household', '2 households', '1 person (to October 2026)', '—', 'withdrawn, to be corrected'],
		...['October 2026', 'October 2026 October 2026 October', '甲, 乙, and 丙'],
		'one hour two hours and one minute'
	]);
});

it('in Chinese they stay as the office writes them', () => {
	expect(words('zh-CN')).toEqual([
		...['0 户', '1 户', '2 户', '1 人（到2026年10月）', '—', '已撤回，待更正'],
		...['2026年10月', '2026年10月 2026年10月 10月', '甲、乙、丙', '一小时 两小时一分钟']
	]);
});
