import type { Context } from '../context';
import { findDonationReminder } from '$lib/server/db/blood/donation-reminders';
import { findDonation } from '$lib/server/db/blood/donations';
import { findStationConsent } from '$lib/server/db/blood/station-consents';
import { readNextDonation } from './donation-reminders';

/** What the slip of a blood drive tells its holder: consent, what was given, the next days, the reminder. */
export async function readDonorSlip(
	ctx: Context,
	signup: { id: string; slotStartsAt: number; phoneSealed: string | null }
) {
	const [consent, donation, next, reminder] = await Promise.all([
		findStationConsent(ctx.db, signup.id),
		findDonation(ctx.db, signup.id),
		readNextDonation(ctx, signup),
		findDonationReminder(ctx.db, signup.id)
	]);
	const result = donation?.result;
	return {
		consent: consent && { at: consent.at },
		given: result?.outcome === 'donated' ? { kind: result.kind, amount: result.amount } : null,
		next,
		reminder: reminder && { dueOn: reminder.dueOn },
		/** There is a telephone to send it to, and a day still to come. */
		canRemind: signup.phoneSealed !== null && next !== null && next.wholeBloodOn > ctx.today()
	};
}
