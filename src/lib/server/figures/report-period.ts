import * as v from 'valibot';
import { rangeOf, type AskedPeriod } from '$lib/domain/figures/asked-period';
import { yearOf } from '$lib/domain/calendar/calendar';
import {
	rangePeriods,
	type Comparison,
	type Period,
	type ReportingPeriods
} from '$lib/domain/calendar/reporting-period';
import { rangeForm } from '$lib/forms/period';
import type { Database } from '$lib/server/db/client';
import type { LedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { chooseYear } from './report-year';

/** The period a page of trends shows, and what its controls offer and say. */
export interface ReportPeriod {
	asked: AskedPeriod;
	comparison: Comparison;
	/** The whole period asked for, also the days that have not come. */
	range: Period;
	periods: ReportingPeriods;
	/** The year of the controls, and those on offer, the latest first. */
	year: number;
	years: number[];
	/** What was typed for a range of months, with the codes of what is wrong with it; then the year is shown instead. */
	typed: { from: string; to: string };
	errors: { from?: RangeError; to?: RangeError };
	/** A year, quarter or month was asked for that is still to come, or is none: another one is shown. */
	isOther: boolean;
	/** The first day of each ledger. */
	starts: LedgerStarts;
}

type RangeError = 'month-missing' | 'month-wrong' | 'range-backwards' | 'range-too-long' | 'range-ahead';

/**
 * Reads what an address asks for: ?year=2024, with &quarter=1–4 or &month=1–12, or ?from=2024-03&to=2024-08 (whole months), and
 * &compare=period-before for 环比. What it does not ask for, or wrongly, is the year that `chooseYear` chooses; a wrong range is
 * answered in `errors`. `today` is the town's date.
 */
export async function choosePeriod(
	db: Database,
	{ scope, query, today }: { scope: string; query: URLSearchParams; today: string }
): Promise<ReportPeriod> {
	const typed = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
	const isRange = typed.from !== '' || typed.to !== '';
	const range = isRange ? readRange(typed, today) : null;
	const askedYear = range?.ok ? range.from.slice(0, 4) : query.get('year');
	const { year, years, starts } = await chooseYear(db, { scope, asked: askedYear, today });
	const asked: AskedPeriod = range?.ok
		? { kind: 'range', from: range.from, to: range.to }
		: readPart(query, year, today);
	const comparison: Comparison = query.get('compare') === 'period-before' ? 'period-before' : 'year-earlier';
	return {
		asked,
		comparison,
		year,
		years,
		typed,
		range: rangeOf(asked),
		periods: rangePeriods(rangeOf(asked), today, comparison),
		errors: range && !range.ok ? range.errors : {},
		isOther: !isRange && isOtherThan(query, asked),
		starts
	};
}

function readRange(typed: ReportPeriod['typed'], today: string) {
	const read = v.safeParse(rangeForm, typed);
	if (!read.success) {
		const errors: ReportPeriod['errors'] = {};
		for (const issue of read.issues)
			errors[v.getDotPath(issue) === 'from' ? 'from' : 'to'] ??= issue.message as RangeError;
		return { ok: false, errors } as const;
	}
	const { from, to } = read.output;
	if (from > today.slice(0, 7)) return { ok: false, errors: { from: 'range-ahead' } } as const;
	return { ok: true, from, to } as const;
}

/** Whether an address asks for another year, quarter or month than is shown. An empty part asks for nothing. */
const isOtherThan = (query: URLSearchParams, asked: AskedPeriod): boolean =>
	(['year', 'quarter', 'month'] as const).some((part) => {
		const typed = query.get(part) ?? '';
		return typed !== '' && typed !== String((asked as Partial<Record<string, number | string>>)[part] ?? '');
	});

/** A quarter or month of the year that has begun, else the year. */
function readPart(query: URLSearchParams, year: number, today: string): AskedPeriod {
	const quarter = /^[1-4]$/.test(query.get('quarter') ?? '') ? Number(query.get('quarter')) : null;
	const month = /^([1-9]|1[0-2])$/.test(query.get('month') ?? '') ? Number(query.get('month')) : null;
	const asked: AskedPeriod =
		quarter !== null
			? { kind: 'quarter', year, quarter }
			: month !== null
				? { kind: 'month', year, month }
				: { kind: 'year', year };
	return rangeOf(asked).fromOn <= today ? asked : { kind: 'year', year: Math.min(year, yearOf(today)) };
}
