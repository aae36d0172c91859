import { sql, type Placeholder, type SQL } from 'drizzle-orm';
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
}

/** In SQL, whether the unit `v` is a village. */
export const isVillage: SQL = oneOf('v.kind', villageKinds);

/** The rows of `units` that are villages within a scope. By their kind first: they are few among groups and grids. */
export const villagesWithin = (scope: Placeholder | string): SQL => sql`(select v.* from units v
	cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = v.id where ${isVillage})`;

/** The query of the villages within a scope in the town's own order, also of closed ones, which have records of earlier years. */
export const askVillages = compiled<{ scope: string }, { villages: string }[]>((db, { scope }) =>
	db
		.select({
			villages: sql<string>`json_group_array(json_object('id', id, 'name', name, 'nameEn', name_en, 'validToOn', valid_to_on))`
		})
		.from(sql`(select * from ${villagesWithin(scope)} order by position, name)`)
);

export const villagesOf = ([row]: { villages: string }[]) => JSON.parse(row!.villages) as Village[];
