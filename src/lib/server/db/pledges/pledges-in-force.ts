import { and, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';

/** A household's pledge, in force on a day; on `pledges` with their `pledge_withdrawals`, if any. */
export const isPledgedOn = (on: string): SQL =>
	and(
		eq(pledges.audience, 'household'),
		lte(pledges.signedOn, on),
		or(isNull(pledgeWithdrawals.withdrawnOn), gt(pledgeWithdrawals.withdrawnOn, on))
	)!;
