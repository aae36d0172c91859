import { describe, expect, test } from 'vitest';
import { cadences, nextWindow, windowOf, windowsAYear, type Cadence } from '$lib/domain/birthdays/birthday-window';
import { calendars, type BirthDate, type Calendar } from '$lib/domain/birthdays/elder';
import { ageKinds } from '$lib/domain/birthdays/invited-ages';
import { birthdaysFor } from '$lib/server/birthdays/birthdays';
import { lunarMonthsOf } from '$lib/server/calendar/lunar';
import { lunar, solar } from './birth-dates';

/** Banquets of thirty years; the ages of the years in the middle must all be there, those at the edges may lie outside. */
const first = 2005;
const years = 30;

/** Every series that a village can hold, with whom it invites to each of its banquets. */
function seriesOf(cadence: Cadence) {
	const windows = [windowOf(cadence, { year: first, month: 1 })];
	while (windows.length < years * windowsAYear(cadence)) windows.push(nextWindow(cadence, windows.at(-1)!));
	return calendars.flatMap((calendar) =>
		ageKinds.map((ageKind) => {
			const rule = { threshold: 60, ageKind, cadence, calendar };
			return { rule, banquets: windows.map((window) => birthdaysFor(rule, window)) };
		})
	);
}

/** Every day of birth of a year as a calendar writes it: 29 February and 闰 months too. */
function birthsOf(calendar: Calendar, year: number): BirthDate[] {
	if (calendar === 'lunar')
		return lunarMonthsOf(year).flatMap(({ month, isLeap, days }) =>
			Array.from({ length: days }, (_, day) => lunar(year, month, day + 1, isLeap))
		);
	const days = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86_400_000;
	return Array.from({ length: days }, (_, day) =>
		solar(new Date(Date.UTC(year, 0, day + 1)).toISOString().slice(0, 10))
	);
}

/** What is wrong with the ages for which a series invites a person: missing ones, or one asked for twice. */
function faultOf(birth: BirthDate, { rule, banquets }: ReturnType<typeof seriesOf>[number]): string | null {
	const ages: number[] = [];
	for (const invited of banquets) {
		const birthday = invited(birth);
		if (birthday) ages.push(birthday.age);
	}
	const bornIn = birth.calendar === 'lunar' ? birth.year : Number(birth.on.slice(0, 4));
	const step = rule.cadence === 'yearly' ? 5 : 1;
	const from = Math.max(rule.threshold, Math.ceil((first + 2 - bornIn) / step) * step);
	const due = Array.from({ length: years }, (_, nth) => from + nth * step).filter(
		(age) => age <= first + years - 3 - bornIn
	);
	const isRight = due.every((age) => ages.filter((each) => each === age).length === 1);
	const isOnce = new Set(ages).size === ages.length && ages.every((age) => age >= rule.threshold && age % step === 0);
	return isRight && isOnce ? null : `${JSON.stringify(birth)} ${JSON.stringify(rule)}: ${ages.join(' ')}`;
}

function faultsOf(cadence: Cadence, bornIn: readonly number[]): string[] {
	const series = seriesOf(cadence);
	return bornIn.flatMap((year) =>
		calendars
			.flatMap((calendar) => birthsOf(calendar, year))
			.flatMap((birth) => series.flatMap((own) => faultOf(birth, own) ?? []))
	);
}

const from1900 = Array.from({ length: 76 }, (_, nth) => 1900 + nth);

describe('each elder is invited exactly once for each age of the series', () => {
	test('at yearly banquets for every round age: all births of 1900 to 1975, in thirty years', () => {
		expect(faultsOf('yearly', from1900)).toEqual([]);
	});

	// Of an elder born in another year the birthdays are the same days, and the ages all differ by the same number.
	test.each(cadences.filter((cadence) => cadence !== 'yearly'))('at %s banquets for every age', (cadence) => {
		expect(faultsOf(cadence, [1944])).toEqual([]);
	});
});
