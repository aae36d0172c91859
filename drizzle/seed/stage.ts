import { v7 } from 'uuid';
import { makeCode } from '../../src/lib/domain/signups/slip-code';
import type { Actor } from '../../src/lib/domain/people/actor';
import { addDays, dateOf, instantOf, yearOf } from '../../src/lib/domain/calendar/calendar';
import type { Result } from '../../src/lib/domain/result';
import type { Context } from '../../src/lib/server/context';
import { createDice, type Dice } from './dice';
import { personOf, type Person } from './people';

/** What plays the demo: a clock that is set, dice, and the actors. Every record goes through a service's own verb. */
export interface Stage {
	dice: Dice;
	/** Sets the clock to a date and time of the town. */
	at(on: string, time?: string): void;
	/** The context of an actor. */
	as(actor: Actor): Context;
	/** Each household's own representative: holds the slip in question. */
	villager: Context;
	id(): string;
	/** A person who has not appeared before. */
	newPerson(): Person;
	/** A stage on the same clock with dice and people of its own: what happens there changes nothing else. `firstPerson`: see people.ts. */
	aside(seed: number, firstPerson: number): Stage;
	/** The same with a clock of its own, too: what happens there may happen while other stages go on. */
	apart(seed: number, firstPerson: number): Stage;
}

/** A stage on the database of `ctx`. */
export function createStage(ctx: Context): Stage {
	return setStage(ctx, { now: instantOf('2023-01-01', '08:00') }, 20240210, 0);
}

function setStage(ctx: Context, clock: { now: number }, seed: number, firstPerson: number): Stage {
	const dice = createDice(seed);
	let people = firstPerson;
	const id = () => v7({ msecs: clock.now, random: dice.bytes(16), seq: dice.between(0, 2 ** 31 - 1) });
	const base: Context = {
		...ctx,
		now: () => clock.now,
		today: () => dateOf(clock.now),
		newId: id,
		newCode: () => makeCode((below) => dice.between(0, below - 1))
	};
	return {
		dice,
		at: (on, time = '09:00') => void (clock.now = instantOf(on, time)),
		as: (actor) => ({ ...base, actor }),
		villager: { ...base, actor: { kind: 'visitor', slips: { includes: () => true } } },
		id,
		newPerson: () => personOf(people++),
		aside: (seed, firstPerson) => setStage(ctx, clock, seed, firstPerson),
		apart: (seed, firstPerson) => setStage(ctx, { ...clock }, seed, firstPerson)
	};
}

/** What a verb gave; the demo has no place for a refusal. */
export function must<T extends object>(result: Result<T>): T {
	if (!result.ok) throw new Error(`the demo was refused: ${result.refusal}`);
	return result;
}

/** `count` dates of a month range in one year, spread evenly with a little chance, in order. */
export function spreadDates(dice: Dice, year: number, count: number, months: [number, number] = [1, 12]): string[] {
	const first = `${year}-${String(months[0]).padStart(2, '0')}-01`;
	const days = (months[1] - months[0] + 1) * 30 - 2;
	return Array.from({ length: count }, (_, i) => {
		const day = Math.floor(((i + 0.15 + 0.7 * dice.throw()) / count) * days);
		const on = addDays(first, day);
		return yearOf(on) === year ? on : `${year}-12-28`;
	});
}
