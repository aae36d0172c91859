import { and, sql, type SQL } from 'drizzle-orm';
import { erasedMark } from '$lib/domain/people/retention';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { signupAnswers } from '../schema/signups/questions';
import { signupCompanions, signupHelpers, signups } from '../schema/signups/signups';

// As SQL text, not as a parameter, because the partial index `signups_unerased` serves only such a query.
const isUnerased = sql.raw(`signups.name_sealed <> '${erasedMark}'`);

/**
 * A donor still waits for the reminder of the day from which they may give again: not sent yet, and at most 30 days past that
 * day, so that no telephone number is kept for a reminder that never goes out. `today`: YYYY-MM-DD.
 */
const isAwaitingReminder = (today: string) =>
	sql`exists (select 1 from donation_reminders r where r.signup_id = ${signups.id} and r.is_withdrawn = 0
		and r.due_on > date(${today}, '-30 days') and not exists (select 1 from messages m
			where m.act_id = 'donation:' || r.id and m.state in ('sent', 'called', 'unreachable', 'dropped')))`;

/**
 * The slots that ended before `before` (ms, UTC) and have sign-ups that still hold personal data. It steps from slot to slot in the index of
 * such sign-ups, so that those of the past take no time.
 */
export async function listSlotsToErase(db: Database, before: number): Promise<string[]> {
	const next = (from: SQL) => sql`(select min(slot_id) from signups where ${isUnerased} ${from})`;
	const rows = await db.all<{ id: string }>(sql`
		with recursive holding(id) as (
			select ${next(sql``)} union all select ${next(sql`and slot_id > holding.id`)} from holding where holding.id is not null)
		select holding.id from holding cross join slots on slots.id = holding.id where slots.ends_at < ${before}`);
	return rows.map(({ id }) => id);
}

/**
 * Sign-ups of these slots that still hold personal data, at most `most`; without donors who wait for the reminder they asked
 * for.
 */
export async function listSignupsToErase(
	db: Database,
	{ slotIds, today, most }: { slotIds: readonly string[]; today: string; most: number }
): Promise<string[]> {
	const rows = await db
		.select({ id: signups.id })
		.from(signups)
		.where(
			and(
				sql`${signups.slotId} in (select value from json_each(${JSON.stringify(slotIds)}))`,
				isUnerased,
				sql`not ${isAwaitingReminder(today)}`
			)
		)
		.limit(most);
	return rows.map(({ id }) => id);
}

/**
 * Erases the personal data of these sign-ups: companions, helpers and answers are deleted, names, phones and addresses
 * overwritten. What is counted stays: party, village, place, times. A telephone's index must stay unique, so it holds
 * the sign-up's own id.
 */
export function eraseSignups(db: Database, ids: readonly string[]): Statement[] {
	const among = sql`(select value from json_each(${JSON.stringify(ids)}))`;
	return [
		...[signupCompanions, signupHelpers, signupAnswers].map((table) =>
			db.delete(table).where(sql`${table.signupId} in ${among}`)
		),
		db
			.update(signups)
			.set({
				nameSealed: erasedMark,
				phoneSealed: sql`case when phone_index is null then null else ${erasedMark} end`,
				phoneIndex: sql`case when phone_index is null then null else ${erasedMark} || ':' || id end`,
				emailSealed: null
			})
			.where(sql`${signups.id} in ${among}`)
	];
}

/** How many of these sign-ups hold personal data at the moment of the write; as the detail of its audit entry. */
export const countToErase = (ids: readonly string[]) =>
	sql<string>`(select json_object('signups', count(*)) from signups
		where id in (select value from json_each(${JSON.stringify(ids)})) and ${isUnerased})`;
