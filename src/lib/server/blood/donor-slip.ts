import type { Context } from '../context';
import { resultOf } from '$lib/server/db/blood/donations';
import type { Slip } from '$lib/server/db/signups/slip-page';
import { readDaysAfter } from './donation-reminders';

/** What the slip of a blood drive tells its holder: consent, what was given, the next days, the reminder. */
export async function readDonorSlip(
	ctx: Context,
	{ signup, slot, consent, donation, reminder }: Pick<Slip, 'signup' | 'slot' | 'consent' | 'donation' | 'reminder'>
) {
	const result = donation && resultOf(donation);
	const given = result?.outcome === 'donated' ? { kind: result.kind, amount: result.amount } : null;
	const next = given && (await readDaysAfter(ctx, given.kind, slot.startsAt));
	return {
		consent,
		given,
		next,
		reminder,
		/** There is a telephone to send it to, and a day still to come. */
		canRemind: signup.phoneSealed !== null && next !== null && next.wholeBloodOn > ctx.today()
	};
}
