import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { birthdayBanquets } from '../schema/birthdays/birthdays';
import { elders } from '../schema/birthdays/elders';
import { events } from '../schema/events/events';
import { invitationCalls, invitationResultRows, invitations, invitationSeats } from '../schema/birthdays/invitations';
import { units } from '../schema/units/units';

/** Puts an elder on a list; a second time changes nothing. */
export const insertInvitation = (
	db: Database,
	invitation: { id: string; eventId: string; elderId: string } & Stamp
): Statement =>
	db
		.insert(invitations)
		.values(invitation)
		.onConflictDoNothing({ target: [invitations.eventId, invitations.elderId] });

export const insertInvitationCall = (db: Database, call: typeof invitationCalls.$inferInsert): Statement =>
	db.insert(invitationCalls).values(call);

export const insertInvitationResult = (db: Database, result: typeof invitationResultRows.$inferInsert): Statement =>
	db.insert(invitationResultRows).values(result);

/** A table for an invitation, in place of the one it had. */
export function upsertSeat(db: Database, seat: typeof invitationSeats.$inferInsert): Statement {
	const { tableNumber, isByHand = false, at, byId } = seat;
	return db
		.insert(invitationSeats)
		.values(seat)
		.onConflictDoUpdate({ target: invitationSeats.invitationId, set: { tableNumber, isByHand, at, byId } });
}

/** Takes away the tables that the system gave. */
export const deleteSystemSeats = (db: Database, eventId: string): Statement =>
	db
		.delete(invitationSeats)
		.where(
			and(
				sql`${invitationSeats.isByHand} = 0`,
				sql`${invitationSeats.invitationId} in (select id from invitations where event_id = ${eventId})`
			)
		);

/** A list with everyone on it, their elder's record (sealed), how often they were rung and where they sit. */
export async function listInvitations(db: Database, eventId: string) {
	const calls = sql.raw('(select count(*) from invitation_calls where invitation_id = invitations.id)');
	const lastCall = sql.raw('(select max(at) from invitation_calls where invitation_id = invitations.id)');
	const lastOutcome = sql.raw(
		'(select outcome from invitation_calls where invitation_id = invitations.id order by at desc, id desc limit 1)'
	);
	return db
		.select({
			...getTableColumns(invitations),
			calls: sql<number>`${calls}`,
			lastCallAt: sql<number | null>`${lastCall}`,
			lastOutcome: sql<'coming' | 'declined' | 'not-reached' | 'wrong-number' | null>`${lastOutcome}`,
			table: invitationSeats.tableNumber,
			isByHand: invitationSeats.isByHand,
			elder: getTableColumns(elders),
			unitName: units.name,
			unitNameEn: units.nameEn
		})
		.from(invitations)
		.innerJoin(elders, eq(elders.id, invitations.elderId))
		.innerJoin(units, eq(units.id, elders.unitId))
		.leftJoin(invitationSeats, eq(invitationSeats.invitationId, invitations.id))
		.where(eq(invitations.eventId, eventId))
		.orderBy(asc(units.position), asc(units.name), asc(invitations.id));
}

/** An invitation with the unit its event belongs to; null when there is none. */
export async function findInvitation(db: Database, id: string) {
	const rows = await db
		.select({ ...getTableColumns(invitations), unitId: events.unitId, table: invitationSeats.tableNumber })
		.from(invitations)
		.innerJoin(events, eq(events.id, invitations.eventId))
		.leftJoin(invitationSeats, eq(invitationSeats.invitationId, invitations.id))
		.where(eq(invitations.id, id));
	return rows[0] ?? null;
}

/** The banquets an elder was invited to, the latest first. */
export async function listInvitationsOf(db: Database, elderId: string) {
	return db
		.select({
			id: invitations.id,
			eventId: invitations.eventId,
			answer: invitations.answer,
			result: invitations.result,
			isDropped: invitations.isDropped,
			title: events.title,
			startsAt: events.startsAt
		})
		.from(invitations)
		.innerJoin(birthdayBanquets, eq(birthdayBanquets.eventId, invitations.eventId))
		.innerJoin(events, eq(events.id, invitations.eventId))
		.where(eq(invitations.elderId, elderId))
		.orderBy(desc(events.startsAt), desc(events.id))
		.limit(50);
}
