import { nextWindow, suggestDay, windowsAYear, type Window } from '$lib/domain/birthdays/birthday-window';
import { datesOf, windowAt, type Birthday } from './birthdays';
import { celebrantsOf, readInvitedRoll, type Celebrant, type InvitedRoll } from './celebrants';
import type { Context } from '../context';
import { listSeries, listTakenWindows, windowKey, type SeriesRow } from '$lib/server/db/birthdays/birthday-series';

/** The next banquet of a series as the roll gives it; `window` null where no birthday falls into the year to come. */
export interface Proposal {
	series: SeriesRow;
	next: { window: Window; fromOn: string; toOn: string; suggestedOn: string; celebrants: Celebrant[] } | null;
}

/**
 * The next banquet of every series within `scope`, from the roll: the first window that is not over, has no banquet
 * yet and an elder to invite, with a day to hold it. Looks a year ahead. Where a village has several series, an elder's birthday is proposed by the first alone.
 */
export async function proposeBanquets(ctx: Context, scope: string): Promise<Proposal[]> {
	const today = ctx.today();
	const [series, taken] = await Promise.all([listSeries(ctx.db, scope, today), listTakenWindows(ctx.db, scope)]);
	const villages = [...new Set(series.map(({ unitId }) => unitId))];
	const rolls = new Map(await Promise.all(villages.map(async (id) => [id, await readInvitedRoll(ctx, id)] as const)));
	return series.map((own) => {
		const { elders, invited } = rolls.get(own.unitId)!;
		const next = findNext({ elders, invited }, own, taken, today);
		const proposed = new Map(next?.celebrants.map(({ elder, on, age }) => [elder.id, { on, age }]));
		rolls.set(own.unitId, { elders, invited: withOthers(invited, proposed) });
		return { series: own, next };
	});
}

function withOthers(invited: InvitedRoll['invited'], others: ReadonlyMap<string, Birthday>): InvitedRoll['invited'] {
	return new Map([...invited, ...[...others].map(([id, own]) => [id, [...(invited.get(id) ?? []), own]] as const)]);
}

function findNext(roll: InvitedRoll, series: SeriesRow, taken: Set<string>, today: string): Proposal['next'] {
	let window = windowAt(series, series.fromOn > today ? series.fromOn : today);
	for (let nth = 0; nth <= windowsAYear(series.cadence); nth++, window = nextWindow(series.cadence, window)) {
		const { fromOn, toOn } = datesOf(series.calendar, window);
		if (series.endsOn !== null && fromOn > series.endsOn) return null;
		if (taken.has(windowKey(series.id, window))) continue;
		const celebrants = celebrantsOf(roll, series, window);
		if (celebrants.length > 0)
			return { window, fromOn, toOn, celebrants, suggestedOn: suggestDay({ fromOn, toOn, today }) };
	}
	return null;
}
