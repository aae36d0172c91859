import { asc, sql } from 'drizzle-orm';
import { groupBy } from '$lib/domain/group-by';
import type { UnitPast } from '$lib/domain/ledgers/unit-past';
import { unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { unitNames } from '../schema/units/units';
import { withinUnit } from './scope';
import { successions } from './successions';
import { listUnits, type Unit } from './units';

/** A unit with what changed of it; a closed one always has a past. */
export type UnitWithPast = Unit & { past?: UnitPast };

/** All units within `scope`, also closed ones, with the names that they had and those that they went into, in the town's own order. */
export async function listUnitsWithPast(db: Database, scope: string): Promise<UnitWithPast[]> {
	const [found, names, changes] = await Promise.all([
		listUnits(db, scope, unitKinds, true),
		db.select().from(unitNames).where(withinUnit(unitNames.unitId, scope)).orderBy(asc(unitNames.fromOn)),
		db.all<{ fromId: string; toId: string; onDate: string }>(
			sql`select s.from_id as fromId, s.to_id as toId, s.on_date as onDate from ${successions} s
				join units u on u.id = s.from_id order by u.position, u.name`
		)
	]);
	const namesOf = groupBy(names, ({ unitId }) => unitId);
	const [into, outOf] = [groupBy(changes, ({ toId }) => toId), groupBy(changes, ({ fromId }) => fromId)];
	return found.map((unit) => {
		const before = into.get(unit.id) ?? [];
		const past = {
			names: namesOf.get(unit.id) ?? [],
			firstOn: before[0]?.onDate ?? null,
			lastOn: unit.validToOn,
			from: before.map(({ fromId }) => fromId),
			into: (outOf.get(unit.id) ?? []).map(({ toId }) => toId)
		};
		const isChanged = past.names.length > 0 || past.firstOn !== null || past.lastOn !== null;
		return isChanged ? { ...unit, past } : unit;
	});
}
