import { eq, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { isOwnWord } from './banquet-acts';
import { banquetOutcomes, banquetRemovals, banquets } from '../schema/banquets/banquets';
import { units } from '../schema/units/units';
import { hostPledgedOn, pledgeOfHost } from '../pledges/pledges-in-force';

export type Banquet = typeof banquets.$inferSelect;
type NewBanquet = typeof banquets.$inferInsert;

/** Links the household's pledge when one is in force on the day of 报备. */
export function insertBanquet(db: Database, banquet: Omit<NewBanquet, 'pledgeId'>): Statement {
	return db.insert(banquets).values({ ...banquet, pledgeId: linkedPledge(banquet) });
}

const linkedPledge = ({ hostPhoneIndex, declaredOn }: Pick<NewBanquet, 'hostPhoneIndex' | 'declaredOn'>) =>
	hostPhoneIndex ? pledgeOfHost(hostPhoneIndex, declaredOn) : null;

export function insertBanquetRemoval(db: Database, removal: typeof banquetRemovals.$inferInsert): Statement {
	return db.insert(banquetRemovals).values(removal);
}

/**
 * The tables that staff vouches for once it has typed a number: that one. A household's own declaration keeps what was confirmed before it
 * ended, and one that no cadre has confirmed yet waits for its confirmation.
 */
export const vouchedTables = (
	tablesPlanned: number
): SQL<number> => sql`case when ${banquets.confirmedTables} is null then null
	when ${banquets.listedOutcome} is not null and ${isOwnWord} then ${banquets.confirmedTables} else ${tablesPlanned} end`;

type Changes = Partial<Omit<NewBanquet, 'confirmedTables'>> & { confirmedTables?: SQL<number> };

export function updateBanquet(
	db: Database,
	id: string,
	changes: Changes & Pick<NewBanquet, 'hostPhoneIndex' | 'declaredOn'>
): Statement {
	const pledgeId = linkedPledge(changes);
	return db
		.update(banquets)
		.set({ ...changes, pledgeId })
		.where(eq(banquets.id, id));
}

/** Banquets in the ledger of the same telephone, occasion and day as one, without that one itself. */
export const listDoubles = (
	db: Database,
	{ id, hostPhoneIndex, occasion, plannedOn }: Pick<Banquet, 'id' | 'hostPhoneIndex' | 'occasion' | 'plannedOn'>
) =>
	db
		.select({
			id: banquets.id,
			hostNameSealed: banquets.hostNameSealed,
			hostPhoneSealed: banquets.hostPhoneSealed
		})
		.from(banquets)
		.where(
			sql`${banquets.hostPhoneIndex} = ${hostPhoneIndex} and ${banquets.occasion} = ${occasion}
				and ${banquets.plannedOn} = ${plannedOn} and ${banquets.isRemoved} = 0 and ${banquets.id} <> ${id}`
		);

/** One banquet with its unit and outcome, whether the household declared it itself, and its pledge; null when there is none. */
export async function findBanquet(db: Database, id: string) {
	const rows = await db
		.select({
			banquet: banquets,
			outcome: banquetOutcomes,
			removal: { reason: banquetRemovals.reason, at: banquetRemovals.at },
			unit: { id: units.id, name: units.name, nameEn: units.nameEn },
			isOwnWord,
			pledgedOn: hostPledgedOn(sql`${banquets.hostPhoneIndex}`)
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.leftJoin(banquetOutcomes, eq(banquetOutcomes.banquetId, banquets.id))
		.leftJoin(banquetRemovals, eq(banquetRemovals.banquetId, banquets.id))
		.where(eq(banquets.id, id));
	return rows[0] ?? null;
}

/** For the audit entry of a correction: the record before the write and after it. Nothing personal. */
export function banquetBeforeAndAfter(id: string, after: Record<string, unknown>, changed: string[]): SQL<string> {
	return sql`(select json_object('before', json_object('origin', origin, 'occasion', occasion, 'unitId', unit_id,
		'declaredOn', declared_on, 'plannedOn', planned_on, 'meals', meals, 'tablesPlanned', tables_planned,
		'pricePerTable', price_per_table), 'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)}))
		from banquets where id = ${id})`;
}

/** The same for what a household corrects itself. */
export function ownBeforeAndAfter(id: string, after: Record<string, unknown>, changed: string[]): SQL<string> {
	return sql`(select json_object('before', json_object('plannedOn', planned_on, 'meals', meals, 'tablesPlanned', tables_planned),
		'after', json(${JSON.stringify(after)}), 'changed', json(${JSON.stringify(changed)})) from banquets where id = ${id})`;
}
