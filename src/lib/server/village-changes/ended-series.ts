// Birthday series of villages that merge: one village's go on.
import { insertSeriesEnd, listSeries } from '$lib/server/db/birthdays/birthday-series';
import { datesOf, windowAt } from '../birthdays/birthdays';
import type { Context } from '../context';
import { stampOf, type Statements } from '../record-act';

/**
 * Ends the birthday series of villages that merge, but those of the first of `fromIds` that has any: they go on for the elders of all. The
 * others end with the window that runs today, so that an elder whose birthday is in it is still invited where the first village's banquet was
 * held already.
 */
export async function endOtherSeries(ctx: Context, fromIds: readonly string[]): Promise<Statements> {
	const today = ctx.today();
	const of = await Promise.all(fromIds.map((id) => listSeries(ctx.db, id, today)));
	const [, ...others] = of.filter((list) => list.length > 0);
	return others
		.flat()
		.filter(({ endsOn }) => endsOn === null)
		.map((series) => {
			const { toOn } = datesOf(series.calendar, windowAt(series, today));
			return insertSeriesEnd(ctx.db, series.id, toOn, stampOf(ctx));
		});
}
