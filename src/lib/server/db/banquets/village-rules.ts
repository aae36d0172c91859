import { and, desc, eq, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { villageKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { unitClosure, units } from '../schema/units/units';
import { banquets } from '../schema/banquets/banquets';
import { villageRules } from '../schema/banquets/village-rules';
import { withinUnit } from '../units/scope';

/** Sets the limits of a unit from a day on; the same day again replaces them. */
export function upsertVillageRule(db: Database, rule: typeof villageRules.$inferInsert): Statement {
	const { unitId: _unit, fromOn: _from, ...limits } = rule;
	return db
		.insert(villageRules)
		.values(rule)
		.onConflictDoUpdate({
			target: [villageRules.unitId, villageRules.fromOn],
			set: limits
		});
}

/** For the audit entry: the limits of the same day before, if any, and after. */
export function ruleBeforeAndAfter(unitId: string, fromOn: string, after: Record<string, unknown>): SQL<string> {
	return sql`json_object('before', (select json_object('fromOn', from_on, 'noticeDays', notice_days, 'tablesPerMeal', tables_per_meal,
		'pricePerTable', price_per_table, 'discouraged', json(discouraged), 'wording', wording, 'source', source) from village_rules where unit_id = ${unitId} and from_on = ${fromOn}),
		'after', json(${JSON.stringify(after)}))`;
}

/** The rule in force for a unit on a day: its own, else that of the nearest unit above; null where none was set. */
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

/**
 * SQL that joins `village_rules` to `banquets`: the rule that was in force for the banquet's unit on the day it was declared, chosen as
 * `findVillageRule` does.
 */
export const isRuleInForce: SQL = sql`${villageRules}.rowid = (select r.rowid from village_rules r
	join unit_closure c on c.ancestor_id = r.unit_id
	where c.descendant_id = ${banquets.unitId} and r.from_on <= ${banquets.declaredOn}
	order by (select count(*) from unit_closure a where a.descendant_id = r.unit_id) desc, r.from_on desc limit 1)`;

/**
 * The open villages and communities within `scope`, or those of them in `only`, in the town's own order, each with the rule in force for it on a
 * day, if any.
 */
export async function listRulesInForce(db: Database, scope: string, on: string, only: string[] | null = null) {
	return db
		.select({ unit: { id: units.id, name: units.name, nameEn: units.nameEn }, rule: villageRules })
		.from(units)
		.leftJoin(
			villageRules,
			sql`${villageRules}.rowid = (select r.rowid from village_rules r join unit_closure c on c.ancestor_id = r.unit_id
				where c.descendant_id = ${units.id} and r.from_on <= ${on}
				order by (select count(*) from unit_closure a where a.descendant_id = r.unit_id) desc, r.from_on desc limit 1)`
		)
		.where(
			and(
				inArray(units.kind, villageKinds),
				isNull(units.validToOn),
				only ? inArray(units.id, only) : undefined,
				withinUnit(units.id, scope)
			)
		)
		.orderBy(units.position, units.name);
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
