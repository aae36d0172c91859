import * as v from 'valibot';
import { parseTypedMonth } from '$lib/domain/figures/asked-period';

/** Pages of trends go this far back: a year's chart set against the year before stays readable, and light. Months. */
export const longestRange = 36;

const month = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.nonEmpty('month-missing'),
	v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
		const month = parseTypedMonth(dataset.value);
		if (month !== null) return month;
		addIssue({ message: 'month-wrong' });
		return NEVER;
	})
);

const monthsBetween = ({ from, to }: { from: string; to: string }) =>
	Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - Number(from.slice(0, 4)) * 12 - Number(from.slice(5));

/** A range of whole months, first and last; the codes of what is wrong belong to the fields. */
export const rangeForm = v.pipe(
	v.object({ from: month, to: month }),
	v.forward(
		v.partialCheck([['from'], ['to']], ({ from, to }) => from <= to, 'range-backwards'),
		['to']
	),
	v.forward(
		v.partialCheck([['from'], ['to']], (range) => monthsBetween(range) < longestRange, 'range-too-long'),
		['to']
	)
);
