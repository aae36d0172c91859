import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { banquetConfirmations, banquets } from '../schema/banquets/banquets';
import { units } from '../schema/units/units';
import { areAllWithin, readReach, withinReach, type Reach } from '../units/scope';

/** The condition of the index of what waits: values written out, since a bound one does not find it. */
const isWaiting = sql`${banquets.confirmedTables} is null and ${banquets.isRemoved} = 0`;

const waitingWithin = (reach: Reach) => and(isWaiting, withinReach(banquets.unitId, reach));

/** A page of households' own declarations within `scope` that no cadre has confirmed, newest first; hosts sealed. */
export async function listUnconfirmedDeclarations(
	db: Database,
	scope: string,
	{ unitId, cursor, most }: { unitId?: string; cursor?: Cursor; most: number }
) {
	const reach = await readReach(db, scope, unitId);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: banquets.declaredOn, id: banquets.id, direction: 'descending' }, most);
	const rows = await db
		.select({
			id: banquets.id,
			declaredOn: banquets.declaredOn,
			plannedOn: banquets.plannedOn,
			occasion: banquets.occasion,
			meals: banquets.meals,
			tablesPlanned: banquets.tablesPlanned,
			outcome: banquets.listedOutcome,
			hostNameSealed: banquets.hostNameSealed,
			hostPhoneSealed: banquets.hostPhoneSealed,
			unit: { name: units.name, nameEn: units.nameEn }
		})
		.from(banquets)
		.innerJoin(units, eq(units.id, banquets.unitId))
		.where(and(waitingWithin(reach), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/** How many of them there are within `scope`, or a unit of it; counted nowhere else. */
export async function countUnconfirmedDeclarations(db: Database, scope: string, unitId?: string): Promise<number> {
	const reach = await readReach(db, scope, unitId);
	return reach ? db.$count(banquets, waitingWithin(reach)) : 0;
}

/** Whether every one of these banquets is of `scope` or below it. */
export const areBanquetsWithin = (db: Database, scope: string, ids: readonly string[]): Promise<boolean> =>
	areAllWithin(db, { table: banquets, id: banquets.id, unitId: banquets.unitId }, { scope, ids });

/** Confirms those of these declarations that still wait. Without a person's id nothing is confirmed. */
export const insertBanquetConfirmations = (
	db: Database,
	ids: readonly string[],
	{ at, byId }: { at: number; byId: string | null }
): Statement =>
	db.insert(banquetConfirmations).select(
		sql`select id, null, ${at}, ${byId} from banquets where confirmed_tables is null and is_removed = 0 and ${byId} is not null
			and id in (select value from json_each(${JSON.stringify(ids)}))`
	);
