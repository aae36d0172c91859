import type { AgeKind } from '$lib/domain/birthdays/invited-ages';
import type { Cadence, Window } from '$lib/domain/birthdays/birthday-window';
import type { Calendar } from '$lib/domain/birthdays/elder';
import type { InvitationCallOutcome, InvitationResult, InvitationState } from '$lib/domain/birthdays/invitation';
import { lunarMonthName } from '$lib/domain/calendar/lunar-date';
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { monthName } from '../calendar/month-words';
import { calendarWords } from './elder-words';

export const cadenceWords: Record<Cadence, () => string> = {
	monthly: m.birthdays_cadence_monthly,
	'two-months': m.birthdays_cadence_two_months,
	quarterly: m.birthdays_cadence_quarterly,
	yearly: m.birthdays_cadence_yearly
};

export const ageKindWords: Record<AgeKind, () => string> = {
	nominal: m.birthdays_age_nominal,
	full: m.birthdays_age_full
};

export const invitationStateWords: Record<InvitationState, () => string> = {
	invited: m.birthdays_state_invited,
	coming: m.birthdays_state_coming,
	declined: m.birthdays_state_declined,
	attended: m.birthdays_state_attended,
	'cake-delivered': m.birthdays_state_cake,
	absent: m.birthdays_state_absent,
	dropped: m.birthdays_state_dropped
};

export const invitationStateTones: Record<InvitationState, 'ink' | 'jade' | 'red' | 'muted'> = {
	invited: 'ink',
	coming: 'jade',
	declined: 'muted',
	attended: 'jade',
	'cake-delivered': 'jade',
	absent: 'muted',
	dropped: 'muted'
};

export const callOutcomeWords: Record<InvitationCallOutcome, () => string> = {
	coming: m.birthdays_call_coming,
	declined: m.birthdays_call_declined,
	'not-reached': m.birthdays_call_not_reached,
	'wrong-number': m.birthdays_call_wrong_number
};

export const resultWords: Record<InvitationResult, () => string> = {
	attended: m.birthdays_state_attended,
	'cake-delivered': m.birthdays_state_cake,
	absent: m.birthdays_state_absent
};

/** An age in words: 80 虚岁, 80 周岁. */
export function ageText(age: number, kind: AgeKind): string {
	return kind === 'nominal' ? m.birthdays_age_nominal_value({ age }) : m.birthdays_age_full_value({ age });
}

/** A window in words: 2026年农历三月至四月, 2026年3月至4月. */
export function windowText(calendar: Calendar, { year, firstMonth, lastMonth }: Window): string {
	const words = { year, by: calendar, calendar: calendarWords[calendar](), from: monthText(calendar, firstMonth) };
	if (firstMonth === 1 && lastMonth === 12) return m.birthdays_window_year(words);
	if (firstMonth === lastMonth) return m.birthdays_window_month(words);
	return m.birthdays_window({ ...words, to: monthText(calendar, lastMonth) });
}

function monthText(calendar: Calendar, month: number): string {
	if (calendar === 'solar') return monthName(month);
	return getLocale() === 'en' ? String(month) : lunarMonthName(month);
}

/** What a series does, in a line: 虚岁满 60 岁 · 每两个月 · 农历. */
export function seriesText(series: {
	threshold: number;
	ageKind: AgeKind;
	cadence: Cadence;
	calendar: Calendar;
}): string {
	const age =
		series.ageKind === 'nominal'
			? m.birthdays_series_nominal({ age: series.threshold })
			: m.birthdays_series_full({ age: series.threshold });
	return [age, cadenceWords[series.cadence](), calendarWords[series.calendar]()].join(' · ');
}
