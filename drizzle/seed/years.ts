// Which years the demo has records of, and how far.
import { addDays, yearOf } from '../../src/lib/domain/calendar/calendar';
import type { VillageKey } from './banquet-plan';
import { createDice } from './dice';
import type { Stage } from './stage';

/** The years whose figures the town published: their records are the same on every day. */
export const publishedYears = [2023, 2024] as const;
export type PublishedYear = (typeof publishedYears)[number];
export const firstLaterOn = '2025-01-01';

/** The earlier of two dates. */
export const earlierOf = (one: string, other: string): string => (one < other ? one : other);

/** The later of two dates. */
export const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** A year after the published ones, as far as it is over. A record is the same on every day from its own day on. */
export interface LaterYear {
	year: number;
	/** The last day on which anything is written down: yesterday. */
	lastOn: string;
	/** A stage for one part of the year, with clock, dice and people of its own: how far another part got changes nothing in it. */
	stageOf(part: keyof typeof parts, nth?: number): Stage;
}

/** Where the dice and the people of a part begin. People come from numbers that the published years do not reach. */
const parts = {
	banquets: { seed: 1, people: 0 },
	'called-off': { seed: 2, people: 180 },
	dissuasions: { seed: 3, people: 200 },
	activities: { seed: 100, people: 0 },
	events: { seed: 200, people: 240 },
	pledges: { seed: 300, people: 960 },
	months: { seed: 400, people: 0 },
	cases: { seed: 500, people: 0 }
} as const;
const firstPerson = 4000;
const peopleOfYear = 1200;
const peopleOfNth = 90;

/** The years from 2025 to that of `today` (YYYY-MM-DD), in order. */
export function laterYears(stage: Stage, today: string): LaterYear[] {
	const first = yearOf(firstLaterOn);
	return Array.from({ length: Math.max(0, yearOf(today) - first + 1) }, (_, at) => ({
		year: first + at,
		lastOn: addDays(today, -1),
		stageOf(part, nth = 0) {
			const { seed, people } = parts[part];
			const person = firstPerson + at * peopleOfYear + people + nth * peopleOfNth;
			return stage.apart((first + at) * 1000 + seed + nth, person);
		}
	}));
}

/** What a plan's level of 2024 comes to in a later year: a little more or less, the same for a year and a part every time. */
export function drifted(level: number, year: number, nth: number): number {
	return Math.round(level * (0.96 + 0.12 * createDice(year * 1000 + nth).throw()));
}

/** Every village as often as the others, in their order. */
export const evenly: Readonly<Record<VillageKey, number>> = { sanxing: 1, hesha: 1, zhongba: 1, qiaotou: 1 };

/** `count` keys in turn, as evenly as can be, each by its share. */
export function inTurn<K extends string>(shares: Readonly<Record<K, number>>, count: number): K[] {
	const keys = Object.keys(shares) as K[];
	const all = keys.reduce((sum, key) => sum + shares[key], 0);
	const owed = new Map(keys.map((key) => [key, 0]));
	return Array.from({ length: count }, () => {
		for (const key of keys) owed.set(key, owed.get(key)! + shares[key] / all);
		const next = keys.reduce((most, key) => (owed.get(key)! > owed.get(most)! + 1e-9 ? key : most));
		owed.set(next, owed.get(next)! - 1);
		return next;
	});
}
