import { dateOf } from '$lib/domain/calendar/calendar';
import { readResult, resultCode, type DonationResult } from '$lib/domain/blood/donation-result';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findStandardOn } from '$lib/server/db/blood/donation-standards';
import { insertDonation, insertDonationRemoval, listDonations, updateDonation } from '$lib/server/db/blood/donations';
import { actOn, findOwn, type NotMine, type OnEvent } from '../events/event-acts';
import { recordAct, stampOf, type Statements } from '../record-act';

/** A line of the sheet of results. */
export interface ResultLine {
	/** The sign-up of the donor; null: a person on no list. */
	signupId: string | null;
	/** The earlier result in this line; null: there was none. */
	donationId: string | null;
	/** The word of a result (domain `resultCode`), of a standard in force on that day; '' : none, or none any more. */
	code: string;
}

export type RecordDonationsRefusal =
	| NotMine
	| 'event-not-held'
	| 'event-not-begun'
	| 'result-unknown'
	| 'no-drive-signup'
	| 'results-changed'
	| Contradicted;
type Contradicted = 'donors-more-than-attended';

/**
 * Records the results of people at a blood drive, as the station reports them, by staff of its unit: new lines,
 * corrections (the old result stays in the trail), and results taken back. From then on the numbers of the drive are
 * those of its results, also once completed. Refusals: the drive has not begun; a volume that the standard of that day
 * does not have; another cadre wrote in the same line meanwhile; the drive was completed with fewer people by head
 * count than donors now.
 */
export async function recordDonations(
	ctx: Context,
	{ id, eventId, lines }: OnEvent & { lines: readonly ResultLine[] }
): Promise<Result<object, RecordDonationsRefusal>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const { event } = found;
	const on = dateOf(event.startsAt ?? ctx.now());
	const [standard, recorded] = await Promise.all([findStandardOn(ctx.db, on), listDonations(ctx.db, eventId)]);
	const before = new Map(recorded.map((donation) => [donation.id, donation.result]));
	const statements: Statements = [];
	const changed: object[] = [];
	for (const { signupId, donationId, code } of lines) {
		const result = code === '' ? null : readResult(code, standard.volumes);
		if (code !== '' && !result) return { ok: false, refusal: 'result-unknown' };
		const old = donationId === null ? null : before.get(donationId);
		const line = donationId ?? ctx.newId();
		const statement = change(ctx, { id: line, eventId, signupId }, { isNew: donationId === null, old, result });
		if (!statement) continue;
		statements.push(statement);
		changed.push({
			donationId: line,
			...(old && { before: resultCode(old) }),
			...(result && { after: resultCode(result) })
		});
	}
	if (statements.length === 0) return { ok: true };
	return recordAct(ctx, actOn('recordDonations', id, event, { results: changed }), statements, {
		'refusal:event-not-held': 'event-not-held',
		'refusal:event-not-begun': 'event-not-begun',
		'refusal:no-drive-signup': 'no-drive-signup',
		'refusal:result-removed': 'results-changed',
		'donations.signup_id': 'results-changed',
		'donation_removals.donation_id': 'results-changed',
		'FOREIGN KEY': 'results-changed',
		event_completions_donors: 'donors-more-than-attended'
	});
}

/** The statement of one line; null where nothing changes: the same result again, or one that is gone already. */
function change(
	ctx: Context,
	where: { id: string; eventId: string; signupId: string | null },
	{ isNew, old, result }: { isNew: boolean; old: DonationResult | null | undefined; result: DonationResult | null }
): Statements[number] | null {
	if (isNew) return result && insertDonation(ctx.db, { ...where, ...stampOf(ctx) }, result);
	if (!old) return null;
	if (!result) return insertDonationRemoval(ctx.db, { donationId: where.id, ...stampOf(ctx) });
	return resultCode(old) === resultCode(result) ? null : updateDonation(ctx.db, where.id, result);
}
