import { and, desc, eq, lte, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from './client';
import { unitClosure, units } from './schema/units';
import { villageRules } from './schema/banquets';
import { withinUnit } from './scope';

type Statement = BatchItem<'sqlite'>;
export type VillageRule = typeof villageRules.$inferSelect;

/** Sets the limits of a unit from a day on; the same day again replaces them. */
export function upsertVillageRule(db: Database, rule: typeof villageRules.$inferInsert): Statement {
	const { noticeDays, tablesPerMeal, pricePerTable, at, byId } = rule;
	return db
		.insert(villageRules)
		.values(rule)
		.onConflictDoUpdate({
			target: [villageRules.unitId, villageRules.fromOn],
			set: { noticeDays, tablesPerMeal, pricePerTable, at, byId }
		});
}

/** For the audit entry: the limits that stood for the same day before, if any, and those that stand after. */
export function ruleBeforeAndAfter(unitId: string, fromOn: string, after: Record<string, unknown>): SQL<string> {
	return sql`json_object('before', (select json_object('fromOn', from_on, 'noticeDays', notice_days, 'tablesPerMeal', tables_per_meal,
		'pricePerTable', price_per_table) from village_rules where unit_id = ${unitId} and from_on = ${fromOn}),
		'after', json(${JSON.stringify(after)}))`;
}

/** The rule in force for a unit on a day: its own, else that of the nearest unit above; null where nobody set one. */
export async function findVillageRule(db: Database, unitId: string, on: string) {
	const rows = await db
		.select({ rule: villageRules, unitName: units.name, unitNameEn: units.nameEn })
		.from(villageRules)
		.innerJoin(unitClosure, eq(unitClosure.ancestorId, villageRules.unitId))
		.innerJoin(units, eq(units.id, villageRules.unitId))
		.where(and(eq(unitClosure.descendantId, unitId), lte(villageRules.fromOn, on)))
		.orderBy(
			desc(sql`(select count(*) from unit_closure as above where above.descendant_id = ${villageRules.unitId})`),
			desc(villageRules.fromOn)
		)
		.limit(1);
	return rows[0] ?? null;
}

/** Every rule set within `scope`, by unit, the newest first. */
export async function listVillageRules(db: Database, scope: string) {
	return db
		.select({ rule: villageRules, unitName: units.name, unitNameEn: units.nameEn })
		.from(villageRules)
		.innerJoin(units, eq(units.id, villageRules.unitId))
		.where(withinUnit(villageRules.unitId, scope))
		.orderBy(units.position, units.name, desc(villageRules.fromOn))
		.limit(200);
}

export type VillageRuleInForce = NonNullable<Awaited<ReturnType<typeof findVillageRule>>>;
