import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { Result } from '$lib/domain/result';
import { isVillageLevel, type UnitKind } from '$lib/domain/units/unit';
import { updateUnitsOfSeries } from '$lib/server/db/birthdays/birthday-series';
import { updateUnitsOfEvents } from '$lib/server/db/events/events';
import { hasLanded } from '$lib/server/db/landed-acts';
import { updateUnitsOfAccounts } from '$lib/server/db/people/accounts';
import { upsertHouseholdCount, listHouseholdCounts } from '$lib/server/db/units/households';
import { insertSuccessions } from '$lib/server/db/units/successions';
import { insertUnit, isUnitNameTaken, updateUnitClosed } from '$lib/server/db/units/unit-changes';
import type { Unit } from '$lib/server/db/units/units';
import type { Context } from '../context';
import { recordAct, stampOf, type Statements } from '../record-act';
import { findOwn, type UnitAttributesCommand, type UnitRefusal } from '../units/units';
import { moveElders } from './moved-elders';
import { moveParts } from './moved-parts';

export interface MergeVillagesCommand extends UnitAttributesCommand {
	/** Of the new village and of the act. */
	id: string;
	/** Two or more villages of one town. */
	villageIds: readonly string[];
	kind: UnitKind;
	/** The first day of the new village. */
	onDate: string;
}

export type MergeVillagesRefusal =
	UnitRefusal | 'villages-not-mergeable' | 'unit-name-taken' | 'own-unit' | 'date-in-future' | 'date-before-start';

/**
 * Merges villages of a town into a new one, from a day on. Records stay under the unit of their day, and the new village counts and reads
 * them; accounts, elders, birthday series, events to come, groups, grids and the people in charge of them go over to it; so does the number
 * of registered households, where each village has one. Targets, tasks and limits of the village rules stay: new ones are set for it.
 */
export async function mergeVillages(
	ctx: Context,
	command: MergeVillagesCommand
): Promise<Result<object, MergeVillagesRefusal>> {
	const { id, onDate } = command;
	if (await hasLanded(ctx.db, { id, verb: 'mergeVillages', subjectId: id })) return { ok: true };
	const ready = await checkVillages(ctx, command);
	if (!ready.ok) return ready;
	const { villages } = ready;
	const ids = villages.map((village) => village.id);
	const { name, nameEn, code, phone, position, kind } = command;
	const stamp = stampOf(ctx);
	const village = {
		...{ id, kind, name, nameEn: nameEn || null, code: code || null, phone: phone || null },
		...{ parentId: villages[0]!.parentId, position: position ?? villages[0]!.position, validFromOn: onDate, ...stamp }
	};
	const parts = await moveParts(ctx, { villageIds: ids, intoId: id, onDate });
	const statements: Statements = [
		insertUnit(ctx.db, village),
		...parts.statements,
		...ids.map((villageId) => updateUnitClosed(ctx.db, villageId, addDays(onDate, -1))),
		insertSuccessions(
			ctx.db,
			ids.map((fromId) => ({ fromId, toId: id, onDate, ...stamp }))
		),
		updateUnitsOfAccounts(ctx.db, [...ids, ...parts.ids]),
		updateUnitsOfEvents(ctx.db, [...ids, ...parts.ids], instantOf(onDate, '00:00')),
		updateUnitsOfSeries(ctx.db, [...ids, ...parts.ids]),
		...(await moveElders(ctx, { villageIds: ids, intoId: id, partOf: parts.successorOf })),
		...(await addHouseholds(ctx, ids, { unitId: id, fromOn: onDate }))
	];
	return recordAct(
		ctx,
		{
			id,
			verb: 'mergeVillages',
			subject: { type: 'unit', id },
			unitId: id,
			detail: { villages: ids, name, onDate }
		},
		statements
	);
}

async function checkVillages(
	ctx: Context,
	{ villageIds, name, onDate }: MergeVillagesCommand
): Promise<Result<{ villages: Unit[] }, MergeVillagesRefusal>> {
	const found = await Promise.all([...new Set(villageIds)].map((villageId) => findOwn(ctx, villageId)));
	const refused = found.find((one) => !one.ok);
	if (refused && !refused.ok) return refused;
	const villages = found.flatMap((one) => (one.ok ? [one.unit] : []));
	const [first] = villages;
	const isOfTown = ({ kind, parentId }: Unit) => isVillageLevel(kind) && parentId === first?.parentId;
	if (!first || villages.length < 2 || !villages.every(isOfTown))
		return { ok: false, refusal: 'villages-not-mergeable' };
	if (ctx.actor.kind === 'account' && villageIds.includes(ctx.actor.unitId)) return { ok: false, refusal: 'own-unit' };
	if (onDate > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (villages.some(({ validFromOn }) => onDate <= validFromOn)) return { ok: false, refusal: 'date-before-start' };
	const siblings = { parentId: first.parentId!, name, exceptIds: villageIds };
	if (await isUnitNameTaken(ctx.db, siblings)) return { ok: false, refusal: 'unit-name-taken' };
	return { ok: true, villages };
}

/** Registered households on the day of the merger, where each of the villages has a number. */
async function addHouseholds(
	ctx: Context,
	villageIds: readonly string[],
	of: { unitId: string; fromOn: string }
): Promise<Statements> {
	const counts = await Promise.all(villageIds.map((villageId) => listHouseholdCounts(ctx.db, villageId)));
	const numbers = counts.map((list) => list.find(({ fromOn }) => fromOn <= of.fromOn)?.households);
	if (numbers.some((number) => number === undefined)) return [];
	const households = numbers.reduce((sum: number, number) => sum + number!, 0);
	return [upsertHouseholdCount(ctx.db, { ...of, households, ...stampOf(ctx) })];
}
