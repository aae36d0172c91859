// What a reader is given: releases as figures, lines and tables.
import type { ExactOrMissing } from '../figures/trend';
import { yearBounds, yearOf } from '../calendar/calendar';
import type { Period } from '../calendar/reporting-period';
import { figures, findFigure } from '../figures/figure';
import { awaitedIn, type Awaited } from './awaited';
import { hasNotes } from './figure-class';
import { withNamesOfToday } from './names-of-today';
import type { NamedVillage, Release, ReleasedCell, ReleaseKind, Span } from './release';
import { spansOf } from './spans';
import { sumOfSpans, publishedUntil } from './published-line';
import { closedAfter, closedMonth, isFine } from './town-line';
import { missedIn, missedOf, type WithdrawnRelease } from './withdrawn';

interface Stored {
	/** Each with the number of the snapshot that published it, where that is asked. */
	releases: readonly (Release & { snapshot?: number })[];
	withdrawn: readonly WithdrawnRelease[];
	/** ms, UTC */
	replaced: readonly { figure: string; year: number; at: number }[];
	/** Left out where nothing was withdrawn. */
	again?: readonly (PublishedAgain & { figure: string; year: number })[];
	closed: readonly Period[];
	mergers: readonly Merger[];
	splits: readonly Split[];
	/** The names of villages today, by their ids. */
	names?: Readonly<Record<string, NamedVillage>>;
}

/** When a figure's year was taken back and when it was published again (ms, UTC), with the reason of that snapshot; '' where it has none. */
export interface PublishedAgain {
	withdrawnAt: number;
	/** Why it was taken back. */
	withdrawnFor: string;
	at: number;
	reason: string;
}

/** A village that went into another on a day. */
export interface Merger extends NamedVillage {
	onDate: string;
	id: string;
	into: NamedVillage & { id: string };
}

/** A village that was split into others, which began on a day. */
export interface Split extends NamedVillage {
	onDate: string;
	into: readonly NamedVillage[];
}

/** The releases of some years of a unit, as they are read. */
export interface Published {
	/** The town's line of a figure, in order. */
	spans(figure: string): readonly Span[];
	/** The number of a figure in a period: of a whole year its own release, else what its spans come to. Null where it is not released. */
	valueOf(figure: string, period: Period): number | null;
	/** The last day up to which a period of a figure is released; null where nothing of it is. */
	until(figure: string, period: Period): string | null;
	/** The same, where nothing of it is in force of what was released before it was taken back. */
	reach(figure: string, period: Period): string | null;
	/** The spans of a figure's line, also those that were taken back: no month of a chart cuts one. */
	spansSeen(figure: string): readonly Period[];
	/** A table of a year; null where it is not released. */
	table(figure: string, kind: ReleaseKind, year: number): Release | null;
	/** Pledge coverage at the end of the last released quarter that ends within a period. */
	coverage(period: Period): Release | null;
	/** How many records came after the release of a year, or went: fewer than 0. 0 where that says too much. */
	later(figure: string, year: number): number;
	/** How many banquets of a year had no outcome at its last closing; null where there is nothing to say. */
	awaited(year: number): Awaited | null;
	/** Whether a number of a period, or a table of a kind, was released and taken back: what never was released is not. */
	isWithdrawn(figure: string, period: Period, kind?: ReleaseKind): boolean;
	/** Whether a table of a year was released and taken back, also where the year is published again without it. */
	wasTakenBack(figure: string, kind: ReleaseKind, year: number): boolean;
	/** Why it was taken back; null where it was not. */
	withdrawnFor(figure: string, period: Period, kind?: ReleaseKind): string | null;
	/** How a number of a period, or a table of a kind, is shown where it is missing. */
	shownIn(figure: string, period: Period, kind?: ReleaseKind): ExactOrMissing;
	/** The instant (ms, UTC) at which a year was published anew with what came later; null where it was not. */
	anewAt(figure: string, year: number): number | null;
	/** What is said of a year that was taken back and is published again; null where it was not. */
	again(figure: string, year: number): PublishedAgain | null;
	/**
	 * The number of the snapshot that a year's number of a figure was published from, which later snapshots leave as it is; null where the year has
	 * none of its own.
	 */
	snapshotOf(figure: string, year: number): number | null;
	/** Whether every month of a year is closed. */
	isClosed(year: number): boolean;
	/**
	 * The last day of a year that is closed with all before it, where that is later than `until` (YYYY-MM-DD): what is closed waits for later months to
	 * be published with them. Else null.
	 */
	closedAfter(year: number, until: string): string | null;
	/** Villages that merged in the years that were read: of before, their numbers are added up where all are exact. */
	mergers: readonly Merger[];
	/** Villages that were split by the end of the years that were read: later tables have the new ones. */
	splits: readonly Split[];
}

export function publishedOf({
	releases: stored,
	withdrawn,
	replaced,
	again = [],
	closed,
	mergers,
	splits,
	names = {}
}: Stored): Published {
	const releases = withNamesOfToday(stored, names);
	const find = (figure: string, kind: ReleaseKind, year: number) =>
		releases.findLast((one) => one.figure === figure && one.kind === kind && one.year === year) ?? null;
	const spans = (figure: string) => spansOf(releases, figure);
	const yearCell = (figure: string, period: Period): ReleasedCell | null =>
		isYear(period) ? (find(figure, 'year', yearOf(period.fromOn))?.cells[0] ?? null) : null;
	const valueOf = (figure: string, period: Period) => {
		const cell = yearCell(figure, period);
		return cell ? cell.value : sumOfSpans(spans(figure), period);
	};
	const missed = missedOf(withdrawn, releases);
	const missedSpans = (figure: string) => missed.filter((one) => one.figure === figure && one.kind === 'line');
	const until = (figure: string, period: Period) =>
		yearCell(figure, period) ? period.toOn : publishedUntil(spans(figure), period);
	const spansSeen = (figure: string): Period[] => [...spans(figure), ...missedSpans(figure)];
	const missing = (figure: string, period: Period, kind?: ReleaseKind) =>
		missedIn(missed, { figure, period, kinds: kind && [kind] });
	const isWithdrawn = (...asked: Parameters<typeof missing>) => missing(...asked) !== undefined;
	return {
		spans,
		valueOf,
		until,
		reach: (figure, period) =>
			until(figure, period) ??
			(isYear(period) && isWithdrawn(figure, period, 'year') ? period.toOn : publishedUntil(spansSeen(figure), period)),
		spansSeen,
		table: find,
		coverage: ({ fromOn, toOn }) =>
			releases.findLast((one) => one.kind === 'coverage' && one.toOn >= fromOn && one.toOn <= toOn) ?? null,
		later: (figure, year) => readNotes(releases, figure, year),
		awaited: (year) => awaitedIn(find('banquets-held', 'ledger', year)),
		isWithdrawn,
		wasTakenBack: (figure, kind, year) =>
			withdrawn.some((one) => one.figure === figure && one.kind === kind && one.year === year),
		withdrawnFor: (...asked) => missing(...asked)?.reason ?? null,
		shownIn: (...asked) => (isWithdrawn(...asked) ? 'withdrawn' : 'exact'),
		anewAt: (figure, year) => replaced.find((one) => one.figure === figure && one.year === year)?.at ?? null,
		again: (figure, year) => again.find((one) => one.figure === figure && one.year === year) ?? null,
		snapshotOf: (figure, year) =>
			stored.findLast((one) => one.figure === figure && one.kind === 'year' && one.year === year)?.snapshot ?? null,
		isClosed: (year) => closedMonth(year, closed) === 12,
		closedAfter: (year, until) => closedAfter(year, until, closed),
		mergers,
		splits
	};
}

/** Notes of an older version may tell of one or two, or of pledges that were taken back: they are not read. */
function readNotes(releases: readonly Release[], id: string, year: number): number {
	const figure = findFigure(figures, id);
	const notes = releases.filter((one) => one.figure === id && one.kind === 'later' && one.year === year);
	const sum = notes.reduce((sum, { cells }) => sum + cells[0]!.value!, 0);
	return figure && hasNotes(figure) && isFine(Math.abs(sum)) ? sum : 0;
}

/** The splits that bear on a comparison with a period: of a day in it or later. */
export const splitsSince = ({ splits }: Pick<Published, 'splits'>, { fromOn }: Period): Split[] =>
	splits.filter(({ onDate }) => onDate >= fromOn);

/** Whether a period is one whole calendar year. */
export const isYear = ({ fromOn, toOn }: Period): boolean =>
	fromOn === yearBounds(yearOf(fromOn)).fromOn && toOn === yearBounds(yearOf(fromOn)).toOn;
