import type { Remark } from '$lib/domain/blood/donation';
import type { DonationResult } from '$lib/domain/blood/donation-result';
import type { DonationKind, DonationStandard, Span, StandardId } from '$lib/domain/blood/donation-standard';
import { m } from '$lib/paraglide/messages.js';

export const donationKindWords: Record<DonationKind, () => string> = {
	'whole-blood': m.donation_kind_whole_blood,
	platelets: m.donation_kind_platelets
};

export const standardWords: Record<StandardId, () => string> = {
	'gb-18467-2011': m.donation_standards_name_gb,
	'draft-2025': m.donation_standards_name_draft
};

/** How long to wait: 6 个月, 90 天, 1 年. */
export function waitText(span: Span): string {
	if ('days' in span) return m.donation_wait_days({ count: span.days });
	return span.months % 12 === 0
		? m.donation_wait_years({ count: span.months / 12 })
		: m.donation_wait_months({ count: span.months });
}

/** What a person who may come should know. */
export function remarkText(remark: Remark, { plateletsAYear }: DonationStandard): string {
	return remark === 'tell-reaction'
		? m.donation_remark_tell_reaction()
		: m.donation_remark_platelets_a_year({ count: plateletsAYear });
}

/** What was given: 全血 400 毫升. */
export function givenText({ kind, amount }: { kind: DonationKind; amount: number }): string {
	return kind === 'whole-blood' ? m.donation_result_whole_blood({ amount }) : m.donation_result_platelets({ amount });
}

/** A result as the desk reads it: 首次 · 全血 400 毫升. */
export function resultText(result: DonationResult): string {
	if (result.outcome === 'deferred') return m.donation_results_deferred();
	const what = givenText(result);
	return result.isFirst ? m.donation_result_first({ what }) : m.donation_result_repeat({ what });
}
