import { addDays, isDate } from '../calendar/calendar';
import { afterWait, type DonationKind, type DonationStandard } from './donation-standard';
import { deferralOf, type DeferralId } from './deferral';

/** A person's answers in the self-check. They live in one request: never stored, logged or put into an address. */
export interface DonorAnswers {
	bornOn: string;
	/** The last donation, anywhere; null: the first time. */
	last: { kind: DonationKind; on: string } | null;
	wants: DonationKind;
	/** Whether an earlier donation did not agree with the person (献血反应). */
	hadReaction: boolean;
	/** How often the person gave platelets in the twelve months before. */
	plateletsInYear: number;
	/** Entries of the list, each with its day; the day is null where the wait has none (pregnancy). Of another without a day the station decides. */
	deferrals: { id: DeferralId; on: string | null }[];
}

/**
 * `repeat-only`: above the age for a first donation the standard leaves it to the station. `age-edge`: between the 60th and the 61st birthday
 * the standard is unclear.
 */
export type ReasonCode =
	| 'too-young'
	| 'too-old'
	| 'too-old-for-first'
	| 'too-old-after-reaction'
	| 'repeat-only'
	| 'age-edge'
	| 'last-whole-blood'
	| 'last-platelets'
	| 'platelets-a-year'
	| DeferralId;

/**
 * One rule against giving, or one that leaves the decision to the station. `from`: the day on which it ends; null: not known. `on`: the day to wait
 * for, where it holds only by then.
 */
export interface Reason {
	code: ReasonCode;
	verdict: 'not-before' | 'ask-station' | 'no';
	from: string | null;
	on?: string;
}

/** `platelets-a-year`: the station counts them. `tell-reaction`: the doctor on site should know of the earlier reaction. */
export type Remark = 'platelets-a-year' | 'tell-reaction';

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
 * "no" at once; where only the station may say so by then, that is among the reasons. The station has the last word on site.
 */
export function decideDonation(answers: DonorAnswers, standard: DonationStandard, on: string): DonationDecision {
	const reasons = reasonsOn(answers, standard, on);
	const from = firstFreeDay(answers, standard, on);
	const later = from ? ageReason(answers, standard, from) : null;
	if (from && later && !reasons.some(({ code }) => code === later.code)) reasons.push({ ...later, on: from });
	const outcome =
		(['no', 'not-before', 'ask-station'] as const).find((verdict) =>
			reasons.some((reason) => reason.verdict === verdict)
		) ?? 'eligible';
	return {
		outcome,
		from: outcome === 'not-before' ? from : null,
		reasons,
		remarks: remarksOn(answers)
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

/** The first day after `on` for which nothing has to be waited for; null where `on` is such a day. */
function firstFreeDay(answers: DonorAnswers, standard: DonationStandard, on: string): string | null {
	const from = reasonsOn(answers, standard, on).find((reason) => reason.from !== null)?.from ?? null;
	// On that day another wait may last on, or have begun: menstruation bars days ahead.
	return from && (firstFreeDay(answers, standard, from) ?? from);
}

function reasonsOn(answers: DonorAnswers, standard: DonationStandard, on: string): Reason[] {
	return [
		ageReason(answers, standard, on),
		lastReason(answers, standard, on),
		plateletsReason(answers, standard),
		...answers.deferrals.map((deferral) => deferralReason(deferral, answers.wants, on))
	].filter((reason) => reason !== null);
}

function ageReason({ bornOn, last, hadReaction }: DonorAnswers, { age }: DonationStandard, on: string): Reason | null {
	const years = ageOn(bornOn, on);
	const no = (code: ReasonCode): Reason => ({ code, verdict: 'no', from: null });
	if (years < age.from) return { code: 'too-young', verdict: 'not-before', from: birthday(bornOn, age.from) };
	if (years <= age.to) return null;
	if (years > (age.repeatTo ?? age.to)) return no('too-old');
	if (last === null) return no('too-old-for-first');
	if (hadReaction) return no('too-old-after-reaction');
	return { code: years === age.repeatTo ? 'age-edge' : 'repeat-only', verdict: 'ask-station', from: null };
}

function lastReason({ last, wants }: DonorAnswers, standard: DonationStandard, on: string): Reason | null {
	if (last === null) return null;
	const from = nextDonationOn(last, wants, standard);
	return from <= on ? null : { code: `last-${last.kind}`, verdict: 'not-before', from };
}

/** Which of the donations of the year drops out first is known to the station alone, so no day is named. */
function plateletsReason(
	{ wants, plateletsInYear }: DonorAnswers,
	{ plateletsAYear }: DonationStandard
): Reason | null {
	if (wants !== 'platelets' || plateletsInYear < plateletsAYear) return null;
	return { code: 'platelets-a-year', verdict: 'no', from: null };
}

function deferralReason(
	{ id, on: named }: DonorAnswers['deferrals'][number],
	wants: DonationKind,
	on: string
): Reason | null {
	const { wait, around, only } = deferralOf(id);
	if (only && only !== wants) return null;
	if (wait === 'throughout' || wait === 'ever') return { code: id, verdict: 'no', from: null };
	if (wait === 'ask-station' || named === null) return { code: id, verdict: 'ask-station', from: null };
	const from = afterWait(named, wait);
	const isYetAhead = around !== undefined && on < addDays(named, -around);
	return from <= on || isYetAhead ? null : { code: id, verdict: 'not-before', from };
}

function remarksOn({ last, wants, hadReaction }: DonorAnswers): Remark[] {
	const remarks: Remark[] = [];
	if (last && wants === 'platelets') remarks.push('platelets-a-year');
	if (hadReaction) remarks.push('tell-reaction');
	return remarks;
}

function birthday(bornOn: string, years: number): string {
	const on = `${Number(bornOn.slice(0, 4)) + years}${bornOn.slice(4)}`;
	return isDate(on) ? on : `${on.slice(0, 4)}-03-01`;
}
