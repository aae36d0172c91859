import type { Comparison } from '$lib/domain/calendar/reporting-period';
import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import type { Figure, FigureId } from '$lib/domain/figures/figure';
import { isReleased } from '$lib/domain/releases/figure-class';
import { changeOf, type FigureReading } from '../figures/figure-reading';
import { readFigures, type FigureTown } from '../figures/figures';
import type { TrendQuery } from '../figures/trend-query';
import { publishedPeriods } from './read-published';

/** A figure as the public reads it: nothing of how far its records go. */
export interface PublicReading extends Pick<FigureReading, 'id' | 'unit' | 'value' | 'previous' | 'changeRate'> {
	/** The last day that is counted, where a released figure of a period that is not over goes less far than today; else null. */
	until: string | null;
}

type Asked = Pick<TrendQuery, 'scope' | 'range' | 'published' | 'starts'> & { comparison?: Comparison; today: string };

/** Every figure of a range, or some: the town's own work from its records, all else from releases. */
export async function readPublicFigures(
	town: FigureTown,
	asked: Asked & { only?: readonly FigureId[] }
): Promise<PublicReading[]> {
	const { figures } = await town.registry();
	const wanted = figures.filter(({ id }) => asked.only?.includes(id) ?? true);
	const live = wanted.filter((figure) => !isReleased(figure)).map(({ id }) => id);
	const periods = rangePeriods(asked.range, asked.today, asked.comparison);
	const { scope, starts } = asked;
	const counted = live.length > 0 ? await readFigures(town, { scope, periods, starts, only: live }) : [];
	return wanted.map((figure) => {
		const reading = counted.find(({ id }) => id === figure.id);
		return reading ? publicReading(reading) : publishedReading(figure, asked);
	});
}

/** What the public reads of the town's own work. */
export const publicReading = ({ id, unit, value, previous, changeRate }: FigureReading): PublicReading => ({
	id,
	unit,
	value,
	previous,
	changeRate,
	until: null
});

/** A figure that is read from releases. */
export function publishedReading({ id, unit }: Figure, asked: Omit<Asked, 'scope' | 'starts'>): PublicReading {
	const { published } = asked;
	const { now, before, isPart } = publishedPeriods(published, id, asked);
	const isPublished = published.until(id, asked.range) !== null;
	const value = isPublished ? published.valueOf(id, now) : null;
	const previous = published.valueOf(id, before);
	return {
		id,
		unit,
		value,
		previous,
		changeRate: changeOf(value, previous),
		until: isPublished && isPart ? now.toOn : null
	};
}
