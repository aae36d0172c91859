// What a figure of a period says, beside the one it is compared with.
import type { Figure, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { isComparable, late, type KnownExtent } from '$lib/domain/figures/known';
import { firstDays, isKnownTo } from '$lib/domain/figures/unsettled';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { changeRate } from '$lib/domain/figures/rate';
import { monthsOf, type ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Answer } from '$lib/server/db/figures/figure-sums';
import type { LedgerGround } from '$lib/server/db/figures/figures';
import { knownIn } from './known-figures';

export interface FigureReading {
	id: FigureId;
	unit: FigureUnit;
	/** Null: not known whole, which differs from zero. */
	value: number | null;
	/** Null also where its ledger began later in the period than in that of `value`, so that the two are not alike. */
	previous: number | null;
	/** Percent, one decimal; null where there is nothing to compare with, or the base is 0. */
	changeRate: number | null;
	/** How far each period is known. */
	known: KnownExtent;
	knownBefore: KnownExtent;
	/** What is known of a period that is known in part; also of a running one in whose last month villages have nothing yet. */
	part: PartReading | null;
}

/** The first months or days of a period, up to `toOn` (YYYY-MM-DD), and the same of the one it is compared with where those are known too. */
export interface PartReading {
	toOn: string;
	value: number;
	previous: number | null;
	changeRate: number | null;
}

/** What a figure is read from. */
interface Counted {
	ground: LedgerGround;
	scope: string;
	is: Answer;
	was: Answer;
	/** What both come to in the first days, of a figure that is settled up to a day alone. */
	settled?: { is: number; was: number };
}

/** The reading of a figure from what it comes to in both periods. */
export function readingOf(
	figure: Figure,
	periods: ReportingPeriods,
	{ ground, scope, is, was, settled }: Counted
): FigureReading {
	const { now, before, isPart } = periods;
	const known = knownIn(ground, { figure, scope, period: now, isPart });
	// The period that it is compared with is over, whichever day it ends on.
	const knownBefore = knownIn(ground, { figure, scope, period: before, isPart: false });
	const extents = { known, knownBefore, periods };
	const value = wholeOf(is, known);
	const unrecorded = isLastUnrecorded(is, known, periods) ? partOf(is, was, extents) : null;
	// A year in which the ledger began in May is not held against a whole one.
	const isAlike = known.state !== 'known' || isComparable(known, knownBefore, periods);
	const previous = unrecorded ? unrecorded.previous : isAlike ? wholeOf(was, knownBefore) : null;
	return {
		id: figure.id,
		unit: figure.unit,
		value,
		previous,
		changeRate: changeOf(value, previous),
		known,
		knownBefore,
		part: settled
			? settledPart(settled, extents)
			: (unrecorded ?? (known.state === 'part' ? partOf(is, was, extents) : null))
	};
}

const wholeOf = (counts: Answer, { state, from }: KnownExtent): number | null =>
	state === 'known' ? sumBetween(counts, from!) : null;

/** The sum from a month on. Records before the ledger begins do not count, and what lies in a month that is running does. */
function sumBetween(counts: Answer, from: string, to?: string): number {
	if (typeof counts === 'number') return counts;
	return Object.entries(counts)
		.filter(([month]) => month >= from && (to === undefined || month <= to))
		.reduce((sum, [, count]) => sum + count, 0);
}

interface Extents {
	known: KnownExtent;
	knownBefore: KnownExtent;
	periods: ReportingPeriods;
}

function settledPart(
	{ is, was }: { is: number; was: number },
	{ known, knownBefore, periods }: Extents
): PartReading | null {
	const { state, from, settledTo } = known;
	if (state !== 'part' || from === null || !settledTo) return null;
	const isAlike = knownBefore.from !== null && late(known, periods.now) === late(knownBefore, periods.before);
	const isReached = isKnownTo(knownBefore, firstDays(periods, from, settledTo).before.toOn);
	const previous = isAlike && isReached ? was : null;
	return { toOn: settledTo, value: is, previous, changeRate: changeOf(is, previous) };
}

/**
 * Whether villages have nothing yet of the month that is running. It is not due, so it is no zero: then neither it nor the same days of the other
 * period are compared.
 */
function isLastUnrecorded(is: Answer, { state, to, isCut }: KnownExtent, { now, isPart }: ReportingPeriods): boolean {
	if (!isPart || state !== 'known' || isCut || to === null || typeof is === 'number') return false;
	const running = monthsOf(now).at(-1)!;
	return running > to && !(is[running]! > 0);
}

/** The first months of a period, up to the last that is known. */
function partOf(is: Answer, was: Answer, { known, knownBefore, periods }: Extents): PartReading | null {
	const { from, to } = known;
	if (from === null || to === null) return null;
	const value = sumBetween(is, from, to);
	const last = monthsOf(periods.before)[monthsOf(periods.now).indexOf(to)];
	const isAlike = knownBefore.from !== null && late(known, periods.now) === late(knownBefore, periods.before);
	const isReached = last !== undefined && knownBefore.to !== null && knownBefore.to >= last;
	const previous = isAlike && isReached ? sumBetween(was, knownBefore.from!, last) : null;
	return { toOn: monthBoundsOf(to).toOn, value, previous, changeRate: changeOf(value, previous) };
}

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}
