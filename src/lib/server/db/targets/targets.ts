import { and, desc, eq, or, sql } from 'drizzle-orm';
import { officeKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { compiled } from '../compiled';
import type { Statement } from '../statement';
import { oneOf } from '../schema/columns';
import { accounts } from '../schema/people/accounts';
import { targets, targetSettings } from '../schema/targets/targets';
import { withinUnit } from '../units/scope';

export type Target = Pick<typeof targets.$inferSelect, 'figure' | 'unitId' | 'value'>;

/**
 * The targets in force for a year within `scope`, and the last saving of that year at `scope` itself with who saved (name sealed),
 * in one round trip.
 */
export async function readTargets(db: Database, scope: string, year: number) {
	const [list, settings] = await db.batch([
		db
			.select({ figure: targets.figure, unitId: targets.unitId, value: targets.value })
			.from(targets)
			.where(and(eq(targets.year, year), withinUnit(targets.unitId, scope))),
		db
			.select({
				seq: targetSettings.seq,
				at: targetSettings.at,
				by: { id: accounts.id, nameSealed: accounts.nameSealed }
			})
			.from(targetSettings)
			.leftJoin(accounts, eq(accounts.id, targetSettings.byId))
			.where(and(eq(targetSettings.unitId, scope), eq(targetSettings.year, year)))
			.orderBy(desc(targetSettings.seq))
			.limit(1)
	]);
	return { targets: list, last: settings[0] ?? null };
}

export interface TargetBelow extends Target {
	name: string;
	nameEn: string | null;
	/** The last day of a unit that was closed. */
	validToOn: string | null;
}

/** The targets in force for a year of a unit and of the towns or villages directly below it, the unit's first, then by the order of units. */
export async function listTargetsBelow(db: Database, unitId: string, year: number): Promise<TargetBelow[]> {
	const [row] = await targetsBelow(db, { unitId, year });
	return JSON.parse(row!.targets) as TargetBelow[];
}

const targetsBelow = compiled<{ unitId: string; year: number }, { targets: string }[]>((db, { unitId, year }) =>
	db
		.select({
			targets: sql<string>`json_group_array(json_object('figure', figure, 'unitId', unit_id, 'value', value, 'name', name, 'nameEn', name_en, 'validToOn', valid_to_on))`
		})
		.from(
			sql`(select t.figure, t.unit_id, t.value, u.name, u.name_en, u.valid_to_on from (
				select * from units where id = ${unitId} union all select * from units where parent_id = ${unitId} and ${oneOf('kind', officeKinds)}) u
				cross join targets t on t.unit_id = u.id and t.year = ${year}
				order by u.id <> ${unitId}, u.valid_to_on is not null, u.kind desc, u.position, u.name)`
		)
);

/** The years that have targets within `scope`, the latest first. */
export async function listTargetYears(db: Database, scope: string): Promise<number[]> {
	const rows = await db
		.selectDistinct({ year: targets.year })
		.from(targets)
		.where(withinUnit(targets.unitId, scope))
		.orderBy(desc(targets.year));
	return rows.map(({ year }) => year);
}

export function insertTargetSetting(db: Database, setting: typeof targetSettings.$inferInsert): Statement {
	return db.insert(targetSettings).values(setting);
}

/** Sets targets; those of the same year, figure and unit are replaced. Not for an empty list. */
export function upsertTargets(db: Database, rows: (typeof targets.$inferInsert)[]): Statement {
	return db
		.insert(targets)
		.values(rows)
		.onConflictDoUpdate({
			target: [targets.year, targets.figure, targets.unitId],
			set: { value: sql`excluded.value`, settingId: sql`excluded.setting_id` }
		});
}

/** Takes targets away. Not for an empty list. */
export function deleteTargets(db: Database, year: number, cells: Pick<Target, 'figure' | 'unitId'>[]): Statement {
	const isOne = cells.map(({ figure, unitId }) => and(eq(targets.figure, figure), eq(targets.unitId, unitId)));
	return db.delete(targets).where(and(eq(targets.year, year), or(...isOne)));
}
