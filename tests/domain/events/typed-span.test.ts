import { fc, test as property } from '../../properties';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { instantOf } from '$lib/domain/calendar/calendar';
import { layoutForm } from '$lib/forms/blood/donation';
import { planBanquetForm } from '$lib/forms/birthdays/birthday';
import { newEventForm } from '$lib/forms/events/event';
import { editSlotForm, newSlotForm } from '$lib/forms/events/slot';
import { editShiftForm, newShiftForm } from '$lib/forms/shifts/shift';
import { spanAsTyped } from '$lib/forms/span';
import { spanWords, timeSpan } from '$lib/ui/calendar/when';
import { spanAloud } from '$lib/ui/calendar/read-aloud';

const uuid = '00000000-0000-7000-8000-000000000001';
const on = '2026-12-01';
const words = { title: '宴', place: '院坝', contactPhone: '02371000000', seats: '8', pricePerTable: '' };
const forms = [
	['a new slot', newSlotForm, { capacity: '' }],
	['a changed slot', editSlotForm, { slotId: uuid, capacity: '' }],
	['a new shift', newShiftForm, { duty: '签到', needed: '1' }],
	['a changed shift', editShiftForm, { shiftId: uuid, duty: '签到', needed: '1' }],
	['the layout of a drive', layoutForm, { beds: '4' }],
	['a birthday banquet', planBanquetForm, { seriesId: uuid, year: '2026', firstMonth: '1', ...words }]
] as const;

describe.each(forms)('%s', (_, form, rest) => {
	const read = (startsAt: string, endsAt: string, nextDay = '') => {
		const result = v.safeParse(form, { id: uuid, on, startsAt, endsAt, nextDay, ...rest });
		if (!result.success) return result.issues.map((issue) => [v.getDotPath(issue), issue.message]);
		const { startsAt: from, endsAt: to } = result.output;
		return (to - from) / 3_600_000;
	};

	test('may end at midnight, written 00:00 or 24:00', () => {
		expect(read('23:00', '00:00')).toBe(1);
		expect(read('23:00', '24:00')).toBe(1);
		expect(read('00:00', '00:00')).toBe(24);
	});

	test('asks whether an end before the start is on the next day, and takes it then', () => {
		expect(read('22:00', '01:30')).toEqual([['endsAt', 'ends-next-day']]);
		expect(read('22:00', '01:30', 'yes')).toBe(3.5);
		expect(read('09:00', '11:00', 'yes')).toEqual([['endsAt', 'span-over-a-day']]);
		expect(read('09:00', '09:00')).toEqual([['endsAt', 'end-before-start']]);
	});

	test('reads times in full width and without a leading nought', () => {
		expect(read('9:00', '１１：００')).toBe(2);
		expect(read('24:00', '24:00')).toEqual([['startsAt', 'time-wrong']]);
	});
});

test('in the form of a new event the question is at its row', () => {
	const result = v.safeParse(newEventForm, {
		'slots.1.on': on,
		'slots.1.startsAt': '22:00',
		'slots.1.endsAt': '1:00',
		'slots.1.id': uuid,
		'slots.1.capacity': ''
	});
	expect(result.issues?.map((issue) => [v.getDotPath(issue), issue.message])).toContainEqual([
		'slots.1.endsAt',
		'ends-next-day'
	]);
});

property.prop([fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 })])(
	'a span of at most a day is read back from what its form shows',
	(start, minutes) => {
		const startsAt = instantOf(on, '00:00') + start * 60_000;
		const endsAt = startsAt + minutes * 60_000;
		const form = { id: uuid, capacity: '', ...spanAsTyped(startsAt, endsAt) };
		expect(v.parse(newSlotForm, form)).toMatchObject({ startsAt, endsAt });
	}
);

test('a night is shown and read out without the date of its end', () => {
	const [from, midnight, night] = ['22:00', '00:00', '01:30'].map((time, nth) =>
		instantOf(nth === 0 ? on : '2026-12-02', time)
	) as [number, number, number];
	expect(timeSpan(from, midnight)).toBe('22:00—24:00');
	expect(timeSpan(from, night)).toBe('22:00—次日01:30');
	expect(spanWords(from, night)).toBe('2026年12月1日（周二） 22:00—次日01:30');
	expect(spanAloud(from, midnight)).toBe('晚上10点到夜里12点');
	expect(spanAloud(from, night)).toBe('晚上10点到第二天凌晨1点半');
});
