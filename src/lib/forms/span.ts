import { instantOf } from '$lib/domain/calendar/calendar';
import { date, time } from './fields';

/** A span as typed: a day (`on`), from (`startsAt`) and to (`endsAt`) in the town's time of day. */
export const typedSpan = { on: date, startsAt: time, endsAt: time };

interface TypedSpan {
	on: string;
	startsAt: string;
	endsAt: string;
}

/** Whether the end comes after the start: both are HH:mm, and compare as text. */
export const endsAfterStart = ({ startsAt, endsAt }: TypedSpan) => endsAt > startsAt;

/** A span with its instants: ms, UTC. */
export function withInstants<T extends TypedSpan>({ on, startsAt, endsAt, ...rest }: T) {
	return { ...rest, startsAt: instantOf(on, startsAt), endsAt: instantOf(on, endsAt) };
}
