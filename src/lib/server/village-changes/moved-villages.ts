// What a merger and a split have in common: villages end, others begin on the next day, and what is in use goes over to them.
import { addDays } from '$lib/domain/calendar/calendar';
import { isVillageLevel } from '$lib/domain/units/unit';
import { updateUnitsOfSeries } from '$lib/server/db/birthdays/birthday-series';
import { updateUnitsOfDrafts } from '$lib/server/db/events/events';
import { updateUnitsOfAccounts } from '$lib/server/db/people/accounts';
import { isYearClosed } from '$lib/server/db/reviews/closings';
import type { LaterKind } from '$lib/server/db/units/later-records';
import type { Moves } from '$lib/server/db/units/successions';
import { isUnitNameTaken, listUnitNames, updateUnitReplaced } from '$lib/server/db/units/unit-changes';
import type { Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { findOwn, type UnitRefusal } from '../units/units';
import { askLater } from './later-asked';
import { moveElders } from './moved-elders';
import { moveLater } from './moved-later';
import { moveParts } from './moved-parts';

export interface Move {
	/** The villages that end and those that begin. */
	fromIds: readonly string[];
	toIds: readonly string[];
	/** The first day of the new ones. */
	onDate: string;
	/** The new village that takes over what is of one of these villages, or of a group or grid of theirs. */
	into: (unitId: string) => string;
	/** Of a split: the new village that takes over what was recorded under the old one itself on that day or later. */
	intoOf?: (kind: LaterKind) => string;
	/** Why a checked zero or a task of the old villages ends. */
	note: string;
}

/**
 * Accounts, elders, birthday series and what is of that day or later go over to the new villages; groups and grids begin there anew.
 * `openings` go after the new villages are entered where they belong, `closings` after them: the villages end, with all below them. `begun`:
 * the first day of each group and grid that begins.
 */
export async function moveVillages(
	ctx: Context,
	move: Move
): Promise<{ moves: Moves; begunOn: (unitId: string) => string; closings: Statements; openings: Statements }> {
	const { fromIds, onDate, into } = move;
	const parts = await moveParts(ctx, move);
	const moves = new Map([...fromIds.map((id): [string, string] => [id, into(id)]), ...parts.moves]);
	const elders = await moveElders(ctx, fromIds, (unitId) => {
		const place = moves.get(unitId) ?? into(unitId);
		return { unitId: place, villageId: parts.begun.get(place)?.villageId ?? place };
	});
	return {
		moves,
		begunOn: (unitId) => parts.begun.get(unitId)?.onDate ?? onDate,
		closings: [...parts.closings, ...fromIds.map((id) => updateUnitReplaced(ctx.db, id, addDays(onDate, -1)))],
		openings: [
			...parts.openings,
			updateUnitsOfAccounts(ctx.db, moves),
			updateUnitsOfDrafts(ctx.db, moves),
			updateUnitsOfSeries(ctx.db, moves),
			...elders,
			...(await moveLater(ctx, { ...move, moves }))
		]
	};
}

export type MoveRefusal =
	| UnitRefusal
	| 'own-unit'
	| 'date-in-future'
	| 'date-before-unit'
	| 'date-before-name'
	| 'year-is-closed'
	| 'unit-name-taken'
	| 'records-after-day'
	| 'unit-has-units';

/** A refusal, with the village that it speaks of where there are several, or the name of a new one. */
export interface Refused<R extends string> {
	ok: false;
	refusal: R;
	unitId?: string;
	name?: string;
}

/**
 * The villages that end, where the actor may end them on that day: open ones of one town, none of them the actor's own. `firstYear`: the
 * first year whose tables change; once it is closed they are published. `called`: the names of the new villages. `seen`: how many records of
 * later days the cadre has seen, where one was asked.
 */
export async function checkVillages<R extends string>(
	ctx: Context,
	of: {
		fromIds: readonly string[];
		onDate: string;
		firstYear: number;
		called: readonly string[];
		seen: number | undefined;
		otherwise: R;
	}
): Promise<{ ok: true; villages: [Unit, ...Unit[]] } | Refused<MoveRefusal | R>> {
	const { fromIds, onDate } = of;
	const found = await Promise.all(fromIds.map((id) => findOwn(ctx, id)));
	for (const [at, one] of found.entries()) {
		if (one.ok) continue;
		// The first is the one that the page is of; one that was chosen on it and is not there is an answer to the form.
		const refusal = at > 0 && one.refusal === 'unit-unknown' ? of.otherwise : one.refusal;
		return { ok: false, refusal, unitId: fromIds[at]! };
	}
	const [first, ...rest] = found.flatMap((one) => (one.ok ? [one.unit] : []));
	const villages = [first!, ...rest] as const;
	const about = (refusal: MoveRefusal | R, unit: Unit | undefined) =>
		unit && { ok: false as const, refusal, unitId: unit.id };
	const isVillage = (one: Unit) =>
		isVillageLevel(one.kind) && one.parentId !== null && one.parentId === first!.parentId;
	const names = await Promise.all(fromIds.map((id) => listUnitNames(ctx.db, id)));
	const { actor } = ctx;
	const ofOne =
		about(
			of.otherwise,
			villages.find((one) => !isVillage(one))
		) ??
		about(
			'own-unit',
			villages.find(({ id }) => actor.kind === 'account' && actor.unitId === id)
		);
	if (ofOne) return ofOne;
	if (onDate > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	const early =
		about(
			'date-before-unit',
			villages.find(({ validFromOn }) => onDate <= validFromOn)
		) ??
		about(
			'date-before-name',
			villages.find((_, at) => names[at]![0] && onDate <= names[at]![0].fromOn)
		);
	if (early) return early;
	const parentId = first!.parentId!;
	if (await isYearClosed(ctx.db, parentId, of.firstYear)) return { ok: false, refusal: 'year-is-closed' };
	for (const name of of.called)
		if (await isUnitNameTaken(ctx.db, { parentId, name, exceptIds: fromIds }))
			return { ok: false, refusal: 'unit-name-taken', name };
	const later = of.seen === undefined ? null : await askLater(ctx, fromIds, onDate);
	if (later && later.total !== of.seen) return { ok: false, refusal: 'records-after-day' };
	return { ok: true, villages: [...villages] };
}
