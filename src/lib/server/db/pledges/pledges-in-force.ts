import { and, eq, gt, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';

/** Domain `isPledgeInForce` of a household's pledge that is confirmed; on `pledges` with their `pledge_withdrawals`, if any. */
export const isPledgedOn = (on: string): SQL =>
	and(
		eq(pledges.audience, 'household'),
		eq(pledges.isConfirmed, true),
		lte(pledges.signedOn, on),
		or(isNull(pledgeWithdrawals.withdrawnOn), gt(pledgeWithdrawals.withdrawnOn, on))
	)!;

/** The household's pledge of a phone (its blind index) that was not withdrawn; a phone has one at most. */
const isOfHost = (phoneIndex: SQL | string): SQL =>
	sql`${pledges.phoneIndex} = ${phoneIndex} and ${pledges.audience} = 'household' and ${pledges.isWithdrawn} = 0`;

/** The id of the pledge that a banquet declared on a day links to: the host's, signed by then; null without one. */
export const pledgeOfHost = (phoneIndex: SQL | string, on: SQL | string): SQL<string | null> =>
	sql`(select ${pledges.id} from ${pledges} where ${isOfHost(phoneIndex)} and ${pledges.signedOn} <= ${on} limit 1)`;

/** The day on which the host signed the pledge that is in force now, whenever that was; null without one. */
export const hostPledgedOn = (phoneIndex: SQL): SQL<string | null> =>
	sql`(select ${pledges.signedOn} from ${pledges} where ${isOfHost(phoneIndex)} limit 1)`;
