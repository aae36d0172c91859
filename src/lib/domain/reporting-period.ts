import { addMonths, monthBounds, monthOf, yearBounds, yearOf } from './calendar';

/** Calendar dates, both included. Empty when `toOn` is before `fromOn`. */
export interface Period {
	fromOn: string;
	toOn: string;
}

/** A year, and what it is compared with. */
export interface ReportingPeriods {
	now: Period;
	before: Period;
	/** The year is not over: counted since 1 January (累计), against the same days of last year. */
	isPartYear: boolean;
}

/** The two periods of a year's report as of `today`: a part-year is compared only with the same part of last year. */
export function reportingPeriods(year: number, today: string): ReportingPeriods {
	const now = yearBounds(year);
	const before = yearBounds(year - 1);
	if (now.toOn <= today) return { now, before, isPartYear: false };
	return { now: { ...now, toOn: today }, before: { ...before, toOn: addMonths(today, -12) }, isPartYear: true };
}

/** The months (YYYY-MM) of a period within one year that are over by its last day. */
export function elapsedMonths({ fromOn, toOn }: Period): string[] {
	if (toOn < fromOn) return [];
	const month = monthOf(toOn);
	const isOver = monthBounds(yearOf(toOn), month).toOn === toOn;
	return Array.from(
		{ length: isOver ? month : month - 1 },
		(_, at) => `${fromOn.slice(0, 5)}${String(at + 1).padStart(2, '0')}`
	);
}
