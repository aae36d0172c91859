import { addDays, instantOf, yearOf } from '$lib/domain/calendar/calendar';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Context } from '../context';
import { listEventsOn } from '$lib/server/db/events/public-events';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { scopeOf } from '../people/rights';
import { readTargetsBehind } from '../targets/targets-behind';

/** Shown of each; more cannot be read across a hall. */
const most = 5;

/**
 * What the big screen shows beside the public charts: today's events, and which targets of the year are
 * behind, those of the unit and of the units below it, the most first. No names of people, and of targets those of the town's own work
 * alone: anyone in the hall can read them, and what households did is read from releases.
 */
export async function readScreen(ctx: Context, starts: LedgerStarts) {
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const [{ behind, all, due }, events] = await Promise.all([
		readTargetsBehind(ctx, {
			...{ unitId: scope, year: yearOf(today), today, starts },
			isAsked: (figure) => !isReleased(figure)
		}),
		listEventsOn(ctx.db, {
			scope,
			from: instantOf(today, '00:00'),
			until: instantOf(addDays(today, 1), '00:00'),
			limit: most + 1
		})
	]);
	return {
		at: ctx.now(),
		events: { first: events.slice(0, most), isMore: events.length > most },
		/** `targets`: how many are set; `due`: of how many of them something is due by now. */
		behind: { first: behind.slice(0, most), all: behind.length, targets: all, due }
	};
}
