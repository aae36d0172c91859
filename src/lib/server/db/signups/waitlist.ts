import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { unitOfSlot } from '../unit-of-slot';
import { queuePromotionMessages } from '../messages/messages';
import { auditEntries } from '../schema/audit/audit';
import { lineMoves, signupPromotions } from '../schema/signups/line-moves';
import { signups } from '../schema/signups/signups';

/** The place in line, 1 is next; null for a sign-up that does not wait, or that is passed over until it is confirmed. */
export const position = sql<number | null>`case when ${signups.status} = 'waitlisted' and ${signups.isLapsed} = 0 then
	(select count(*) from signups as ahead where ahead.slot_id = ${signups.slotId} and ahead.status = 'waitlisted'
		and ahead.is_lapsed = 0 and ahead.rank <= ${signups.rank}) end`.mapWith((value) =>
	value === null ? null : Number(value)
);

/**
 * Moves up the sign-ups that are due when places are free (domain `decidePromotions` in SQL), with an audit entry and
 * a message each. Must come in the same batch as the act `actId` that freed them. Moves no one up after the start or
 * in a cancelled event.
 */
export function promoteWaitlist(db: Database, slotId: string, actId: string, at: number): Statement[] {
	const grant = sql`case when line.need <= walk.free then line.need when line.accepts_some then walk.free else 0 end`;
	const promote = db.insert(signupPromotions).select(
		sql`with recursive room as (
				select coalesce(s.capacity - s.taken, 1000000) as free, e.lets_pass
				from slots s join events e on e.id = s.event_id
				where s.id = ${slotId} and s.starts_at > ${at}
					and not exists (select 1 from event_cancellations c where c.event_id = e.id)
			), line as materialized (
				select id, party_size - granted as need, accepts_some, row_number() over (order by rank) as nth
				from signups where slot_id = ${slotId} and status = 'waitlisted' and is_lapsed = 0
			), walk (nth, id, people, free, is_over) as (
				select 0, null, 0, free, 0 from room
				union all
				select line.nth, line.id, ${grant}, walk.free - (${grant}), line.need > walk.free and not room.lets_pass
				from walk join line on line.nth = walk.nth + 1 join room
				where walk.free > 0 and not walk.is_over
			)
			select id, ${actId}, people, ${at} from walk where people > 0 order by nth`
	);
	const record = db.insert(auditEntries).select(
		sql`select ${actId} || ':' || signup_id, ${at}, 'system', null, 'promoteSignup', 'signup', signup_id, ${unitOfSlot(slotId)},
				json_object('because', ${actId}, 'people', people), null, null from signup_promotions
				where act_id = ${actId} and signup_id in (select id from signups where slot_id = ${slotId})`
	);
	return [promote, record, queuePromotionMessages(db, actId, at)];
}

/** Moves a waiting party to the `to`-th place of its line (1 is next); beyond the end is the end. */
export function insertLineMove(
	db: Database,
	move: Omit<typeof lineMoves.$inferInsert, 'fromRank' | 'toRank'>,
	to: number
): Statement {
	const others = sql`signups where slot_id = (select slot_id from signups where id = ${move.signupId}) and id <> ${move.signupId}`;
	const next = sql`(select rank from ${others} and status = 'waitlisted' and is_lapsed = 0 order by rank limit 1 offset ${to - 1})`;
	return db.insert(lineMoves).values({
		...move,
		fromRank: sql`(select rank from signups where id = ${move.signupId})`,
		toRank: sql`coalesce(
			(select (next.rank + coalesce((select max(rank) from ${others} and rank < next.rank), next.rank - 2)) / 2 from ${next} as next),
			(select max(rank) + 1 from ${others}), 1)`
	});
}

/** The moves of this party within its line, oldest first. */
export async function listLineMoves(db: Database, signupId: string) {
	return db
		.select({ at: lineMoves.at, reason: lineMoves.reason })
		.from(lineMoves)
		.where(and(eq(lineMoves.signupId, signupId)))
		.orderBy(asc(lineMoves.at));
}
