// What a review prints of its figures, which everybody may read.
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import type { Published } from '$lib/domain/releases/published';
import type { ReportReading, Withheld } from '$lib/domain/reviews/report-figure';
import type { FigureTown } from '../figures/figures';
import { readPublished } from '../releases/read-published';

type Readings = ReadonlyMap<FigureId, ReportReading>;

/** What is released of the year of a review and of the year before. */
export const readReviewReleases = (
	{ db }: Pick<FigureTown, 'db'>,
	{ unitId, year }: { unitId: string; year: number }
): Promise<Published> => readPublished(db, unitId, [yearBounds(year), yearBounds(year - 1)]);

/**
 * The readings of a review's figures as its public text prints them: the town's own work as it was counted, of all else the released numbers
 * (decisions/0043). A number that is known and not released is withheld, with the reason. Before the year is closed nothing of it is released,
 * nor may the review be published: the desk's draft has the counted numbers.
 */
export async function publicReadings(
	town: FigureTown,
	{ readings, year, published }: { readings: Readings; year: number; published: Published }
): Promise<Readings> {
	if (!published.isClosed(year)) return readings;
	const { figures } = await town.registry();
	const released = new Set<FigureId>(figures.filter(isReleased).map(({ id }) => id));
	return new Map(
		[...readings].map(([id, reading]) => [
			id,
			released.has(id) ? asReleased(id, reading, { year, published }) : reading
		])
	);
}

function asReleased(
	id: FigureId,
	reading: ReportReading,
	{ year, published }: { year: number; published: Published }
): ReportReading {
	const now = releasedIn(published, id, year) ?? unreleased(reading.value);
	// What was counted says whether the two years are alike: one in which the ledger began is not compared.
	const before =
		reading.previous === null ? nothing : (releasedIn(published, id, year - 1) ?? unreleased(reading.previous));
	return {
		...reading,
		value: now.value,
		previous: before.value,
		withheld: { value: now.withheld, previous: before.withheld }
	};
}

interface Printed {
	value: number | null;
	withheld?: Withheld;
}

const nothing: Printed = { value: null };

/** A number that was counted and not released; what is not known is not withheld. */
const unreleased = (counted: number | null): Printed =>
	counted === null ? nothing : { value: null, withheld: 'unreleased' };

/** What was released of a figure's year, also that its number is withheld; null where nothing was. */
function releasedIn(published: Published, id: FigureId, year: number): Printed | null {
	const value = published.valueOf(id, yearBounds(year));
	if (value !== null) return { value };
	if (published.isWithdrawn(id, yearBounds(year))) return { value, withheld: 'withdrawn' };
	const shown = published.table(id, 'year', year)?.cells[0]?.shown;
	return shown === 'few' || shown === 'hidden' ? { value, withheld: shown } : null;
}
