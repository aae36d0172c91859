// The words of what bars from giving blood.
import type { Reason } from '$lib/domain/blood/donation';
import { deferralOf, type DeferralDay, type DeferralGroup, type DeferralId } from '$lib/domain/blood/deferral';
import type { DonationStandard } from '$lib/domain/blood/donation-standard';
import { m } from '$lib/paraglide/messages.js';
import { dayWords } from '../calendar/when';
import { waitText } from './donation-words';

export const deferralGroupWords: Record<DeferralGroup, () => string> = {
	operations: m.donation_group_operations,
	illness: m.donation_group_illness,
	infections: m.donation_group_infections,
	vaccines: m.donation_group_vaccines,
	blood: m.donation_group_blood,
	medicine: m.donation_group_medicine,
	women: m.donation_group_women,
	never: m.donation_group_never
};

/** Which day is asked for: 哪天好的, 最后一针是哪天. */
const deferralDayWords: Record<DeferralDay, () => string> = {
	happened: m.donation_day_happened,
	healed: m.donation_day_healed,
	'last-dose': m.donation_day_last_dose,
	stopped: m.donation_day_stopped,
	ended: m.donation_day_ended,
	born: m.donation_day_born
};

const deferralNames: Record<DeferralId, () => string> = {
	'dental-cleaning': m.donation_deferral_dental_cleaning,
	'tooth-out': m.donation_deferral_tooth_out,
	'appendix-hernia-tonsils': m.donation_deferral_appendix_hernia_tonsils,
	'eye-operation': m.donation_deferral_eye_operation,
	'major-surgery': m.donation_deferral_major_surgery,
	'benign-tumour': m.donation_deferral_benign_tumour,
	cold: m.donation_deferral_cold,
	gastroenteritis: m.donation_deferral_gastroenteritis,
	'eye-illness': m.donation_deferral_eye_illness,
	wound: m.donation_deferral_wound,
	'wide-rash': m.donation_deferral_wide_rash,
	'urinary-infection': m.donation_deferral_urinary_infection,
	'kidney-infection': m.donation_deferral_kidney_infection,
	pneumonia: m.donation_deferral_pneumonia,
	'rheumatic-fever': m.donation_deferral_rheumatic_fever,
	contact: m.donation_deferral_contact,
	dysentery: m.donation_deferral_dysentery,
	'hepatitis-a': m.donation_deferral_hepatitis_a,
	typhoid: m.donation_deferral_typhoid,
	brucellosis: m.donation_deferral_brucellosis,
	malaria: m.donation_deferral_malaria,
	'malaria-area': m.donation_deferral_malaria_area,
	'inactivated-vaccine': m.donation_deferral_inactivated_vaccine,
	'live-vaccine': m.donation_deferral_live_vaccine,
	'slow-vaccine': m.donation_deferral_slow_vaccine,
	antitoxin: m.donation_deferral_antitoxin,
	bite: m.donation_deferral_bite,
	'hepatitis-b-globulin': m.donation_deferral_hepatitis_b_globulin,
	transfusion: m.donation_deferral_transfusion,
	tattoo: m.donation_deferral_tattoo,
	'needle-injury': m.donation_deferral_needle_injury,
	'risky-partner': m.donation_deferral_risky_partner,
	aspirin: m.donation_deferral_aspirin,
	menstruation: m.donation_deferral_menstruation,
	pregnancy: m.donation_deferral_pregnancy,
	miscarriage: m.donation_deferral_miscarriage,
	childbirth: m.donation_deferral_childbirth,
	hepatitis: m.donation_deferral_hepatitis,
	'sexual-infections': m.donation_deferral_sexual_infections,
	tuberculosis: m.donation_deferral_tuberculosis,
	'heart-pressure': m.donation_deferral_heart_pressure,
	'chronic-organs': m.donation_deferral_chronic_organs,
	'blood-illness': m.donation_deferral_blood_illness,
	hormones: m.donation_deferral_hormones,
	'immune-skin': m.donation_deferral_immune_skin,
	'nerves-mind': m.donation_deferral_nerves_mind,
	tumour: m.donation_deferral_tumour,
	parasites: m.donation_deferral_parasites,
	'work-illness': m.donation_deferral_work_illness,
	transplant: m.donation_deferral_transplant,
	'long-medicine': m.donation_deferral_long_medicine,
	drugs: m.donation_deferral_drugs
};

/** The question for the day of an entry. */
export const deferralDayText = (id: DeferralId): string => deferralDayWords[deferralOf(id).day ?? 'happened']();

/** An entry of the list with its wait: 洗牙（3 天）. */
export function deferralText(id: DeferralId): string {
	const wait = deferralWait(id);
	return wait === null ? deferralNames[id]() : m.donation_deferral_with_wait({ what: deferralNames[id](), wait });
}

/** Null for what bars for good: its group says so. */
function deferralWait(id: DeferralId): string | null {
	const { wait, around, only } = deferralOf(id);
	if (wait === 'ever') return null;
	if (wait === 'throughout') return m.donation_wait_throughout();
	if (wait === 'ask-station') return m.donation_wait_ask();
	if (around) return m.donation_wait_around({ count: around });
	return only ? m.donation_wait_platelets_only({ wait: waitText(wait) }) : waitText(wait);
}

/** Why not, or not yet, or why the station is asked, in plain words with the day. */
export function reasonText({ on, ...reason }: Reason, standard: DonationStandard): string {
	const text = ownText(reason, standard);
	return on === undefined ? text : m.donation_reason_by_then({ day: dayWords(on), reason: text });
}

function ownText({ code, from, verdict }: Reason, { age, plateletsAYear }: DonationStandard): string {
	const day = from === null ? '' : dayWords(from);
	switch (code) {
		case 'too-young':
			return m.donation_reason_too_young({ age: age.from, from: day });
		case 'too-old':
			return m.donation_reason_too_old();
		case 'too-old-for-first':
			return m.donation_reason_too_old_for_first({ to: age.to });
		case 'too-old-after-reaction':
			return m.donation_reason_too_old_after_reaction({ to: age.to });
		case 'repeat-only':
			return m.donation_reason_repeat_only({ to: age.to });
		case 'age-edge':
			return m.donation_reason_age_edge({ age: age.repeatTo ?? age.to });
		case 'last-whole-blood':
			return m.donation_reason_last_whole_blood({ from: day });
		case 'last-platelets':
			return m.donation_reason_last_platelets({ from: day });
		case 'platelets-a-year':
			return m.donation_reason_platelets_a_year({ count: plateletsAYear });
		case 'pregnancy':
			return m.donation_reason_pregnancy();
		default:
			return entryReason(deferralNames[code](), verdict, day);
	}
}

function entryReason(what: string, verdict: Reason['verdict'], from: string): string {
	if (verdict === 'ask-station') return m.donation_reason_entry_ask({ what });
	return verdict === 'no' ? m.donation_reason_entry_never({ what }) : m.donation_reason_deferral({ what, from });
}
