// Whom a window of a series invites: each elder once for each birthday, whatever series a village has or had.
import type { Window } from '$lib/domain/birthdays/birthday-window';
import { listInvitedWindows } from '$lib/server/db/birthdays/invited-windows';
import type { Context } from '../context';
import { birthdaysFor, listedBirthdays, ruleOf, type Birthday, type SeriesRule } from './birthdays';
import { readRoll, type OpenElder } from './elder-fields';

/** An elder whom a window invites: the birthday in it, and the age it completes. */
export interface Celebrant extends Birthday {
	elder: OpenElder;
}

/** Who lives in a unit, and for which birthdays each elder is on a list. */
export interface InvitedRoll {
	elders: readonly OpenElder[];
	invited: ReadonlyMap<string, readonly Birthday[]>;
}

/** The roll of a unit and all below it with the lists of the last years: a window may be of the year before, and its lists stay. */
export async function readInvitedRoll(ctx: Context, unitId: string): Promise<InvitedRoll> {
	const sinceYear = Number(ctx.today().slice(0, 4)) - 2;
	const [elders, lists] = await Promise.all([readRoll(ctx, unitId), listInvitedWindows(ctx.db, unitId, sinceYear)]);
	const births = new Map(elders.map(({ id, birth }) => [id, birth]));
	// Many elders are invited to few windows.
	const windows = new Map<string, ReturnType<typeof listedBirthdays>>();
	const invited = new Map<string, Birthday[]>();
	for (const { elderId, ...list } of lists) {
		const key = Object.values(list).join(' ');
		if (!windows.has(key)) windows.set(key, listedBirthdays(ruleOf(list), list));
		const birth = births.get(elderId);
		const birthday = birth ? windows.get(key)!(birth) : null;
		if (birthday) invited.set(elderId, [...(invited.get(elderId) ?? []), birthday]);
	}
	return { elders, invited };
}

/** Everyone of a roll whom a series invites for a window and who is on no list for that birthday yet, by birthday. */
export function celebrantsOf({ elders, invited }: InvitedRoll, series: SeriesRule, window: Window): Celebrant[] {
	const birthdayIn = birthdaysFor(series, window);
	// A round age has one banquet, also where the other count of ages reaches it a year later.
	const isSame = (one: Birthday, other: Birthday) =>
		one.on === other.on || (series.cadence === 'yearly' && one.age === other.age);
	return elders
		.flatMap((elder) => {
			const birthday = elder.birth && birthdayIn(elder.birth);
			const had = invited.get(elder.id) ?? [];
			return birthday && !had.some((each) => isSame(each, birthday)) ? [{ elder, ...birthday }] : [];
		})
		.sort((a, b) => a.on.localeCompare(b.on));
}
