import { sql } from 'drizzle-orm';
import type { Database } from '../client';

export type SlipKind = 'signup' | 'pledge' | 'banquet';

/** The newest paper that phone and code open together, of whatever kind, in one round trip; null when they do not match. */
export async function findSlipByCode(
	db: Database,
	phoneIndex: string,
	code: string
): Promise<{ kind: SlipKind; id: string } | null> {
	const rows = await db.all<{ kind: SlipKind; id: string }>(sql`
		select kind, id from (
			select 'signup' as kind, id, at from signups where phone_index = ${phoneIndex} and code = ${code}
			union all
			select 'pledge', id, at from pledges where phone_index = ${phoneIndex} and code = ${code}
			union all
			select 'banquet', id, at from banquets where host_phone_index = ${phoneIndex} and code = ${code}
		) order by at desc limit 1`);
	return rows[0] ?? null;
}

/** Of which kind these papers are: for the list of what this browser may open. */
export async function listSlipKinds(
	db: Database,
	ids: string[]
): Promise<{ kind: SlipKind; id: string; title: string }[]> {
	if (ids.length === 0) return [];
	const list = sql.join(
		ids.map((id) => sql`${id}`),
		sql`, `
	);
	return db.all(sql`
		select 'signup' as kind, g.id as id, e.title as title from signups g
			join slots s on s.id = g.slot_id join events e on e.id = s.event_id where g.id in (${list})
		union all
		select 'pledge', p.id, t.title from pledges p join pledge_texts t on t.id = p.text_id where p.id in (${list})
		union all
		select 'banquet', id, '' from banquets where id in (${list})`);
}
