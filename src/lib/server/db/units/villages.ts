import { sql, type Placeholder, type SQL } from 'drizzle-orm';
import type { Reporter } from '$lib/domain/figures/known';
import { villageKinds } from '$lib/domain/units/unit';
import { compiled } from '../compiled';
import { oneOf } from '../schema/columns';
import { unitsIn } from './scope';

/** A village or community, as a list of them names it. */
export interface Village {
	id: string;
	name: string;
	nameEn: string | null;
	/** Its last day, where it was closed; null of one that was split, whose ground goes on. */
	validToOn: string | null;
	/** The first day of one that came of a split: before it there is nothing of the same ground. */
	splitOn: string | null;
	/** The villages that went into it, and those that it came from by a split, if any. */
	parts: Reporter[];
	/** The ids of those that it came from by a split: it does not count them. */
	origins: string[];
}

/** In SQL, whether the unit `v` is a village. */
export const isVillage: SQL = oneOf('v.kind', villageKinds);

/** The rows of `units` that are villages within a scope. By their kind first: they are few among groups and grids. */
export const villagesWithin = (scope: Placeholder | string): SQL => sql`(select v.* from units v
	cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = v.id where ${isVillage})`;

/**
 * The query of the villages within a scope in the town's own order, as rows of the days from `fromOn` to `on`, each of one ground all through:
 * one that others merged into by the last day is listed instead of them; one that was split after the first day, instead of those it was split
 * into. Closed ones are listed, too: they have records of earlier years. Each has the name that it had on the last day; before its first one,
 * its first.
 */
export const askVillages = compiled<Record<'scope' | 'fromOn' | 'on', string>, { villages: string }[]>(
	(db, { scope, fromOn, on }) =>
		db
			.select({
				villages: sql<string>`json_group_array(json_object('id', id, 'name', name, 'nameEn', name_en, 'validToOn', valid_to_on,
				'splitOn', split_on, 'parts', json(parts), 'origins', json(origins)))`
			})
			.from(
				sql`(select v.id, iif(v.id in (select from_id from unit_splits), null, v.valid_to_on) as valid_to_on,
				(select max(on_date) from split_origins where unit_id = v.id) as split_on,
				(select json_group_array(from_id) from split_origins where unit_id = v.id) as origins,
				(select json_group_array(json_object('id', u.id, 'validFromOn', u.valid_from_on, 'validToOn', u.valid_to_on))
					from units u where u.id in (select descendant_id from unit_closure where ancestor_id = v.id
							union select from_id from split_origins where unit_id = v.id)
						and ${oneOf('u.kind', villageKinds)} and u.id <> v.id) as parts,
				coalesce(n.name, v.name) as name, iif(n.name is null, v.name_en, n.name_en) as name_en
				from ${villagesWithin(scope)} v left join unit_names n on n.unit_id = v.id and n.from_on = coalesce(
					(select max(from_on) from unit_names where unit_id = v.id and from_on <= ${on}),
					(select min(from_on) from unit_names where unit_id = v.id))
				where not exists (select 1 from unit_successions s where s.from_id = v.id and s.on_date <= ${on})
					and not exists (select 1 from unit_successions s where s.to_id = v.id and s.on_date > ${on})
					and not exists (select 1 from unit_splits s where s.from_id = v.id and s.on_date <= ${fromOn})
					and not exists (select 1 from unit_splits s where s.to_id = v.id and s.on_date > ${fromOn}
						and s.from_id in ${unitsIn(scope)})
				order by v.position, v.name)`
			)
);

/** The first day there is, for rows of the same ground ever since. */
export const everSince = '0000-01-01';

/** Whether a village was there at the end of a day. */
export const isThereOn = ({ validToOn }: Pick<Village, 'validToOn'>, on: string): boolean =>
	validToOn === null || validToOn > on;

export const villagesOf = ([row]: { villages: string }[]) => JSON.parse(row!.villages) as Village[];
