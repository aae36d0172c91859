import type { Reason, Remark } from '$lib/domain/blood/donation';
import type { DonationResult } from '$lib/domain/blood/donation-result';
import { deferrals, type DeferralId } from '$lib/domain/blood/deferral';
import type { DonationKind, DonationStandard, Span, StandardId } from '$lib/domain/blood/donation-standard';
import { m } from '$lib/paraglide/messages.js';
import { dayWords } from '../calendar/when';

export const donationKindWords: Record<DonationKind, () => string> = {
	'whole-blood': m.donation_kind_whole_blood,
	platelets: m.donation_kind_platelets
};

export const standardWords: Record<StandardId, () => string> = {
	'gb-18467-2011': m.donation_standards_name_gb,
	'draft-2025': m.donation_standards_name_draft
};

const deferralNames: Record<DeferralId, () => string> = {
	'dental-cleaning': m.donation_deferral_dental_cleaning,
	'tooth-out': m.donation_deferral_tooth_out,
	cold: m.donation_deferral_cold,
	gastroenteritis: m.donation_deferral_gastroenteritis,
	'urinary-infection': m.donation_deferral_urinary_infection,
	pneumonia: m.donation_deferral_pneumonia,
	'appendix-hernia-tonsils': m.donation_deferral_appendix_hernia_tonsils,
	'major-surgery': m.donation_deferral_major_surgery,
	tattoo: m.donation_deferral_tattoo,
	menstruation: m.donation_deferral_menstruation,
	pregnancy: m.donation_deferral_pregnancy,
	miscarriage: m.donation_deferral_miscarriage,
	childbirth: m.donation_deferral_childbirth,
	aspirin: m.donation_deferral_aspirin
};

/** How long to wait: 6 个月, 90 天, 1 年. */
export function waitText(span: Span): string {
	if ('days' in span) return m.donation_wait_days({ count: span.days });
	return span.months === 12 ? m.donation_wait_year() : m.donation_wait_months({ count: span.months });
}

/** An entry of the list with its wait: 洗牙（3 天）. */
export function deferralText(id: DeferralId): string {
	const { wait, around, only } = deferrals[id];
	const plain = around
		? m.donation_wait_around({ count: around })
		: wait
			? waitText(wait)
			: m.donation_wait_throughout();
	return m.donation_deferral_with_wait({
		what: deferralNames[id](),
		wait: only ? m.donation_wait_platelets_only({ wait: plain }) : plain
	});
}

/** Why not, or not yet, in plain words with the day. */
export function reasonText({ code, from }: Reason): string {
	const day = from === null ? '' : dayWords(from);
	switch (code) {
		case 'too-young':
			return m.donation_reason_too_young({ from: day });
		case 'too-old':
			return m.donation_reason_too_old();
		case 'too-old-for-first':
			return m.donation_reason_too_old_for_first();
		case 'age-edge':
			return m.donation_reason_age_edge();
		case 'last-whole-blood':
			return m.donation_reason_last_whole_blood({ from: day });
		case 'last-platelets':
			return m.donation_reason_last_platelets({ from: day });
		case 'pregnancy':
			return m.donation_reason_pregnancy();
		default:
			return m.donation_reason_deferral({ what: deferralNames[code](), from: day });
	}
}

/** What a person who may come should know. */
export function remarkText(remark: Remark, { plateletsAYear }: DonationStandard): string {
	return remark === 'repeat-only'
		? m.donation_remark_repeat_only()
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
