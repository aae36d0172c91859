import { yearBounds } from '$lib/domain/calendar/calendar';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Context } from '../context';
import { readFigures } from '../figures/figures';
import { readPublicFigures, type PublicReading } from '../releases/public-figures';
import { readPublished } from '../releases/read-published';
import { yearAsked, type Asked, type ExportRow, type ListRows } from './export-row';

/**
 * Every figure of a year as the ledgers have it today, which is not what was published, and beside it the published number. Numbers are published
 * of the town alone: of a unit below it that column stays empty.
 */
export const figures: ListRows = async function* (ctx, asked) {
	const year = yearAsked(ctx, asked);
	const { now, before, isPart } = reportingPeriods(year, ctx.today());
	const [readings, published] = await Promise.all([
		readFigures(ctx, { scope: asked.scope, periods: { now, before, isPart } }),
		readPublicNumbers(ctx, asked, year)
	]);
	yield readings.map(({ id, unit, value, previous, changeRate }) => ({
		figureId: id,
		figure: id,
		ledgerValue: value,
		measure: unit,
		countedTo: value === null ? null : now.toOn,
		ledgerPrevious: previous,
		previousTo: previous === null ? null : before.toOn,
		rate: changeRate,
		...published(id, now.toOn),
		definition: id
	}));
};

/** The cells of the published numbers of a year. */
async function readPublicNumbers(ctx: Context, { scope, unit }: Asked, year: number) {
	if (unit.parentId !== null) return () => ({});
	const range = yearBounds(year);
	const published = await readPublished(ctx.db, scope, [range]);
	const readings = await readPublicFigures(ctx, { scope, range, published, today: ctx.today() });
	return (id: string, wholeTo: string): ExportRow => {
		const reading = readings.find((one) => one.id === id);
		return reading && reading.value !== null
			? { published: reading.value, publishedTo: reading.until ?? wholeTo }
			: { published: whyNone(reading) };
	};
}

/** Why a figure has no published number. What no ledger knows is no data, published or not. */
function whyNone(reading: PublicReading | undefined): 'withdrawn' | 'unpublished' | 'no-data' {
	if (!reading || reading.shown === 'exact') return 'no-data';
	return reading.shown === 'withdrawn' ? 'withdrawn' : 'unpublished';
}
