import { groupBy } from '$lib/domain/group-by';
import { parseTypedDate } from '$lib/domain/calendar/typed-date';
import { listLaterRecords, type LaterKind } from '$lib/server/db/units/later-records';
import { listPartsFrom } from '$lib/server/db/units/successions';
import type { Context } from '../context';

/** What was recorded for a day or later of villages that are to end before it. */
export interface LaterAsked {
	onDate: string;
	/** By kind; `own`: those of a village itself, not of its groups and grids. */
	kinds: { kind: LaterKind; records: number; own: number }[];
	/** All of them: the form sends it, so that its reader has seen as many as there are. */
	total: number;
}

/** The records of `villageIds` for the day that was typed or later, with those of their groups and grids; null where there are none, or the day is not past. */
export async function askLater(
	ctx: Context,
	villageIds: readonly string[],
	typed: unknown
): Promise<LaterAsked | null> {
	const onDate = typeof typed === 'string' ? parseTypedDate(typed) : null;
	if (!onDate || onDate >= ctx.today()) return null;
	const parts = await listPartsFrom(ctx.db, villageIds, onDate);
	const found = await listLaterRecords(ctx.db, [...villageIds, ...parts.map(({ id }) => id)], onDate);
	const sum = (rows: typeof found) => rows.reduce((all, { records }) => all + records, 0);
	const kinds = [...groupBy(found, ({ kind }) => kind).values()].map((same) => {
		const { kind } = same[0]!;
		return { kind, records: sum(same), own: sum(same.filter(({ unitId }) => villageIds.includes(unitId))) };
	});
	return found.length > 0 ? { onDate, kinds, total: sum(found) } : null;
}

/** Of a split, the kinds of records that each go where the cadre says; the rest goes with accounts, or is of every new village. */
export const askedKinds = ['activities', 'banquets', 'cases', 'pledges', 'events'] as const satisfies LaterKind[];
export type AskedKind = (typeof askedKinds)[number];

/** Those of them that a village itself has. */
export const kindsToAsk = (later: LaterAsked | null): AskedKind[] =>
	askedKinds.filter((kind) => later?.kinds.some((one) => one.kind === kind && one.own > 0));
