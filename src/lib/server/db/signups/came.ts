// Who of a party is in, correlated with `signups`.
import { sql } from 'drizzle-orm';
import { signups } from '../schema/signups/signups';

/** How many of its people are in. */
export const came = sql<number>`(select count(*) from check_in_people as inside
	where inside.signup_id = ${signups.id} and inside.is_undone = 0)`;

/** When the first of them came in (ms, UTC); null before that. */
export const cameAt = sql<
	number | null
>`(select min(entry.at) from check_ins as entry where entry.signup_id = ${signups.id} and entry.is_undone = 0)`;
