import { sql } from 'drizzle-orm';
import type { Interval } from '$lib/domain/shifts/shift';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { shiftChanges, shiftChangeSights } from '../schema/shifts/shift-changes';
import { shiftClaims } from '../schema/shifts/shifts';

/**
 * Records that a shift moves to another time (instants, ms UTC). Must come in the batch of the act `actId` before the
 * change itself. Once a volunteer has taken the shift, a trigger refuses the change without it (`reason-missing`).
 */
export const insertShiftChange = (
	db: Database,
	actId: string,
	{ shiftId, before, after }: { shiftId: string; before: Interval; after: Interval },
	because: { reason: string; at: number; byId: string | null }
): Statement =>
	db.insert(shiftChanges).values({
		id: `${actId}:${shiftId}`,
		shiftId,
		startsBefore: before.startsAt,
		endsBefore: before.endsAt,
		startsAfter: after.startsAt,
		endsAfter: after.endsAt,
		...because
	});

/** The changes of a claim's shift since it was taken that its holder has not seen; needs `shift_claims` joined. */
export const unseen = sql`select x.rowid, x.* from shift_changes as x where x.shift_id = ${shiftClaims.shiftId} and x.at >= ${shiftClaims.at}
	and not exists (select 1 from shift_change_sights as seen where seen.claim_id = ${shiftClaims.id} and seen.change_id = x.id)`;

/** When the shift was before the first of them, and why the last was made; null when all are seen. */
export const firstUnseen =
	sql`(select json_object('startsAt', first.starts_before, 'endsAt', first.ends_before, 'reason', last.reason)
	from (${unseen} order by x.rowid limit 1) as first, (${unseen} order by x.rowid desc limit 1) as last)`.mapWith(
		(text): (Interval & { reason: string }) | null => (text === null ? null : JSON.parse(String(text)))
	);

/** How often the claim's shift was moved since it was taken, and when last; needs `shift_claims` joined. */
export const movesSinceTaken = {
	moves:
		sql`(select count(*) from shift_changes as x where x.shift_id = ${shiftClaims.shiftId} and x.at >= ${shiftClaims.at})`.mapWith(
			Number
		),
	movedAt: sql<
		number | null
	>`(select max(x.at) from shift_changes as x where x.shift_id = ${shiftClaims.shiftId} and x.at >= ${shiftClaims.at})`
};

/** Marks every change of the claim's shift as seen by `byId`. */
export const insertSights = (
	db: Database,
	{ claimId, at, byId }: { claimId: string; at: number; byId: string | null }
): Statement =>
	db
		.insert(shiftChangeSights)
		.select(
			sql`select ${claimId}, x.id, ${at}, ${byId} from shift_changes as x join shift_claims as c on c.shift_id = x.shift_id
				where c.id = ${claimId}`
		)
		.onConflictDoNothing();
