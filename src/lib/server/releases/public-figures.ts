import type { ExactOrMissing } from '$lib/domain/figures/trend';
import { rangePeriods, type Comparison, type Period } from '$lib/domain/calendar/reporting-period';
import type { Figure, FigureId } from '$lib/domain/figures/figure';
import { isFigureOf } from '$lib/domain/figures/registry';
import { isReleased } from '$lib/domain/releases/figure-class';
import { gapOf, missingShown, villageGapOf, type AskedGap } from '$lib/domain/releases/gap';
import { readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { changeOf, type FigureReading } from '../figures/figure-reading';
import { readFigures, type FigureTown } from '../figures/figures';
import type { TrendQuery } from '../figures/trend-query';
import { publishedPeriods } from './read-published';

/** A figure as the public reads it: nothing of how far its records go. */
export interface PublicReading extends Pick<FigureReading, 'id' | 'unit' | 'value' | 'previous' | 'changeRate'> {
	/** The last day that is counted, where a figure is known or released less far than the period goes, or than today; else null. */
	until: string | null;
	/** The last day of `previous` then, which ends as early. */
	previousUntil: string | null;
	/** Why a released number is missing; 'exact' also where there is no data. */
	shown: ExactOrMissing;
	previousShown: ExactOrMissing;
}

type Asked = Pick<TrendQuery, 'scope' | 'range' | 'published' | 'starts'> & { comparison?: Comparison; today: string };

/** Every figure of a range, or some of any range: the town's own work from its records, all else from releases. */
export async function readPublicFigures(
	town: FigureTown,
	asked: Asked & { only?: readonly FigureId[] }
): Promise<PublicReading[]> {
	const { figures } = await town.registry();
	const wanted = figures.filter((figure) => asked.only?.includes(figure.id) ?? isFigureOf(figure, asked.range));
	const live = wanted.filter((figure) => !isReleased(figure)).map(({ id }) => id);
	const periods = rangePeriods(asked.range, asked.today, asked.comparison);
	const { scope, starts = await readLedgerStarts(town.db) } = asked;
	const counted = live.length > 0 ? await readFigures(town, { scope, periods, starts, only: live }) : [];
	return wanted.map((figure) => {
		const reading = counted.find(({ id }) => id === figure.id);
		return reading ? publicReading(reading, asked) : publishedReading(figure, { ...asked, starts });
	});
}

/** What the public reads of the town's own work: of a period that is known in part, its first months beside the same of the other one. */
export function publicReading(
	{ id, unit, part, ...whole }: FigureReading,
	{ range, comparison }: Pick<Asked, 'range' | 'comparison'>
): PublicReading {
	const { value, previous, changeRate } = part ?? whole;
	const until = part && part.toOn;
	const previousUntil = until && rangePeriods(range, until, comparison).before.toOn;
	return { id, unit, value, previous, changeRate, until, previousUntil, shown: 'exact', previousShown: 'exact' };
}

/** The last days up to which figures are counted that have a number, each once and in order: of a year that is not over they may differ. */
export function endsOf(
	readings: readonly Pick<PublicReading, 'value' | 'until'>[],
	{ range, today }: Pick<Asked, 'range' | 'today'>
): string[] {
	const whole = range.toOn < today ? range.toOn : today;
	const ends = readings.filter(({ value }) => value !== null).map(({ until }) => until ?? whole);
	return [...new Set(ends)].sort();
}

/** Those that are known or released whole, for what is settled of whole periods alone. */
export const wholeReadings = (readings: readonly PublicReading[]) =>
	readings.map(({ id, value, until }) => ({ id, value: until === null ? value : null }));

/** A figure that is read from releases. Without `starts` a number that is not published is not told from no data. */
export function publishedReading(figure: Figure, asked: Omit<Asked, 'scope'>): PublicReading {
	const { id, unit } = figure;
	const { published, starts } = asked;
	const { now, before, isPart } = publishedPeriods(published, id, asked);
	const isSeen = published.reach(id, asked.range) !== null;
	const value = isSeen ? published.valueOf(id, now) : null;
	const previous = published.valueOf(id, before);
	const shownIn = (number: number | null, read: Period, period = read): ExactOrMissing => {
		const shown = published.shownIn(id, read);
		return number === null && shown === 'exact' && starts ? whyMissing(figure, period, { ...asked, starts }) : shown;
	};
	return {
		id,
		unit,
		value,
		previous,
		changeRate: changeOf(value, previous),
		until: isSeen && isPart ? now.toOn : null,
		previousUntil: isSeen && isPart ? before.toOn : null,
		shown: shownIn(value, now, asked.range),
		previousShown: shownIn(previous, before)
	};
}

/** Why a released figure has no number in a period. */
export const whyMissing = (figure: Figure, range: Period, asked: Omit<AskedGap, 'range'>): ExactOrMissing =>
	missingShown(gapOf(figure, { ...asked, range }));

/** The same of its numbers by village or occasion. */
export function whyNoTable(figure: Figure, range: Period, asked: Omit<AskedGap, 'range'>): ExactOrMissing {
	const gap = villageGapOf(figure, { ...asked, range });
	return gap === null ? 'exact' : missingShown(gap === 'few' ? null : gap);
}
