import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
	cadences,
	isAgeInvited,
	leadDays,
	nextWindow,
	suggestDay,
	windowOf,
	windowsAYear
} from '$lib/domain/birthdays/birthday-window';
import { addDays, daysBetween, weekdayOf } from '$lib/domain/calendar/calendar';
import { fullAge, nominalAge, readBirth, writeBirth, type BirthDate } from '$lib/domain/birthdays/elder';
import { decideInvitationState, peopleOf } from '$lib/domain/birthdays/invitation';
import { estimatePrivateBanquets } from '$lib/domain/birthdays/private-banquets';
import {
	ageOn,
	birthdayFor,
	birthdayIn,
	birthdaysBetween,
	bornOn,
	datesOf,
	windowAt
} from '$lib/server/birthdays/birthdays';
import { lunarMonthsOf } from '$lib/server/calendar/lunar';

const lunar = (year: number, month: number, day: number, isLeap = false): BirthDate => ({
	calendar: 'lunar',
	year,
	month,
	day,
	isLeap
});
const solar = (on: string): BirthDate => ({ calendar: 'solar', on });

describe('ages (birthday-banquets.md)', () => {
	test('on 2026-02-17 a person born 1946-02-01 is 82 虚岁, born 1946-02-02 is 81; both are 80 周岁', () => {
		const ages = ['1946-02-01', '1946-02-02'].map((on) => [
			ageOn(solar(on), 'nominal', '2026-02-17'),
			ageOn(solar(on), 'full', '2026-02-17')
		]);
		expect(ages).toEqual([
			[82, 80],
			[81, 80]
		]);
	});

	test('虚岁 is the lunar year less the lunar year of birth, plus one', () => {
		expect(nominalAge(1946, 2026)).toBe(81);
		expect(ageOn(lunar(1946, 12, 29), 'nominal', '2026-02-16')).toBe(80);
		expect(ageOn(lunar(1946, 12, 29), 'nominal', '2026-02-17')).toBe(81);
	});

	test('周岁 goes by the solar date, also for an elder with a lunar birthday', () => {
		expect(fullAge('1946-03-05', '2026-03-04')).toBe(79);
		expect(fullAge('1946-03-05', '2026-03-05')).toBe(80);
		expect(fullAge('1948-02-29', '2026-02-28')).toBe(77);
		expect(fullAge('1948-02-29', '2026-03-01')).toBe(78);
		const born = bornOn(lunar(1946, 2, 1))!;
		expect(born).toBe('1946-03-04');
		expect(ageOn(lunar(1946, 2, 1), 'full', '2026-03-03')).toBe(79);
	});
});

describe('the birthday of a year', () => {
	test('二月三十 falls on the 29th in 2026, which is 2026-04-16', () => {
		expect(birthdayIn(lunar(1946, 2, 30), 2026)).toBe('2026-04-16');
	});

	test('of a leap month is kept in the ordinary month of other years, and in the leap month where there is one', () => {
		const birth = lunar(1941, 6, 5, true);
		expect(birthdayIn(birth, 2026)).toBe(birthdayIn(lunar(1941, 6, 5), 2026));
		expect(birthdayIn(birth, 2025)).toBe('2025-07-29');
		expect(birthdayIn(lunar(1941, 6, 5), 2025)).toBe('2025-06-29');
	});

	test('told in the solar calendar stays there, 29 February on the 28th', () => {
		expect(birthdayIn(solar('1946-03-05'), 2026)).toBe('2026-03-05');
		expect(birthdayIn(solar('1948-02-29'), 2026)).toBe('2026-02-28');
		expect(birthdayIn(solar('1948-02-29'), 2028)).toBe('2028-02-29');
	});

	const births = fc
		.record({ year: fc.integer({ min: 1920, max: 1970 }), nth: fc.nat(12), day: fc.integer({ min: 1, max: 29 }) })
		.map(({ year, nth, day }) => {
			const months = lunarMonthsOf(year);
			const { month, isLeap } = months[nth % months.length]!;
			return lunar(year, month, day, isLeap);
		});

	property.prop([births, fc.integer({ min: 2000, max: 2060 })])(
		'comes exactly once in every lunar year, and is written and read alike',
		(birth, year) => {
			const months = lunarMonthsOf(year);
			const last = months.at(-1)!;
			const toOn = addDays(last.firstOn, last.days - 1);
			expect(birthdaysBetween(birth, months[0]!.firstOn, toOn)).toEqual([birthdayIn(birth, year)]);
			expect(readBirth(writeBirth(birth))).toEqual(birth);
		}
	);
});

describe('a window of birthdays', () => {
	test('of lunar months 3–4 in 2026 is from 2026-04-17 to 2026-06-14', () => {
		expect(datesOf('lunar', { year: 2026, firstMonth: 3, lastMonth: 4 })).toEqual({
			fromOn: '2026-04-17',
			toOn: '2026-06-14'
		});
	});

	test('takes a leap month in with the month whose number it bears', () => {
		const { fromOn, toOn } = datesOf('lunar', { year: 2025, firstMonth: 5, lastMonth: 6 });
		expect(daysBetween(fromOn, toOn) + 1).toBe(29 + 30 + 29);
		expect(fromOn <= '2025-07-25' && toOn > '2025-07-25').toBe(true);
	});

	property.prop([fc.constantFrom(...cadences), fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 })])(
		'holds its month, and the windows of a year follow each other without gap',
		(cadence, year, month) => {
			const window = windowOf(cadence, { year, month });
			expect(window.firstMonth <= month && month <= window.lastMonth).toBe(true);
			const next = nextWindow(cadence, window);
			expect(daysBetween(datesOf('lunar', window).toOn, datesOf('lunar', next).fromOn)).toBe(1);
			let walked = window;
			for (let nth = 0; nth < windowsAYear(cadence); nth++) walked = nextWindow(cadence, walked);
			expect(walked).toEqual({ ...window, year: year + 1 });
		}
	);

	test('is found for a day in the series’s own calendar', () => {
		const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months' } as const;
		expect(windowAt({ ...rule, calendar: 'lunar' }, '2026-02-16')).toEqual({
			year: 2025,
			firstMonth: 11,
			lastMonth: 12
		});
		expect(windowAt({ ...rule, calendar: 'solar' }, '2026-02-16')).toEqual({ year: 2026, firstMonth: 1, lastMonth: 2 });
	});
});

describe('who is invited for a window', () => {
	const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;
	const window = { year: 2026, firstMonth: 3, lastMonth: 4 };

	test('is everyone whose birthday falls in it and who reaches the age', () => {
		expect(birthdayFor(lunar(1946, 3, 1), rule, window)).toEqual({ on: '2026-04-17', age: 81 });
		expect(birthdayFor(lunar(1967, 4, 29), rule, window)).toMatchObject({ age: 60 });
		expect(birthdayFor(lunar(1968, 3, 1), rule, window)).toBeNull();
		expect(birthdayFor(lunar(1946, 5, 1), rule, window)).toBeNull();
	});

	test('counts the age as the series says, reached by the end of the window', () => {
		const full = { ...rule, ageKind: 'full' } as const;
		expect(birthdayFor(lunar(1967, 4, 1), full, window)).toBeNull();
		expect(birthdayFor(solar('1966-06-14'), full, window)).toEqual({ on: '2026-06-14', age: 60 });
	});

	test('at a yearly banquet are the round ages alone (逢五逢十)', () => {
		expect(isAgeInvited({ age: 80, threshold: 60, cadence: 'yearly' })).toBe(true);
		expect(isAgeInvited({ age: 81, threshold: 60, cadence: 'yearly' })).toBe(false);
		expect(isAgeInvited({ age: 55, threshold: 60, cadence: 'yearly' })).toBe(false);
		expect(isAgeInvited({ age: 81, threshold: 60, cadence: 'monthly' })).toBe(true);
	});

	property.prop([fc.integer({ min: 0, max: 800 }), fc.integer({ min: 28, max: 400 })])(
		'is asked to a suggested Saturday, not before there was time to ring',
		(offset, length) => {
			const fromOn = addDays('2026-01-01', offset);
			const on = suggestDay({ fromOn, toOn: addDays(fromOn, length), today: '2026-03-02' });
			expect(weekdayOf(on)).toBe(6);
			expect(daysBetween('2026-03-02', on)).toBeGreaterThanOrEqual(leadDays);
		}
	);
});

describe('an invitation', () => {
	test('is what the last word says: a result outweighs an answer, and who left the roll drops out', () => {
		const none = { answer: null, result: null, isDropped: false };
		expect(decideInvitationState(none)).toBe('invited');
		expect(decideInvitationState({ ...none, answer: 'coming' })).toBe('coming');
		expect(decideInvitationState({ ...none, answer: 'declined', result: 'cake-delivered' })).toBe('cake-delivered');
		expect(decideInvitationState({ ...none, answer: 'coming', isDropped: true })).toBe('dropped');
		expect(decideInvitationState({ ...none, result: 'attended', isDropped: true })).toBe('attended');
	});

	test('seats the elder and the companions, and none of them unless the elder comes', () => {
		expect(peopleOf({ state: 'coming', companions: 2 })).toBe(3);
		expect(peopleOf({ state: 'declined', companions: 2 })).toBe(0);
		expect(peopleOf({ state: 'cake-delivered', companions: 2 })).toBe(0);
	});
});

test('private banquets are estimated as elders × share, and their tables as × tables each, rounded half up', () => {
	expect(estimatePrivateBanquets({ guests: 115, sharePercent: 30, tablesEach: 12 })).toEqual({
		banquets: 35,
		tables: 414
	});
	expect(estimatePrivateBanquets({ guests: 5, sharePercent: 10, tablesEach: 1 })).toEqual({ banquets: 1, tables: 1 });
	expect(estimatePrivateBanquets({ guests: 0, sharePercent: 100, tablesEach: 9 })).toEqual({ banquets: 0, tables: 0 });
});
