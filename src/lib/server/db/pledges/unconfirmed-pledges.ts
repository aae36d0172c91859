import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { pledgeConfirmations, pledges } from '../schema/pledges/pledges';
import { units } from '../schema/units/units';
import { areAllWithin, readReach, withinReach, type Reach } from '../units/scope';

/** The condition of the index of what waits: values written out, since a bound one does not find it. */
const isWaiting = sql`${pledges.isConfirmed} = 0 and ${pledges.isWithdrawn} = 0`;

const waitingWithin = (reach: Reach) => and(isWaiting, withinReach(pledges.villageId, reach));

/** A page of pledges within `scope` that were signed online and that no cadre has confirmed, newest first; names and phones sealed. */
export async function listUnconfirmedPledges(
	db: Database,
	scope: string,
	{ villageId, cursor, most }: { villageId?: string; cursor?: Cursor; most: number }
) {
	const reach = await readReach(db, scope, villageId);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: pledges.signedOn, id: pledges.id, direction: 'descending' }, most);
	const rows = await db
		.select({
			id: pledges.id,
			signedOn: pledges.signedOn,
			audience: pledges.audience,
			nameSealed: pledges.nameSealed,
			phoneSealed: pledges.phoneSealed,
			village: { name: units.name, nameEn: units.nameEn }
		})
		.from(pledges)
		.innerJoin(units, eq(units.id, pledges.villageId))
		.where(and(waitingWithin(reach), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many pledges within `scope`, or a village of it, wait for a cadre; counted nowhere else. */
export async function countUnconfirmedPledges(db: Database, scope: string, villageId?: string): Promise<number> {
	const reach = await readReach(db, scope, villageId);
	return reach ? db.$count(pledges, waitingWithin(reach)) : 0;
}

/** Whether every one of these pledges is of `scope` or below it. */
export const arePledgesWithin = (db: Database, scope: string, ids: readonly string[]): Promise<boolean> =>
	areAllWithin(db, { table: pledges, id: pledges.id, unitId: pledges.villageId }, { scope, ids });

/** Confirms those of these pledges that still wait. */
export const insertPledgeConfirmations = (
	db: Database,
	ids: readonly string[],
	{ at, byId }: { at: number; byId: string }
): Statement =>
	db.insert(pledgeConfirmations).select(
		sql`select id, null, ${at}, ${byId} from pledges where is_confirmed = 0 and is_withdrawn = 0
			and id in (select value from json_each(${JSON.stringify(ids)}))`
	);
