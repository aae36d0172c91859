import { asc, sql } from 'drizzle-orm';
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
	const [namesOf, before, after] = [
		listedBy(names, ({ unitId }) => unitId),
		listedBy(changes, ({ toId }) => toId),
		listedBy(changes, ({ fromId }) => fromId)
	];
	return found.map((unit) => {
		const past = {
			names: namesOf(unit.id),
			firstOn: before(unit.id)[0]?.onDate ?? null,
			lastOn: unit.validToOn,
			from: before(unit.id).map(({ fromId }) => fromId),
			into: after(unit.id).map(({ toId }) => toId)
		};
		const isChanged = past.names.length > 0 || past.firstOn !== null || past.lastOn !== null;
		return isChanged ? { ...unit, past } : unit;
	});
}

/** The rows of each unit, in their order; read once, for a town has many units. */
function listedBy<Row>(rows: readonly Row[], unitOf: (row: Row) => string): (unitId: string) => readonly Row[] {
	const listed = new Map<string, Row[]>();
	for (const row of rows) {
		const same = listed.get(unitOf(row));
		if (same) same.push(row);
		else listed.set(unitOf(row), [row]);
	}
	return (unitId) => listed.get(unitId) ?? [];
}
