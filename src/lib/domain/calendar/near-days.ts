import { daysBetween } from './calendar';

/**
 * How many days before and after the first of two days of one matter the second may lie. What lies further off is as a rule a mistyped year or month,
 * and would count in a year that is closed, so the one who types it is asked. What is not given is bounded by other rules, or by none.
 */
const nearDays = {
	/** The day that a household plans its banquet for, from today: before it, and most of a year ahead at most. */
	'own-banquet': { before: 0, after: 300 },
	/** The same of a funeral, which is often filed afterwards, within five working days, and comes soon. */
	'own-funeral': { before: 10, after: 30 },
	/** A banquet that took place, from the day it was planned for: families bring it forward by some weeks, and put it off by two months. */
	held: { before: 30, after: 60 },
	/** One that was called off or became a family meal: households give it up from the day they declare it on, which is half a year ahead at most. */
	'called-off': { before: 180, after: 60 },
	/** A declaration, from the day the banquet is planned for: some declare it most of a year ahead, and what was found is put down later. */
	declared: { before: 300, after: 180 },
	/** A visit that dissuades, from the day the banquet is planned for. */
	visited: { before: 180 },
	/** The birth of an elder, from the end of this year: villages invite from 60 on by 虚岁 (domain/birthdays/invited-ages.ts), and put some down a year before. */
	'elder-born': { after: -21_184 },
	/** A case that was settled, from the day it was received: a year is long. */
	settled: { after: 366 }
} as const satisfies Record<string, { before?: number; after?: number }>;

export type SecondDay = keyof typeof nearDays;

/** Whether a day (YYYY-MM-DD) is so far `from` the first day of its matter that its year and month are asked about. */
export function isFarDay(second: SecondDay, on: string, from: string): boolean {
	const { before = Infinity, after = Infinity }: { before?: number; after?: number } = nearDays[second];
	const days = daysBetween(from, on);
	return days < -before || days > after;
}
