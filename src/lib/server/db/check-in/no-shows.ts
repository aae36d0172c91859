// People with a place who did not come.
import { sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { noShows } from '../schema/check-in/check-ins';
import type { Stamp, Statement } from '../statement';

/** Everyone of the slot who has a place and is not in is a no-show, once. */
export const insertNoShows = (db: Database, slotId: string, actId: string, stamp: Stamp): Statement =>
	absent(db, sql`g.slot_id = ${slotId}`, actId, stamp);

/**
 * The same for each slot of the event that has begun and where at least one person was checked in. Where none was, it
 * is not known who is missing.
 */
export const insertNoShowsOfTicked = (db: Database, eventId: string, actId: string, stamp: Stamp): Statement =>
	absent(
		db,
		sql`g.slot_id in (select id from slots where event_id = ${eventId} and starts_at <= ${stamp.at}
			and exists (select 1 from check_ins where slot_id = slots.id and is_undone = 0))`,
		actId,
		stamp
	);

function absent(db: Database, of: SQL, actId: string, { at, byId }: Stamp): Statement {
	return db.insert(noShows).select(
		sql`select ${actId}, g.id, party.nth, 0, ${at}, ${byId} from signups g join party_numbers party
			where ${of} and party.nth <= g.granted
				and not exists (select 1 from check_in_people c where c.signup_id = g.id and c.nth = party.nth and c.is_undone = 0)
				and not exists (select 1 from no_shows n where n.signup_id = g.id and n.nth = party.nth and n.is_ended = 0)`
	);
}
