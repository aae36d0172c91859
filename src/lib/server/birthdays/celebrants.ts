// Whom a window of a series invites: each elder once for each birthday, whatever series a village has or had.
import type { Window } from '$lib/domain/birthdays/birthday-window';
import { listInvitedWindows } from '$lib/server/db/birthdays/invited-windows';
import type { Context } from '../context';
import { birthdaysFor, datesOf, type Dates, type SeriesRule } from './birthdays';
import { readRoll, type OpenElder } from './elder-fields';

/** An elder whom a window invites: the birthday in it, and the age it completes. */
export interface Celebrant {
	elder: OpenElder;
	on: string;
	age: number;
}

/** Who lives in a unit, and whether an elder is on a list for the birthday of a day. */
export interface InvitedRoll {
	elders: readonly OpenElder[];
	isInvited(elderId: string, on: string): boolean;
}

/** The roll of a unit and all below it with the lists of the last years: a window may be of the year before, and its lists stay. */
export async function readInvitedRoll(ctx: Context, unitId: string): Promise<InvitedRoll> {
	const sinceYear = Number(ctx.today().slice(0, 4)) - 2;
	const [elders, invited] = await Promise.all([readRoll(ctx, unitId), listInvitedWindows(ctx.db, unitId, sinceYear)]);
	// Many elders are invited to few windows.
	const dates = new Map<string, Dates>();
	const windows = new Map<string, Dates[]>();
	for (const { elderId, calendar, ...window } of invited) {
		const key = [calendar, ...Object.values(window)].join(' ');
		if (!dates.has(key)) dates.set(key, datesOf(calendar, window));
		windows.set(elderId, [...(windows.get(elderId) ?? []), dates.get(key)!]);
	}
	return {
		elders,
		isInvited: (elderId, on) => (windows.get(elderId) ?? []).some(({ fromOn, toOn }) => on >= fromOn && on <= toOn)
	};
}

/** Everyone of a roll whom a series invites for a window and who is on no list for that birthday yet, by birthday. */
export function celebrantsOf(roll: InvitedRoll, series: SeriesRule, window: Window): Celebrant[] {
	const invited = birthdaysFor(series, window);
	return roll.elders
		.flatMap((elder) => {
			const birthday = elder.birth && invited(elder.birth);
			return birthday && !roll.isInvited(elder.id, birthday.on) ? [{ elder, ...birthday }] : [];
		})
		.sort((a, b) => a.on.localeCompare(b.on));
}
