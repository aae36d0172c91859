import { test } from '../../properties';
import { describe, expect } from 'vitest';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';

describe('a date as ledgers write it', () => {
	test.each([
		['2024-03-05', '2024-03-05'],
		['2024.3.5', '2024-03-05'],
		['2024/3/5', '2024-03-05'],
		['2024年3月5日', '2024-03-05'],
		['2024 年 3 月 5 日', '2024-03-05'],
		['2024年3月5号', '2024-03-05'],
		['2024年03月05', '2024-03-05'],
		['２０２４．３．５', '2024-03-05'],
		['２０２４年３月５日', '2024-03-05'],
		['２０２４－０３－０５', '2024-03-05'],
		['2024。3。5', '2024-03-05'],
		[' 2024-12-31 ', '2024-12-31']
	])('%s is %s', (typed, on) => {
		expect(parseTypedDate(typed)).toBe(on);
	});

	test.each([
		'',
		'3月5日',
		'24.3.5',
		'2024.3',
		'2024-3.5',
		'2024.2.30',
		'2024年13月1日',
		'5/3/2024',
		'明天',
		'45356',
		'2024-03-05x'
	])('%s is not read as a date', (typed) => {
		expect(parseTypedDate(typed)).toBeNull();
	});
});
