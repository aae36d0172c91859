import { desc, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';

export type SlipKind = 'signup' | 'pledge' | 'banquet';

const paper = { kind: sql<SlipKind>`kind`, id: sql<string>`id` };

const papersOf = compiled((db, { phoneIndex, code }: Asked<{ phoneIndex: string; code: string }>) =>
	db
		.select(paper)
		.from(
			sql`(select 'signup' as kind, id, at from signups where phone_index = ${phoneIndex} and code = ${code}
				union all
				select 'pledge', id, at from pledges where phone_index = ${phoneIndex} and code = ${code}
				union all
				select 'banquet', id, at from banquets where host_phone_index = ${phoneIndex} and code = ${code})`
		)
		.orderBy(desc(sql`at`))
		.limit(1)
);

/** The newest paper that phone and code open together, of whatever kind, in one round trip; null when they do not match. */
export async function findSlipByCode(
	db: Database,
	phoneIndex: string,
	code: string
): Promise<{ kind: SlipKind; id: string } | null> {
	return (await papersOf(db, { phoneIndex, code }))[0] ?? null;
}

const papersAmong = compiled((db, { ids }: Asked<{ ids: string }>) => {
	const listed = sql`(select value from json_each(${ids}))`;
	return db.select({ ...paper, title: sql<string>`title` }).from(
		sql`(select 'signup' as kind, g.id as id, e.title as title from signups g
				join slots s on s.id = g.slot_id join events e on e.id = s.event_id where g.id in ${listed}
			union all
			select 'pledge', p.id, t.title from pledges p join pledge_texts t on t.id = p.text_id where p.id in ${listed}
			union all
			select 'banquet', id, '' from banquets where id in ${listed})`
	);
});

/** Of which kind these papers are: for the list of what this browser may open. */
export async function listSlipKinds(
	db: Database,
	ids: string[]
): Promise<{ kind: SlipKind; id: string; title: string }[]> {
	return ids.length === 0 ? [] : papersAmong(db, { ids: JSON.stringify(ids) });
}
