import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { accounts } from '../schema/people/accounts';
import { auditEntries } from '../schema/audit/audit';
import { eventCancellations, events } from '../schema/events/events';
import { shiftPromotions, shiftWaits, shiftWaitWithdrawals } from '../schema/shifts/shift-waits';
import { shifts } from '../schema/shifts/shifts';
import { shiftColumns } from './shifts';
import { eventUnits } from './shifts';

/** Joins the line of a shift under the next number. */
export const insertWait = (db: Database, wait: Omit<typeof shiftWaits.$inferInsert, 'seq' | 'isOver'>): Statement =>
	db.insert(shiftWaits).values({
		...wait,
		seq: sql`(select coalesce(max(seq), 0) + 1 from shift_waits where shift_id = ${wait.shiftId})`
	});

export const insertWaitWithdrawal = (db: Database, withdrawal: typeof shiftWaitWithdrawals.$inferInsert): Statement =>
	db.insert(shiftWaitWithdrawals).values(withdrawal);

/**
 * Moves up the first in line who could come (the view `shift_waits_ready`) as far as there are places, with an audit
 * entry each. Must come in the same batch as the act `actId`, once a shift. Moves no one up after the start or in a
 * cancelled event.
 */
export function promoteShiftLine(db: Database, shiftId: string, actId: string, at: number): Statement[] {
	const promote = db.insert(shiftPromotions).select(
		sql`select line.id, ${actId}, ${at} from (
				select id, seq, row_number() over (order by seq) as nth from shift_waits_ready where shift_id = ${shiftId}
			) as line join shifts on shifts.id = ${shiftId}
			where shifts.starts_at > ${at} and line.nth <= shifts.needed - shifts.taken
				and not exists (select 1 from event_cancellations where event_id = shifts.event_id)
			order by line.seq`
	);
	const record = db.insert(auditEntries).select(
		sql`select ${actId} || ':' || wait.id, ${at}, 'system', null, 'promoteShiftWait', 'shift', wait.shift_id, events.unit_id,
				json_object('because', ${actId}, 'accountId', wait.account_id), null, null
			from shift_promotions as moved join shift_waits as wait on wait.id = moved.wait_id
				join shifts on shifts.id = wait.shift_id join events on events.id = shifts.event_id
			where moved.act_id = ${actId} and wait.shift_id = ${shiftId}`
	);
	return [promote, record];
}

const position = sql<number>`(select count(*) from shift_waits as ahead where ahead.shift_id = ${shiftWaits.shiftId}
	and ahead.is_over = 0 and ahead.seq <= ${shiftWaits.seq})`;

/** A wait with the unit of its event and its place in line (1 is next); null when there is none. */
export async function findWait(db: Database, id: string) {
	const rows = await db
		.select({
			id: shiftWaits.id,
			shiftId: shiftWaits.shiftId,
			accountId: shiftWaits.accountId,
			isOver: shiftWaits.isOver,
			unitId: events.unitId,
			position
		})
		.from(shiftWaits)
		.innerJoin(shifts, eq(shifts.id, shiftWaits.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.where(eq(shiftWaits.id, id));
	return rows[0] ?? null;
}

/** The shifts an account is in line for, before their start at `now` (ms, UTC) and not cancelled, soonest first, with the place in line. */
export async function listOwnWaits(db: Database, { accountId, now }: { accountId: string; now: number }) {
	return db
		.select({ ...shiftColumns, waitId: shiftWaits.id, needed: shifts.needed, taken: shifts.taken, position })
		.from(shiftWaits)
		.innerJoin(shifts, eq(shifts.id, shiftWaits.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(
			and(
				eq(shiftWaits.accountId, accountId),
				sql`${shiftWaits.isOver} = 0`,
				gt(shifts.startsAt, now),
				isNull(eventCancellations.at)
			)
		)
		.orderBy(asc(shifts.startsAt), asc(shifts.id));
}

/** All volunteers in line for the shifts of an event, in order, names sealed. */
export async function listWaitsOfEvent(db: Database, eventId: string) {
	return db
		.select({ shiftId: shiftWaits.shiftId, accountId: accounts.id, nameSealed: accounts.nameSealed })
		.from(shiftWaits)
		.innerJoin(shifts, eq(shifts.id, shiftWaits.shiftId))
		.innerJoin(accounts, eq(accounts.id, shiftWaits.accountId))
		.where(and(eq(shifts.eventId, eventId), sql`${shiftWaits.isOver} = 0`))
		.orderBy(asc(shiftWaits.shiftId), asc(shiftWaits.seq));
}
