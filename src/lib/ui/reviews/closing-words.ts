import { spanOf } from '$lib/domain/reviews/closing';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { m } from '$lib/paraglide/messages.js';
import { monthWords } from '../calendar/month-words';

/** A closed period as it is called: 2024年, 2024年第三季度, 2024年5月. */
export function spanWords(period: Period): string {
	const span = spanOf(period);
	if (!span) return m.closings_range({ from: period.fromOn, to: period.toOn });
	const { kind, year, nth } = span;
	return kind === 'year'
		? m.closings_span_year({ year })
		: kind === 'quarter'
			? m.closings_span_quarter({ year, nth })
			: monthWords(period.fromOn);
}
