import { afterEach, expect, test, vi } from 'vitest';
import { dayBlock, dayWords, shortDayWords } from '$lib/ui/calendar/when';
import { addDays } from '$lib/domain/calendar/calendar';
import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime.js';

let locale: Locale = 'zh-CN';
overwriteGetLocale(() => locale);
afterEach(() => overwriteGetLocale(() => 'zh-CN'));

test('a list of days makes no formatter of its own: each is made once, in each language', () => {
	const days = Array.from({ length: 400 }, (_, nth) => addDays('2026-01-01', nth));
	const write = (language: Locale) => {
		locale = language;
		return days.map((on) => [dayWords(on), shortDayWords(on), dayBlock(on).rest].join(' '));
	};
	const first = [write('zh-CN'), write('en')];
	const made = vi.spyOn(Intl, 'DateTimeFormat');
	expect([write('zh-CN'), write('en')]).toEqual(first);
	expect(made).not.toHaveBeenCalled();
	made.mockRestore();
	expect(first.map((words) => words[60])).toEqual([
		'2026年3月2日（周一） 3月2日 3月 周一',
		'Monday, 2 March 2026 2 Mar Mar Mon'
	]);
});
