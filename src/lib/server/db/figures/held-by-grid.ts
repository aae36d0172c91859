import { sql } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { compiled } from '../compiled';

/** A grid within a scope, in the order of their villages. */
export interface Grid {
	id: string;
	name: string;
	nameEn: string | null;
	validToOn: string | null;
}

/** Banquets in a month (YYYY-MM, or '' in the whole period) of a grid; `gridId` null: of all groups that lie in a grid, each once. */
export interface GridCount {
	period: number;
	gridId: string | null;
	month: string;
	count: number;
}

/**
 * The query of banquets held within `scope` by the grid that covered the household's group on the day itself, for some periods. A group may
 * lie in several grids, and its banquets then count in each: the grids must not be added up.
 */
export const askHeldByGrid = (db: Database, scope: string, periods: readonly Period[], byMonth: boolean) =>
	heldByGrid(db, { scope, periods: JSON.stringify(periods), digits: byMonth ? 7 : 0 });

export const gridCountsOf = ([row]: readonly { counts: string }[]): GridCount[] =>
	(JSON.parse(row!.counts) as [number, string | null, string, number][]).map(([period, gridId, month, count]) => ({
		period,
		gridId,
		month,
		count
	}));

type Asked = { scope: string; periods: string; digits: number };

const heldByGrid = compiled<Asked, { counts: string }[]>((db, { scope, periods, digits }) =>
	db.select({ counts: sql<string>`json_group_array(json_array(period, grid_id, month, count))` }).from(
		sql`(with asked as materialized (
			select key as period, value ->> 'fromOn' as from_on, value ->> 'toOn' as to_on from json_each(${periods})),
		covers as materialized (
			select g.grid_id, g.group_id, u.valid_from_on, coalesce(u.valid_to_on, '9999') as valid_to_on
			from units u cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = u.id
			cross join grid_groups g on g.grid_id = u.id where u.kind = 'grid')
		select a.period, g.grid_id, substr(f.span, 1, ${digits}) as month, sum(f.records) as count
		from covers g cross join asked a cross join figure_sums f
		where f.scope_id = g.group_id and f.measure = 'banquets-held' and f.grain = 'day'
			and f.span between max(a.from_on, g.valid_from_on) and min(a.to_on, g.valid_to_on)
		group by 1, 2, 3
		union all
		select a.period, null, substr(f.span, 1, ${digits}), sum(f.records)
		from (select distinct group_id from covers) g cross join asked a cross join figure_sums f
		where f.scope_id = g.group_id and f.measure = 'banquets-held' and f.grain = 'day' and f.span between a.from_on and a.to_on
			and exists (select 1 from covers o where o.group_id = g.group_id and f.span between o.valid_from_on and o.valid_to_on)
		group by 1, 3)`
	)
);

/** The query of the grids within a scope in the order of their villages and their own, also of closed ones. */
export const askGrids = compiled<{ scope: string }, { grids: string }[]>((db, { scope }) =>
	db
		.select({
			grids: sql<string>`json_group_array(json_object('id', id, 'name', name, 'nameEn', name_en, 'validToOn', valid_to_on))`
		})
		.from(
			sql`(select u.* from units u cross join unit_closure c on c.ancestor_id = ${scope} and c.descendant_id = u.id
				cross join units v on v.id = u.parent_id where u.kind = 'grid' order by v.position, v.name, u.position, u.name)`
		)
);

export const gridsOf = ([row]: readonly { grids: string }[]) => JSON.parse(row!.grids) as Grid[];
