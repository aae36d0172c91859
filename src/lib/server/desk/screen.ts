import { addDays, instantOf, yearOf } from '$lib/domain/calendar/calendar';
import { byMostBehind, isBehind } from '$lib/domain/targets/target';
import type { Context } from '../context';
import { listEventsOn } from '$lib/server/db/events/public-events';
import { findUnit } from '$lib/server/db/units/units';
import { scopeOf } from '../people/rights';
import { readBoard } from '../targets/target-board';

/** Shown of each; more cannot be read across a hall. */
const most = 5;

/**
 * What the big screen shows beside the public charts: the unit whose screen it is, today's events, and which targets of the year are
 * behind, those of the unit and of the units below it, the most first. No names of people.
 */
export async function readScreen(ctx: Context) {
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const unit = (await findUnit(ctx.db, scope))!;
	const year = yearOf(today);
	const [board, events] = await Promise.all([
		readBoard(ctx.db, { unit, year, today }),
		listEventsOn(ctx.db, {
			scope,
			from: instantOf(today, '00:00'),
			until: instantOf(addDays(today, 1), '00:00'),
			limit: most + 1
		})
	]);
	const behind = board.rows
		.flatMap(({ id, unit: counted, cells }) =>
			cells.flatMap(({ reading }, at) => {
				// Where the units below have targets of their own, the unit's number is their sum.
				const isSum = at === 0 && cells.slice(1).some((below) => below.reading);
				return reading && !isSum && isBehind(reading) ? [{ id, unit: counted, of: board.units[at]!, reading }] : [];
			})
		)
		.sort((one, other) => byMostBehind(one.reading, other.reading));
	return {
		unit: { name: unit.name, nameEn: unit.nameEn },
		scope,
		today,
		at: ctx.now(),
		events: { first: events.slice(0, most), isMore: events.length > most },
		behind: { first: behind.slice(0, most), all: behind.length }
	};
}
