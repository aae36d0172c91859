import { addDays, isDate } from '../calendar/calendar';
import { afterWait, type DonationKind, type DonationStandard } from './donation-standard';
import { deferrals, type DeferralId } from './deferral';

/** A person's answers in the self-check. They live in one request: never stored, logged or put into an address. */
export interface DonorAnswers {
	bornOn: string;
	/** The last donation, anywhere; null: the first time. */
	last: { kind: DonationKind; on: string } | null;
	wants: DonationKind;
	/** One entry of the list, with its day; the day is null where the person cannot name one (pregnancy). */
	deferral: { id: DeferralId; on: string | null } | null;
}

/** `age-edge`: between the 60th and the 61st birthday the standard is unclear, so the station confirms. */
export type ReasonCode =
	'too-young' | 'too-old' | 'too-old-for-first' | 'age-edge' | 'last-whole-blood' | 'last-platelets' | DeferralId;

/** One rule against giving, or one that leaves the decision to the station. `from`: the day on which it ends; null: not known. */
export interface Reason {
	code: ReasonCode;
	verdict: 'not-before' | 'ask-station' | 'no';
	from: string | null;
}

/** `repeat-only`: above the age for a first donation, only because earlier ones went well. `platelets-a-year`: the station counts them. */
export type Remark = 'repeat-only' | 'platelets-a-year';

export const donationOutcomes = ['eligible', 'not-before', 'ask-station', 'no'] as const;

export interface DonationDecision {
	outcome: (typeof donationOutcomes)[number];
	/** Of `not-before`: the first day on which no answer rules it out. */
	from: string | null;
	reasons: Reason[];
	remarks: Remark[];
}

/**
 * Whether a person may give on a day (YYYY-MM-DD) by a standard, as blood-drives.md has it. A "no" counts before a day
 * to wait for, and a day before "ask the station". A person who would be too old by the day they may come again gets a
 * "no" at once. The station has the last word on site.
 */
export function decideDonation(answers: DonorAnswers, standard: DonationStandard, on: string): DonationDecision {
	const reasons = reasonsOn(answers, standard, on);
	const from = lastOf(reasons.filter(({ verdict }) => verdict === 'not-before'));
	const later = from ? ageReason(answers, standard, from) : null;
	if (later?.verdict === 'no') reasons.push(later);
	const outcome =
		(['no', 'not-before', 'ask-station'] as const).find((verdict) =>
			reasons.some((reason) => reason.verdict === verdict)
		) ?? 'eligible';
	return {
		outcome,
		from: outcome === 'not-before' ? from : null,
		reasons,
		remarks: remarksOn(answers, standard, on)
	};
}

/** The first day on which a person who gave may give again. */
export function nextDonationOn(
	last: { kind: DonationKind; on: string },
	wants: DonationKind,
	standard: DonationStandard
): string {
	return afterWait(last.on, standard.between[last.kind][wants]);
}

/** Full years (周岁) on a day; born on 29 February, in other years from 1 March on. */
export function ageOn(bornOn: string, on: string): number {
	return Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (on.slice(5) < bornOn.slice(5) ? 1 : 0);
}

function reasonsOn(answers: DonorAnswers, standard: DonationStandard, on: string): Reason[] {
	return [ageReason(answers, standard, on), lastReason(answers, standard, on), deferralReason(answers, on)].filter(
		(reason) => reason !== null
	);
}

function ageReason({ bornOn, last }: DonorAnswers, { age }: DonationStandard, on: string): Reason | null {
	const years = ageOn(bornOn, on);
	const no = (code: ReasonCode): Reason => ({ code, verdict: 'no', from: null });
	if (years < age.from) return { code: 'too-young', verdict: 'not-before', from: birthday(bornOn, age.from) };
	if (years <= age.to) return null;
	if (age.repeatTo === null || years > age.repeatTo) return no('too-old');
	if (last === null) return no('too-old-for-first');
	return years === age.repeatTo ? { code: 'age-edge', verdict: 'ask-station', from: null } : null;
}

function lastReason({ last, wants }: DonorAnswers, standard: DonationStandard, on: string): Reason | null {
	const from = last && nextDonationOn(last, wants, standard);
	if (last === null || from === null || from <= on) return null;
	return { code: `last-${last.kind}`, verdict: 'not-before', from };
}

function deferralReason({ deferral, wants }: DonorAnswers, on: string): Reason | null {
	if (deferral === null) return null;
	const { wait, around, only } = deferrals[deferral.id];
	if (only && only !== wants) return null;
	if (wait === null) return { code: deferral.id, verdict: 'no', from: null };
	if (deferral.on === null) return null;
	const from = afterWait(deferral.on, wait);
	const isYetAhead = around !== undefined && on < addDays(deferral.on, -around);
	return from <= on || isYetAhead ? null : { code: deferral.id, verdict: 'not-before', from };
}

function remarksOn({ bornOn, last, wants }: DonorAnswers, { age }: DonationStandard, on: string): Remark[] {
	const remarks: Remark[] = [];
	if (last && age.repeatTo !== null && ageOn(bornOn, on) > age.to && ageOn(bornOn, on) < age.repeatTo)
		remarks.push('repeat-only');
	if (last?.kind === 'platelets' && wants === 'platelets') remarks.push('platelets-a-year');
	return remarks;
}

function birthday(bornOn: string, years: number): string {
	const on = `${String(Number(bornOn.slice(0, 4)) + years).padStart(4, '0')}${bornOn.slice(4)}`;
	return isDate(on) ? on : `${on.slice(0, 4)}-03-01`;
}

const lastOf = (reasons: Reason[]): string | null =>
	reasons.reduce<string | null>((latest, { from }) => (from && (!latest || from > latest) ? from : latest), null);

/** The first day in the answers that is later than `today`, though only that of menstruation may be. Null: there is none. */
export function findImpossibleDay(
	{ bornOn, last, deferral }: DonorAnswers,
	today: string
): 'bornOn' | 'lastOn' | 'deferralOn' | null {
	if (bornOn > today) return 'bornOn';
	if (last && last.on > today) return 'lastOn';
	return deferral?.on && deferral.on > today && deferral.id !== 'menstruation' ? 'deferralOn' : null;
}

/** How long a person may take to fill in the sign-up after the self-check, in ms. */
export const checkHoldsMs = 2 * 3_600_000;
