import { addDays, yearOf } from '$lib/domain/calendar/calendar';
import type { LaterKind } from '$lib/server/db/units/later-records';
import { insertSplits } from '$lib/server/db/units/successions';
import { insertUnit } from '$lib/server/db/units/unit-changes';
import type { Context } from '../context';
import { findAnswer, recordAct, stampOf, type Statements } from '../record-act';
import { checkVillages, moveVillages, type MoveRefusal, type Refused } from './moved-villages';

export interface SplitVillageCommand {
	/** Of the act. */
	id: string;
	villageId: string;
	/** The first day of the new villages. */
	onDate: string;
	/** Two or more, each with the groups and grids of the village that go over to it. */
	into: readonly { name: string; nameEn?: string | null; partIds: readonly string[] }[];
	/** Which of them, from 0, takes over accounts, elders and series of no group, and what was added meanwhile. */
	rest: number;
	/** The same of a kind of record that the village itself has of that day or later, where it is another one. */
	later?: Partial<Record<LaterKind, number>>;
	/** Why tasks that the village was given since that day end: they are given anew. */
	note: string;
	/** How many records of that day or later the cadre has seen; left out where no cadre was asked. */
	seen?: number;
}

export type SplitVillageRefusal = MoveRefusal | 'village-not-splittable' | 'village-names-alike';

const refusals = {
	'unit_splits.from_id': 'unit-closed',
	'unit-has-units': 'unit-has-units'
} as const;

/**
 * Splits a village into new ones, from a day on. Records stay under the village that was split, which the staff of each new one reads; its
 * groups and grids begin anew in theirs, with accounts, elders, series and all that is of the day of the split or later. The split one counts for the whole ground what is
 * recorded under the new ones: so it is the row of the year of the split. Targets, tasks and registered households are set anew.
 */
export async function splitVillage(
	ctx: Context,
	{ id, villageId, onDate, into, rest, later = {}, note, seen }: SplitVillageCommand
): Promise<{ ok: true } | Refused<SplitVillageRefusal>> {
	const answered = await findAnswer(ctx, { id, verb: 'splitVillage', subjectId: villageId });
	if (answered) return answered;
	const names = into.map(({ name }) => name);
	if (into.length < 2 || !into[rest]) return { ok: false, refusal: 'village-not-splittable' };
	if (new Set(names).size < names.length) return { ok: false, refusal: 'village-names-alike' };
	const firstYear = yearOf(addDays(onDate, -1)) + 1;
	const of = {
		fromIds: [villageId],
		onDate,
		firstYear,
		called: names,
		seen,
		otherwise: 'village-not-splittable' as const
	};
	const ready = await checkVillages(ctx, of);
	if (!ready.ok) return ready;
	const [{ parentId, kind, position }] = ready.villages;
	const stamp = stampOf(ctx);
	const begun = into.map(({ name, nameEn, partIds }) => ({
		village: { id: ctx.newId(), parentId, kind, name, nameEn: nameEn || null, position, validFromOn: onDate, ...stamp },
		partIds
	}));
	const placeOf = (unitId: string) =>
		(begun.find(({ partIds }) => partIds.includes(unitId)) ?? begun[rest]!).village.id;
	const { closings, openings } = await moveVillages(ctx, {
		...{ fromIds: [villageId], toIds: begun.map(({ village }) => village.id), onDate, into: placeOf, note },
		intoOf: (kind) => (begun[later[kind] ?? rest] ?? begun[rest]!).village.id
	});
	const splits = begun.map(({ village }, at) => ({
		toId: village.id,
		fromId: villageId,
		nth: at + 1,
		onDate,
		...stamp
	}));
	const statements: Statements = [
		...begun.map(({ village }) => insertUnit(ctx.db, village)),
		insertSplits(ctx.db, splits),
		...openings,
		...closings
	];
	const detail = { villages: splits.map(({ toId }) => toId), names, onDate };
	const subject = { type: 'unit', id: villageId };
	const act = { id, verb: 'splitVillage', subject, unitId: villageId, detail, reason: note };
	return recordAct<SplitVillageRefusal>(ctx, act, statements, refusals);
}
