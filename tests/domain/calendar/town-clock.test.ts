import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { addDays, dateOf, instantOf, isMonth, isTime, timeOf, timeZone } from '$lib/domain/calendar/calendar';

/** What the time zone database says. */
const official = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });

const years = (from: number, to: number) => ({ min: Date.UTC(from, 0, 1), max: Date.UTC(to, 0, 1) });
const shownAt = (at: number) => `${dateOf(at)} ${timeOf(at)}`;

/** The instants between 1900 and 2100 at which the town's clocks were put forward or back. */
function changesOfClock(): number[] {
	const { min, max } = years(1900, 2100);
	const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
	const offsetAt = (at: number) => offset.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;
	const changes: number[] = [];
	for (let from = min; from < max; from += 86_400_000) {
		let [before, after] = [from, from + 86_400_000];
		if (offsetAt(before) === offsetAt(after)) continue;
		while (after - before > 1) {
			const middle = Math.floor((before + after) / 2);
			if (offsetAt(middle) === offsetAt(from)) before = middle;
			else after = middle;
		}
		changes.push(after);
	}
	return changes;
}

describe('instants and the town’s clock', () => {
	test.each([
		['2024-03-04T16:00:00Z', '2024-03-05', '00:00'],
		['2024-03-04T15:59:59Z', '2024-03-04', '23:59'],
		['2024-12-31T16:00:00Z', '2025-01-01', '00:00'],
		['2024-02-29T04:30:00Z', '2024-02-29', '12:30'],
		['1990-07-01T00:00:00Z', '1990-07-01', '09:00'],
		['1990-12-01T00:00:00Z', '1990-12-01', '08:00'],
		['1970-01-01T00:00:00Z', '1970-01-01', '08:00']
	])('%s is %s %s in Shanghai, and back', (utc, on, time) => {
		const at = Date.parse(utc);
		expect([dateOf(at), timeOf(at)]).toEqual([on, time]);
		expect(instantOf(on, time)).toBe(Math.floor(at / 60_000) * 60_000);
	});

	test.prop([fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 0, 1) })])(
		'date and time of an instant lead back to its minute',
		(at) => {
			expect(instantOf(dateOf(at), timeOf(at))).toBe(Math.floor(at / 60_000) * 60_000);
		}
	);

	test.prop([fc.integer(years(1900, 2100))])('are those of the time zone database, at any instant', (at) => {
		expect(shownAt(at)).toBe(official.format(at));
	});

	test('are those of the time zone database around every change of the clock', () => {
		const changes = changesOfClock();
		expect(new Date(changes.at(-1)!).toISOString()).toBe('1991-09-14T17:00:00.000Z');
		expect(changes.length).toBeGreaterThan(20);
		const near = [-3_600_000, -60_000, -1000, -1, 0, 1, 999, 1000, 60_000, 3_600_000];
		for (const at of changes.flatMap((change) => near.map((ms) => change + ms)))
			expect(shownAt(at), new Date(at).toISOString()).toBe(official.format(at));
	});

	test('exist up to the year 9999 and beyond; what is no instant throws', () => {
		expect(shownAt(Date.UTC(9999, 11, 31, 15, 59))).toBe('9999-12-31 23:59');
		expect(dateOf(Date.UTC(9999, 11, 31, 16))).toBe('10000-01-01');
		for (const at of [NaN, Infinity, -Infinity, 9e15]) expect(() => dateOf(at)).toThrow(RangeError);
	});

	test('a date or time that does not exist throws instead of sliding to another', () => {
		expect(() => instantOf('2023-02-29', '08:00')).toThrow(RangeError);
		expect(() => instantOf('2024-02-29', '24:00')).toThrow(RangeError);
		expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
	});
});

test('times run from 00:00 to 23:59, months from 01 to 12', () => {
	expect(['00:00', '23:59', '24:00', '9:30', '09:60', ''].filter(isTime)).toEqual(['00:00', '23:59']);
	expect(['2024-01', '2024-12', '2024-13', '2024-1', '2024'].filter(isMonth)).toEqual(['2024-01', '2024-12']);
});
