import { expect, test } from 'vitest';
import { instantOf } from '$lib/domain/calendar/calendar';
import { daysOfEvent } from '$lib/domain/events/event-days';
import { messageOf, type Announced } from '$lib/ui/events/announcement';
import { scriptOf } from '$lib/ui/events/loudspeaker';
import { timeSpan } from '$lib/ui/calendar/when';

const slot = (on: string, from: string, to: string, endsOn = on) => ({
	startsAt: instantOf(on, from),
	endsAt: instantOf(endsOn, to)
});
const [morning, afternoon] = [slot('2026-12-22', '09:00', '11:00'), slot('2026-12-22', '14:00', '16:00')];
const night = slot('2026-12-23', '22:00', '01:00', '2026-12-24');
const later = slot('2026-12-24', '09:00', '11:00');
const announced = (slots: Announced['slots']): Announced => ({
	title: '义诊',
	place: '文化站',
	description: '',
	phone: '02371234567',
	unit: '三星村',
	slots,
	lunar: null,
	address: 'https://x.cn/e/1',
	isMoved: false,
	cancelledBecause: null
});

test('the days of an event are in order, and a night belongs to the day it begins on', () => {
	const days = daysOfEvent([later, afternoon, night, morning]);
	expect(days.map(({ slots, ...span }) => [span, slots.length])).toEqual([
		[{ startsAt: morning.startsAt, endsAt: afternoon.endsAt }, 2],
		[night, 1],
		[later, 1]
	]);
	expect(daysOfEvent([])).toEqual([]);
});

test('what is announced says the times of each day, not one span from the first to the last', () => {
	const text = messageOf(announced([morning, later]));
	expect(text).toContain('上午9点到11点，12月24日上午9点到11点');
	expect(scriptOf(announced([morning, afternoon, later]))).toContain(
		'上午9点到下午4点，分2个时段，12月24日上午9点到11点'
	);
});

test('of many days it says how many follow', () => {
	const slots = [22, 23, 24, 25].map((day) => slot(`2026-12-${day}`, '09:00', '11:00'));
	expect(messageOf(announced(slots))).toContain('上午9点到11点，后面还有3天');
});

test('a span of several days is shown with its last day, and not as if it went through the night', () => {
	expect(timeSpan(afternoon.startsAt, instantOf('2026-12-23', '11:00'))).toBe('14:00—2026年12月23日（周三） 11:00');
});
