import { and, eq, sql } from 'drizzle-orm';
import { actorId, type Actor } from '$lib/domain/people/actor';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import { asked } from '../events/questions';
import type { Statement } from '../statement';
import { auditEntries } from '../schema/audit/audit';
import { slots } from '../schema/events/events';
import { signupCompanions, signupHelpers, signups } from '../schema/signups/signups';
import { position } from './waitlist';

export type NewSignup = Required<
	Omit<typeof signups.$inferInsert, 'seq' | 'rank' | 'status' | 'granted' | 'heldUntil' | 'isLapsed'>
>;

/**
 * Takes the next number in line and the places that are due, decided inside the write: domain `decideGrant` in SQL.
 * After the start a walk-in asks for all its places, passes those who wait, and is refused where there are none.
 */
export const insertSignup: (db: Database, signup: NewSignup) => Statement = compiled((db, signup: Asked<NewSignup>) => {
	const { id, slotId, partySize, acceptsSome, origin, nameSealed, phoneSealed, phoneIndex, emailSealed } = signup;
	const { language, villageId, code, at, byId } = signup;
	const lastOf = (column: 'seq' | 'rank') =>
		sql`coalesce((select max(${sql.raw(column)}) from signups where slot_id = ${slotId}), 0)`;
	const granted = sql`(select case
		when s.capacity is null or (${origin} = 'walk-in' and ${at} >= s.starts_at) then ${partySize}
		when not e.lets_pass and exists (select 1 from signups where slot_id = s.id and status = 'waitlisted' and is_lapsed = 0) then 0
		when s.taken + ${partySize} <= s.capacity then ${partySize}
		when ${acceptsSome} then max(0, s.capacity - s.taken)
		else 0 end from slots s join events e on e.id = s.event_id where s.id = ${slotId})`;
	return db.insert(signups).values({
		...{ id, slotId, partySize, acceptsSome, origin, nameSealed, phoneSealed, phoneIndex, emailSealed },
		...{ language, villageId, code, at, byId },
		seq: sql`${lastOf('seq')} + 1`,
		rank: sql`${lastOf('rank')} + 1`,
		granted,
		status: sql`case ${granted} when ${partySize} then 'confirmed' else 'waitlisted' end`
	});
});

/** What became of a sign-up: its state, its place in line, and how many questions each of its people is asked. */
export const signupOutcome = compiled((db, { id }: Asked<{ id: string }>) =>
	db
		.select({ status: signups.status, position, asked })
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.where(eq(signups.id, id))
);

/** The audit entry of a sign-up that came in with others in the act `actId`. */
export const insertSignUpEntry = (
	db: Database,
	{ actId, signupId, actor, unitId, at }: { actId: string; signupId: string; actor: Actor; unitId: string; at: number }
): Statement =>
	db.insert(auditEntries).values({
		id: `${actId}:${signupId}`,
		at,
		actorKind: actor.kind,
		actorId: actorId(actor),
		verb: 'signUp',
		subjectType: 'signup',
		subjectId: signupId,
		unitId,
		detail: JSON.stringify({ because: actId })
	});

export const insertCompanions = (db: Database, companions: (typeof signupCompanions.$inferInsert)[]): Statement[] =>
	companions.map((companion) => db.insert(signupCompanions).values(companion));

export const insertHelper = (db: Database, helper: typeof signupHelpers.$inferInsert): Statement =>
	db.insert(signupHelpers).values(helper);

/** Whether the sign-up `id` was made for this slot, phone, village and party; the party may have changed since. */
export async function wasMadeAs(
	db: Database,
	id: string,
	made: Pick<NewSignup, 'slotId' | 'phoneIndex' | 'partySize' | 'acceptsSome'> & { villageId: string | null }
): Promise<boolean> {
	const rows = await db
		.select({ id: signups.id })
		.from(signups)
		.innerJoin(auditEntries, eq(auditEntries.id, signups.id))
		.where(
			and(
				eq(signups.id, id),
				eq(signups.slotId, made.slotId),
				sql`${signups.phoneIndex} is ${made.phoneIndex}`,
				sql`${signups.villageId} is ${made.villageId}`,
				eq(sql`json_extract(${auditEntries.detail}, '$.partySize')`, made.partySize),
				eq(sql`coalesce(json_extract(${auditEntries.detail}, '$.acceptsSome'), 0)`, made.acceptsSome ? 1 : 0)
			)
		);
	return rows.length > 0;
}
