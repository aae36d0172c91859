import { afterEach, expect, test } from 'vitest';
import { baseLocale, overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { windowText } from '../../../src/lib/ui/birthdays/birthday-words';

afterEach(() => overwriteGetLocale(() => baseLocale));

const spring = { year: 2026, firstMonth: 3, lastMonth: 4 };

test.each([
	['zh-CN', 'solar', '2026年公历3月至4月'],
	['zh-CN', 'lunar', '2026年农历三月至四月'],
	['en', 'solar', 'March to April 2026'],
	['en', 'lunar', 'lunar months 3–4 of 2026']
] as const)('the months of a banquet in words: %s, %s', (locale, calendar, words) => {
	overwriteGetLocale(() => locale);
	expect(windowText(calendar, spring)).toBe(words);
});
