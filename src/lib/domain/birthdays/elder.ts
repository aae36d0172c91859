import { yearOf } from '../calendar/calendar';
import { isFarDay } from '../calendar/near-days';
import type { LunarYmd } from '../calendar/lunar-date';

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

/** 自己走, 要人扶, 坐轮椅, 出不了门. How an elder gets about; never why. */
export const mobilities = ['walks', 'needs-arm', 'wheelchair', 'homebound'] as const;
export type Mobility = (typeof mobilities)[number];

/** 没有忌口, 软烂, 清淡, 少糖, 吃素, 清真. What goes on the plate; never an illness. */
export const diets = ['any', 'soft', 'light', 'low-sugar', 'vegetarian', 'halal'] as const;
export type Diet = (typeof diets)[number];

/** Whether pictures may be taken and shown. Who was not asked has not agreed. */
export const photoConsents = ['unasked', 'yes', 'no'] as const;
export type PhotoConsent = (typeof photoConsents)[number];

/** 农历, 公历. */
export const calendars = ['lunar', 'solar'] as const;
export type Calendar = (typeof calendars)[number];

/**
 * A birth date in the calendar it was given in. Identity cards of elders often carry a lunar date as if it were solar, so the
 * one is never turned into the other silently (birthday-banquets.md).
 */
export type BirthDate = ({ calendar: 'lunar' } & LunarYmd) | { calendar: 'solar'; on: string };

/** Why an elder is no longer on the roll. */
export const departureReasons = ['died', 'moved'] as const;
export type DepartureReason = (typeof departureReasons)[number];

/** The most who usually come along with one elder. */
export const mostCompanions = 4;

/** A birth date as one short text, the same for the same date: L1946-02-30, L1946-06!-01 (闰), S1946-03-05. */
export function writeBirth(birth: BirthDate): string {
	if (birth.calendar === 'solar') return `S${birth.on}`;
	const two = (part: number) => String(part).padStart(2, '0');
	return `L${birth.year}-${two(birth.month)}${birth.isLeap ? '!' : ''}-${two(birth.day)}`;
}

/** The birth date of such a text; null for any other text, as where it was erased. */
export function readBirth(text: string): BirthDate | null {
	if (text.startsWith('S')) return { calendar: 'solar', on: text.slice(1) };
	const [, year, month, leap, day] = /^L(\d{4})-(\d{2})(!?)-(\d{2})$/.exec(text) ?? [];
	if (!day) return null;
	return { calendar: 'lunar', year: Number(year), month: Number(month), day: Number(day), isLeap: leap === '!' };
}

/** Whether a birth date is so late that no village invites that age, not even next year: its year or the person must be wrong. Asked about. */
export const isBornLate = (birth: BirthDate, presentYear: number): boolean =>
	isFarDay('elder-born', birth.calendar === 'solar' ? birth.on : `${birth.year}-07-01`, `${presentYear}-12-31`);

/**
 * 周岁: full years by the solar calendar on a day. Both YYYY-MM-DD. An elder born on 29 February is a year older on 1
 * March of other years.
 */
export function fullAge(bornOn: string, on: string): number {
	return yearOf(on) - yearOf(bornOn) - (on.slice(5) < bornOn.slice(5) ? 1 : 0);
}

/** 虚岁: lunar year − lunar year of birth + 1. */
export function nominalAge(bornInLunarYear: number, lunarYear: number): number {
	return lunarYear - bornInLunarYear + 1;
}

/** The oldest age of an elder on the roll: an earlier year of birth is mistyped. */
export const oldestAge = 120;
