import { fc } from '../../properties';
import { datesAfter, type RepeatRule } from '$lib/domain/events/series';
import { addLunarMonths } from '$lib/server/calendar/lunar';

/** The dates of the events that follow one. */
export const after = (rule: RepeatRule, firstOn: string, times: number, every = 1) =>
	datesAfter(firstOn, { rule, every }, times, (on, months) => addLunarMonths(on, months, every));

export const anyDay = fc
	.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2080-12-31T00:00:00Z'), noInvalidDate: true })
	.map((at) => at.toISOString().slice(0, 10));
