import { dateOf, timeOf, yearOf } from '$lib/domain/calendar/calendar';
import type { ExportColumn, ExportFilter } from '$lib/domain/ledgers/export';
import type { Registry } from '$lib/domain/figures/registry';
import type { Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';

/** A cell before it is worded: of a closed list its value, of a unit its id, a day as YYYY-MM-DD, a moment as YYYY-MM-DD HH:mm. */
export type ExportCell = string | number | boolean | null;
export type ExportRow = Partial<Record<ExportColumn, ExportCell>>;

/** What is asked for: the list of a unit and all below it, narrowed. */
export interface Asked extends ExportFilter {
	scope: string;
	unit: Unit;
	/** The units of the reader's scope by their ids. */
	units: ReadonlyMap<string, Unit>;
	registry: Registry;
}

/** The rows of a list, a slice at a time as they are asked for. */
export type ListRows = (ctx: Context, asked: Asked) => AsyncIterable<ExportRow[]>;

/** Each row of each slice as its cells. */
export async function* each<Row>(
	slices: AsyncIterable<Row[]>,
	cells: (row: Row) => ExportRow
): AsyncGenerator<ExportRow[]> {
	for await (const slice of slices) yield slice.map(cells);
}

/** An instant (ms, UTC) as a cell: the town's day and time. */
export const momentOf = (at: number): string => `${dateOf(at)} ${timeOf(at)}`;

/** The year asked for, else the town's present one. */
export const yearAsked = (ctx: Context, { year }: ExportFilter): number => year ?? yearOf(ctx.today());

/** 村 and 组 of a record: a group comes with its village; the town's own records come under the town. */
export function villageAndGroup(unitId: string, { units }: Asked): { village: string | null; group: string | null } {
	const unit = units.get(unitId);
	return unit?.kind === 'group' ? { village: unit.parentId, group: unitId } : { village: unitId, group: null };
}
