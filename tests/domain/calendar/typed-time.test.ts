import { fc, test as property } from '../../properties';
import { expect, test } from 'vitest';
import { parseTypedTime } from '$lib/domain/calendar/typed-time';

test.each([
	['9:00', '09:00'],
	['０９：００', '09:00'],
	['９：０５', '09:05'],
	[' 19 : 30 ', '19:30'],
	['9.30', '09:30'],
	['0930', '09:30'],
	['930', '09:30'],
	['9点', '09:00'],
	['9点半', '09:30'],
	['14时05分', '14:05'],
	['0:00', '00:00'],
	['24:00', '24:00']
])('%s is %s', (typed, time) => {
	expect(parseTypedTime(typed)).toBe(time);
});

test.each(['', '9', '25:00', '24:01', '9:60', '9:5', '上午9点', '-9:00', '9:00:00', '12:345'])(
	'%j is no time',
	(typed) => {
		expect(parseTypedTime(typed)).toBeNull();
	}
);

property.prop([fc.integer({ min: 0, max: 1439 })])('every minute of the day is read as a clock shows it', (minute) => {
	const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
	expect(parseTypedTime(time)).toBe(time);
});
