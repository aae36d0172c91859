import { and, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { slots } from '../schema/events/events';
import { signupConfirmations, signupLapses, signups } from '../schema/signups/signups';

/** The slots to come in which places were held too long at `now` (ms, UTC) without a confirmation. */
export async function listOverdueSlots(db: Database, now: number): Promise<string[]> {
	const rows = await db
		.selectDistinct({ slotId: signups.slotId })
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.where(and(lte(signups.heldUntil, now), gt(slots.startsAt, now)));
	return rows.map(({ slotId }) => slotId);
}

/** Their places go back, and they to the end of the line (a rule does it). Then the line moves up: see `promoteWaitlist`. */
export const insertLapses = (db: Database, slotId: string, at: number): Statement =>
	db.insert(signupLapses).select(
		sql`select g.id, g.granted, ${at} from signups g join slots s on s.id = g.slot_id
			where g.slot_id = ${slotId} and g.held_until <= ${at} and s.starts_at > ${at} order by g.rank`
	);

export const insertSignupConfirmation = (
	db: Database,
	confirmation: typeof signupConfirmations.$inferInsert
): Statement => db.insert(signupConfirmations).values(confirmation);
