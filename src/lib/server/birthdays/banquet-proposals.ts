import { nextWindow, suggestDay, windowsAYear, type Window } from '$lib/domain/birthdays/birthday-window';
import { birthdaysFor, datesOf, windowAt } from './birthdays';
import type { Context } from '../context';
import { listSeries, listTakenWindows, type SeriesRow } from '$lib/server/db/birthdays/birthday-series';
import { readRoll, type OpenElder } from './elder-fields';

/** An elder whom a window invites: the birthday in it, and the age it completes. */
export interface Celebrant {
	elder: OpenElder;
	on: string;
	age: number;
}

/** The next banquet of a series as the roll gives it; `window` null where no birthday falls into the year to come. */
export interface Proposal {
	series: SeriesRow;
	next: { window: Window; fromOn: string; toOn: string; suggestedOn: string; celebrants: Celebrant[] } | null;
}

/** Everyone of a roll whom a series invites for a window, by birthday. */
export function celebrantsOf(roll: readonly OpenElder[], series: SeriesRow, window: Window): Celebrant[] {
	const invited = birthdaysFor(series, window);
	return roll
		.flatMap((elder) => {
			const birthday = elder.birth && invited(elder.birth);
			return birthday ? [{ elder, ...birthday }] : [];
		})
		.sort((a, b) => a.on.localeCompare(b.on));
}

/**
 * The next banquet of every series within `scope`, from the roll: the first window that is not over, has no banquet
 * yet and an elder to invite, with a day to hold it. Looks a year ahead.
 */
export async function proposeBanquets(ctx: Context, scope: string): Promise<Proposal[]> {
	const today = ctx.today();
	const [series, taken] = await Promise.all([listSeries(ctx.db, scope, today), listTakenWindows(ctx.db, scope)]);
	const rolls = new Map<string, Promise<OpenElder[]>>();
	for (const { unitId } of series) if (!rolls.has(unitId)) rolls.set(unitId, readRoll(ctx, unitId));
	return Promise.all(
		series.map(async (own) => ({ series: own, next: findNext(await rolls.get(own.unitId)!, own, taken, today) }))
	);
}

function findNext(roll: OpenElder[], series: SeriesRow, taken: Set<string>, today: string): Proposal['next'] {
	let window = windowAt(series, series.fromOn > today ? series.fromOn : today);
	for (let nth = 0; nth <= windowsAYear(series.cadence); nth++, window = nextWindow(series.cadence, window)) {
		const { fromOn, toOn } = datesOf(series.calendar, window);
		if (series.endsOn !== null && fromOn > series.endsOn) return null;
		if (taken.has(`${series.id}:${window.year}:${window.firstMonth}`)) continue;
		const celebrants = celebrantsOf(roll, series, window);
		if (celebrants.length > 0)
			return { window, fromOn, toOn, celebrants, suggestedOn: suggestDay({ fromOn, toOn, today }) };
	}
	return null;
}
