import type * as v from 'valibot';
import { addDays, dateOf, instantOf, isTime, timeOf } from '$lib/domain/calendar/calendar';
import { date, endTime, ticked, time } from './fields';

/**
 * A span as typed: a day (`on`), from (`startsAt`) and to (`endsAt`) in the town's time of day. 00:00 or 24:00 as an end is the midnight after
 * that day. An end that is earlier than the start is on the next day if the form says so (`nextDay`).
 */
export const typedSpan = { on: date, startsAt: time, endsAt: endTime, nextDay: ticked };

interface TypedSpan {
	on: string;
	startsAt: string;
	endsAt: string;
	nextDay: boolean;
}

const isMidnight = (endsAt: string) => endsAt === '00:00' || endsAt === '24:00';

/** What is wrong with the end of a span; null where nothing is. `ends-next-day` asks whether the next day is meant. */
export function faultOfEnd({ startsAt, endsAt, nextDay }: Omit<TypedSpan, 'on'>) {
	if (isMidnight(endsAt)) return null;
	if (nextDay) return endsAt > startsAt ? 'span-over-a-day' : null;
	return endsAt === startsAt ? 'end-before-start' : endsAt < startsAt ? 'ends-next-day' : null;
}

interface Checked {
	dataset: { value: unknown };
	addIssue: (issue: { message: string; path: [v.IssuePathItem] }) => void;
}

/** For a `rawCheck` of a form with `typedSpan`: puts what is wrong with the end on its field, also where other fields are wrong. */
export function checkSpan({ dataset, addIssue }: Checked): void {
	const { startsAt, endsAt, nextDay = false } = dataset.value as Partial<TypedSpan>;
	if (startsAt === undefined || endsAt === undefined || !isTime(startsAt)) return;
	const message = faultOfEnd({ startsAt, endsAt, nextDay });
	const at = { type: 'object', origin: 'value', input: {}, key: 'endsAt', value: endsAt } as const;
	if (message) addIssue({ message, path: [at] });
}

/** A span with its instants: ms, UTC. */
export function withInstants<T extends TypedSpan>({ on, startsAt, endsAt, nextDay, ...rest }: T) {
	const endsOn = nextDay || isMidnight(endsAt) ? addDays(on, 1) : on;
	return {
		...rest,
		startsAt: instantOf(on, startsAt),
		endsAt: instantOf(endsOn, isMidnight(endsAt) ? '00:00' : endsAt)
	};
}

/** A span (ms, UTC) as the fields of a form show it, the other way round. */
export const spanAsTyped = (startsAt: number, endsAt: number) => ({
	on: dateOf(startsAt),
	startsAt: timeOf(startsAt),
	endsAt: timeOf(endsAt),
	nextDay: crossesMidnight(startsAt, endsAt) ? 'yes' : ''
});

/** Whether a span of at most a day goes on after the midnight of its first day. */
const crossesMidnight = (startsAt: number, endsAt: number) =>
	timeOf(endsAt) !== '00:00' && dateOf(endsAt) === addDays(dateOf(startsAt), 1) && timeOf(endsAt) <= timeOf(startsAt);
