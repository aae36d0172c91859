import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Reporter } from '$lib/domain/figures/known';
import { villageKinds } from '$lib/domain/units/unit';
import { compiled } from '../compiled';
import { oneOf } from '../schema/columns';

/** A village or community, as a list of them names it. */
export interface Village {
	id: string;
	name: string;
	nameEn: string | null;
	/** Its last day, where it was closed. */
	validToOn: string | null;
	/** The villages that went into it, if any. */
	parts: Reporter[];
}

/** In SQL, whether the unit `v` is a village. */
export const isVillage: SQL = oneOf('v.kind', villageKinds);

/** The rows of `units` that are villages within a scope. By their kind first: they are few among groups and grids. */
export const villagesWithin = (scope: Placeholder | string): SQL => sql`(select v.* from units v
	cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = v.id where ${isVillage})`;

/**
 * The query of the villages within a scope in the town's own order as they were on the day `on`: also closed ones, which have records of earlier
 * years, but none that had merged with others by then, nor one that others merged into later. Each has the name that it had on that day; before
 * its first one, its first.
 */
export const askVillages = compiled<{ scope: string; on: string }, { villages: string }[]>((db, { scope, on }) =>
	db
		.select({
			villages: sql<string>`json_group_array(json_object('id', id, 'name', name, 'nameEn', name_en, 'validToOn', valid_to_on,
				'parts', json(parts)))`
		})
		.from(
			sql`(select v.id, v.valid_to_on, (select json_group_array(json_object('id', u.id, 'validFromOn', u.valid_from_on,
					'validToOn', u.valid_to_on)) from unit_closure c join units u on u.id = c.descendant_id
					where c.ancestor_id = v.id and ${oneOf('u.kind', villageKinds)} and u.id <> v.id) as parts,
				coalesce(n.name, v.name) as name, iif(n.name is null, v.name_en, n.name_en) as name_en
				from ${villagesWithin(scope)} v left join unit_names n on n.unit_id = v.id and n.from_on = coalesce(
					(select max(from_on) from unit_names where unit_id = v.id and from_on <= ${on}),
					(select min(from_on) from unit_names where unit_id = v.id))
				where not exists (select 1 from unit_successions s where s.from_id = v.id and s.on_date <= ${on})
					and not exists (select 1 from unit_successions s where s.to_id = v.id and s.on_date > ${on})
				order by v.position, v.name)`
		)
);

/** Whether a village was there at the end of a day. */
export const isThereOn = ({ validToOn }: Pick<Village, 'validToOn'>, on: string): boolean =>
	validToOn === null || validToOn > on;

export const villagesOf = ([row]: { villages: string }[]) => JSON.parse(row!.villages) as Village[];
