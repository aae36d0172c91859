import { yearOf } from '$lib/domain/calendar/calendar';
import type { UnitKind } from '$lib/domain/units/unit';
import { upsertHouseholdCount, listHouseholdCounts } from '$lib/server/db/units/households';
import { findOfSplit, insertSuccessions } from '$lib/server/db/units/successions';
import { insertUnit } from '$lib/server/db/units/unit-changes';
import type { Context } from '../context';
import { findAnswer, recordAct, stampOf, type Statements } from '../record-act';
import type { UnitAttributesCommand } from '../units/units';
import { endOtherSeries } from './ended-series';
import { checkVillages, moveVillages, type MoveRefusal, type Refused } from './moved-villages';

export interface MergeVillagesCommand extends UnitAttributesCommand {
	/** Of the new village and of the act. */
	id: string;
	/** Two or more villages of one town. */
	villageIds: readonly string[];
	kind: UnitKind;
	/** The first day of the new village. */
	onDate: string;
	/** Why a checked zero of one of them alone, or a task, ends. */
	note: string;
	/** How many records of that day or later the cadre has seen; left out where no cadre was asked. */
	seen?: number;
}

/** `village-of-split`: one of them began by a split in a year whose tables still have the village that was split, see decisions/0052. */
export type MergeVillagesRefusal = MoveRefusal | 'villages-not-mergeable' | 'village-of-split';

const refusals = {
	'unit_successions.from_id': 'unit-closed',
	'village-of-split': 'village-of-split',
	'unit-has-units': 'unit-has-units'
} as const;

/**
 * Merges villages of a town into a new one, from a day on. Records stay under the unit of their day, and the new village counts and reads
 * them; accounts, elders, birthday series, groups, grids and the people in charge of them go over to it, with all that is of that day or
 * later; so does the number of registered households, where each village has one. Targets and limits of the village rules stay: new ones are
 * set for it.
 */
export async function mergeVillages(
	ctx: Context,
	command: MergeVillagesCommand
): Promise<{ ok: true } | Refused<MergeVillagesRefusal>> {
	const { id, onDate } = command;
	const answered = await findAnswer(ctx, { id, verb: 'mergeVillages', subjectId: id });
	if (answered) return answered;
	const fromIds = [...new Set(command.villageIds)];
	const { name, nameEn, code, phone, position, kind, note, seen } = command;
	const otherwise = 'villages-not-mergeable' as const;
	if (fromIds.length < 2) return { ok: false, refusal: otherwise };
	const of = { fromIds, onDate, firstYear: yearOf(onDate), called: [name], seen, otherwise };
	const ready = await checkVillages(ctx, of);
	if (!ready.ok) return ready;
	const [first] = ready.villages;
	const stamp = stampOf(ctx);
	const village = {
		...{ id, kind, name, nameEn: nameEn || null, code: code || null, phone: phone || null },
		...{ parentId: first.parentId, position: position ?? first.position, validFromOn: onDate, ...stamp }
	};
	const move = { fromIds, toIds: [id], onDate, into: () => id, note };
	const [moved, ended] = await Promise.all([moveVillages(ctx, move), endOtherSeries(ctx, fromIds)]);
	const { moves, begunOn, closings, openings } = moved;
	const statements: Statements = [
		insertUnit(ctx.db, village),
		...openings,
		insertSuccessions(
			ctx.db,
			[...moves].map(([fromId, toId]) => ({ fromId, toId, onDate: begunOn(toId), ...stamp }))
		),
		...closings,
		...ended,
		...(await addHouseholds(ctx, fromIds, { unitId: id, fromOn: onDate }))
	];
	const detail = { villages: fromIds, name, onDate };
	const act = { id, verb: 'mergeVillages', subject: { type: 'unit', id }, unitId: id, detail, reason: note };
	const written = await recordAct<MergeVillagesRefusal>(ctx, act, statements, refusals);
	if (written.ok || written.refusal !== 'village-of-split') return written;
	return { ...written, unitId: (await findOfSplit(ctx.db, fromIds)) ?? undefined };
}

/** Registered households from the day of the merger on, and from each later day with another number, where each of the villages has one. */
async function addHouseholds(
	ctx: Context,
	villageIds: readonly string[],
	of: { unitId: string; fromOn: string }
): Promise<Statements> {
	const counts = await Promise.all(villageIds.map((villageId) => listHouseholdCounts(ctx.db, villageId)));
	const later = counts.flat().map(({ fromOn }) => fromOn);
	const days = [...new Set([of.fromOn, ...later.filter((day) => day > of.fromOn)])].sort();
	return days.flatMap((day) => {
		const numbers = counts.map((list) => list.find(({ fromOn }) => fromOn <= day)?.households);
		if (numbers.some((number) => number === undefined)) return [];
		const households = numbers.reduce((sum: number, number) => sum + number!, 0);
		return [upsertHouseholdCount(ctx.db, { ...of, fromOn: day, households, ...stampOf(ctx) })];
	});
}
