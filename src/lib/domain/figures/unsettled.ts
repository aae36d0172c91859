// A figure that is counted from events is known up to the first of them that is neither completed nor cancelled.
import { addDays, addMonths, monthBoundsOf, monthOf, yearOf } from '../calendar/calendar';
import { monthsEarlier, type Period, type ReportingPeriods } from '../calendar/reporting-period';
import type { EventKind, EventTopic } from '../events/event';
import type { FigureSource } from './figure';
import type { KnownExtent } from './known';

/** The first events of a kind, a topic and a month that are neither completed nor cancelled. Days are YYYY-MM-DD. */
export interface UnsettledEvents {
	kind: EventKind;
	topic: EventTopic | null;
	/** On which the first begins, and on which the first is over. */
	fromOn: string;
	endOn: string;
}

/** Whether a source counts events of a kind and topic. */
export function countsEvent(source: FigureSource, { kind, topic }: Pick<UnsettledEvents, 'kind' | 'topic'>): boolean {
	switch (source.from) {
		case 'events':
			return kind === source.kind && (source.topic === undefined || topic === source.topic);
		case 'lecture-attendance':
			return kind === 'lecture';
		case 'blood-and-checkups':
		case 'donations':
			return kind === 'blood-drive';
		case 'birthday-guests':
			return kind === 'birthday-banquet';
		default:
			return false;
	}
}

/**
 * The first day of a period with one of these events; null without any. Of a running period, whose last day is today, an event counts from the day
 * after it is over: until then it need not be settled.
 */
export function firstUnsettled(
	events: readonly UnsettledEvents[],
	{ fromOn, toOn }: Period,
	isPart: boolean
): string | null {
	const due = events.filter((one) => one.fromOn >= fromOn && one.fromOn <= toOn && (!isPart || one.endOn < toOn));
	return due.map((one) => one.fromOn).sort()[0] ?? null;
}

/** An extent up to the day before the first unsettled event on `on`. `period` is what was asked. */
export function settledExtent(extent: KnownExtent, on: string | null, { fromOn }: Period): KnownExtent {
	const { state, from, to } = extent;
	if (on === null || from === null || state === 'unknown') return extent;
	const settledTo = addDays(on, -1);
	if (to !== null && monthBoundsOf(to).toOn <= settledTo) return extent;
	const firstOn = fromOn > `${from}-01` ? fromOn : `${from}-01`;
	if (settledTo < firstOn) return { ...extent, state: 'unknown', to: null, settledTo };
	const month = settledTo.slice(0, 7);
	const whole = monthBoundsOf(month).toOn === settledTo ? month : addMonths(`${month}-01`, -1).slice(0, 7);
	return { ...extent, state: 'part', to: whole < from ? null : whole, settledTo };
}

/** The first days of a period up to `toOn`, from a month (YYYY-MM) on, and the same of the one that it is compared with. */
export function firstDays(
	{ now, before }: ReportingPeriods,
	from: string,
	toOn: string
): { now: Period; before: Period } {
	const nth = (on: string) => yearOf(on) * 12 + monthOf(on);
	const fromOn = now.fromOn > `${from}-01` ? now.fromOn : `${from}-01`;
	const days = { fromOn, toOn };
	return { now: days, before: monthsEarlier(days, nth(now.fromOn) - nth(before.fromOn)) };
}

/** Whether a figure is known up to a day (YYYY-MM-DD). */
export function isKnownTo({ state, to, settledTo }: KnownExtent, on: string): boolean {
	if (state === 'known') return true;
	return state === 'part' && (settledTo ?? (to === null ? '' : monthBoundsOf(to).toOn)) >= on;
}
