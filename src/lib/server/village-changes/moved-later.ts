// What villages that end on a past day have of later days goes over to the new ones.
import { updateUnitsOfLater, type LaterKind } from '$lib/server/db/units/later-records';
import type { Moves } from '$lib/server/db/units/successions';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { moveBanquets } from './moved-banquets';
import { moveTasks } from './moved-tasks';
import { moveZeros } from './moved-zeros';

export interface LaterMove {
	/** The villages that end and those that begin. */
	fromIds: readonly string[];
	toIds: readonly string[];
	/** The first day of the new ones. */
	onDate: string;
	/** Where each village, group or grid goes over to. */
	moves: Moves;
	/** Of a split: the new village that takes over what was recorded under the old one itself. */
	intoOf?: (kind: LaterKind) => string;
	/** Why a checked zero or a task of the old villages ends. */
	note: string;
}

const kindsByUnit = ['activities', 'cases', 'pledges', 'events', 'signups', 'imports'] as const;

/** Records go over by their own unit. Checked zeros and tasks are of a whole village. */
export async function moveLater(ctx: Context, later: LaterMove): Promise<Statements> {
	const { fromIds, toIds, onDate: fromOn, moves, intoOf, note } = later;
	const movesOf = (kind: LaterKind): Moves =>
		intoOf ? new Map([...moves].map(([id, to]) => [id, fromIds.includes(id) ? intoOf(kind) : to])) : moves;
	const parts = [...moves].filter(([id]) => !fromIds.includes(id));
	const zeros = await Promise.all(
		parts.map(([id, to]) => moveZeros(ctx, { fromIds: [id], toIds: [to], fromOn, note }))
	);
	return [
		...kindsByUnit.map((kind) => updateUnitsOfLater(ctx.db, kind, { moves: movesOf(kind), fromOn })),
		...(await moveBanquets(ctx, movesOf('banquets'), fromOn)),
		...(await moveTasks(ctx, { fromIds, toId: toIds.length === 1 ? toIds[0]! : null, fromOn, note })),
		...(await moveZeros(ctx, { fromIds, toIds, fromOn, note })),
		...zeros.flat()
	];
}
