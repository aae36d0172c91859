import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../src/lib/domain/ledgers/ledger-moment';
import { reading } from './row-reading';

const read = (text: string, year: number | null = 2024) => {
	const found = readMoment(text, { ...reading, year });
	return 'on' in found ? `${found.on} ${found.time}` : found.fault;
};

describe('a day with a time', () => {
	test.each([
		'2024-03-14 09:00',
		'2024-03-14 9:00',
		'2024-03-14T09:00',
		'2024年3月14日9点',
		'2024年3月14日 9时00分',
		'2024.3.14 9:00',
		'3月14日9:00-11:00',
		'3月14日 9点至11点',
		'3月14日9:00~11:00',
		'3月14日9点 - 11点30分',
		' 3月14日9：00 ',
		'3月14日（周四）9:00',
		'二月初五 9:00'
	])('%s is nine o’clock on 14 March', (text) => expect(read(text)).toBe('2024-03-14 09:00'));

	test.each([
		['3月14日00:00', '2024-03-14 00:00'],
		['3月14日23:59', '2024-03-14 23:59'],
		['3月14日9点5分', 'moment-wrong'],
		['3月14日24:00', 'moment-wrong'],
		['3月14日9:60', 'moment-wrong'],
		['3月14日9:00起', 'moment-wrong'],
		['3月14日', 'moment-wrong'],
		['9:00', 'moment-wrong'],
		['3月13日\n3月14日9:00', 'moment-wrong'],
		['下午3月14日2:00', 'date-wrong'],
		['2024T-03-14 9:00', 'date-wrong'],
		['', 'moment-wrong'],
		['2月30日9:00', 'date-wrong'],
		['3.1 9:00', 'day-ambiguous']
	])('%s: %s', (text, found) => expect(read(text)).toBe(found));

	test('takes the year of the file', () => expect(read('3月14日9:00', null)).toBe('year-missing'));
});

/** Of each part of the day the hours by which it may be named, and what they are. */
const hours = {
	凌晨: '0=0 1=1 6=6',
	清早: '4=4 9=9',
	早上: '4=4 11=11',
	上午: '5=5 11=11',
	中午: '11=11 12=12 1=13 2=14 13=13 14=14',
	下午: '1=13 7=19 13=13 19=19',
	傍晚: '4=16 8=20 16=16 20=20',
	晚上: '5=17 11=23 17=17 23=23',
	夜里: '7=19 11=23 19=19 23=23'
};

describe('a part of the day', () => {
	test.each(Object.entries(hours))('%s is named by few hours, and by no other', (part, named) => {
		const known = new Map(named.split(' ').map((pair) => pair.split('=') as [string, string]));
		for (const [hour, whole] of known) {
			const time = `2024-03-14 ${whole.padStart(2, '0')}:30`;
			for (const text of [`3月14日${part}${hour}点30分`, `3月14日 ${part} ${hour}:30`])
				expect(read(text), text).toBe(time);
		}
		const [least, most] = [Math.min(...[...known.keys()].map(Number)), Math.max(...[...known.keys()].map(Number))];
		for (const hour of [least - 1, most + 1])
			if (hour >= 0) expect(read(`3月14日${part}${hour}点`), `${hour}`).toBe('moment-wrong');
	});

	test.each([
		'中午3点',
		'中午10点',
		'下午8点',
		'下午12点',
		'傍晚9点',
		'傍晚15点',
		'晚上12点',
		'晚上16点',
		'夜里12点',
		'夜里18点',
		'早上13点',
		'下午24点'
	])('%s is asked about', (text) => expect(read(`3月14日${text}`)).toBe('moment-wrong'));
});
