import { and, asc, desc, eq, getTableColumns, lte, sql, type SQL } from 'drizzle-orm';
import type { Audience } from '$lib/domain/pledges/pledge';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { pledgeTexts } from '../schema/pledges/pledges';

export type PledgeText = typeof pledgeTexts.$inferSelect;

/** The next number of its audience is given in the same write; of two at once the unique key refuses one. */
export function insertPledgeText(db: Database, text: Omit<typeof pledgeTexts.$inferInsert, 'number'>): Statement {
	const number = sql`(select coalesce(max(${pledgeTexts.number}), 0) + 1 from ${pledgeTexts} where ${pledgeTexts.audience} = ${text.audience})`;
	return db.insert(pledgeTexts).values({ ...text, number });
}

/** The text in force for a pledge: that of its last renewal, else the one that was signed. */
export const ownTextId = sql<string>`coalesce(pledges.renewed_text_id, pledges.text_id)`;

/** The id of the text in force for an audience on a day: `findTextInForce`, inside a query. */
export const textInForceOn = (audience: SQL | Audience, on: string) => sql`(
	select current.id from pledge_texts current where current.audience = ${audience} and current.effective_on <= ${on}
	order by current.effective_on desc, current.number desc limit 1)`;

export async function findPledgeText(db: Database, id: string): Promise<PledgeText | null> {
	const rows = await db.select().from(pledgeTexts).where(eq(pledgeTexts.id, id));
	return rows[0] ?? null;
}

/** The text in force for an audience on a day: the last one that came into force, the higher number of two on one day. */
export async function findTextInForce(db: Database, audience: Audience, on: string): Promise<PledgeText | null> {
	const rows = await db
		.select()
		.from(pledgeTexts)
		.where(and(eq(pledgeTexts.audience, audience), lte(pledgeTexts.effectiveOn, on)))
		.orderBy(desc(pledgeTexts.effectiveOn), desc(pledgeTexts.number))
		.limit(1);
	return rows[0] ?? null;
}

/** Every text ever issued, newest first within its audience, with how many pledges in force it has. */
export async function listPledgeTexts(db: Database) {
	return db
		.select({
			...getTableColumns(pledgeTexts),
			inForce: sql<number>`(select coalesce(sum(in_force), 0) from pledge_counts where text_id = ${pledgeTexts}.id)`
		})
		.from(pledgeTexts)
		.orderBy(asc(pledgeTexts.audience), desc(pledgeTexts.number));
}

/** The texts of an audience that are or were in force by a day, the latest first: what the public may compare. */
export async function listTextsSoFar(db: Database, audience: Audience, on: string): Promise<PledgeText[]> {
	return db
		.select()
		.from(pledgeTexts)
		.where(and(eq(pledgeTexts.audience, audience), lte(pledgeTexts.effectiveOn, on)))
		.orderBy(desc(pledgeTexts.effectiveOn), desc(pledgeTexts.number));
}
