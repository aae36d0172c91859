import { yearOf } from '$lib/domain/calendar/calendar';
import type { Figure, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import {
	countOf,
	differenceOf,
	readTarget,
	type AskedTarget,
	type TargetCount,
	type TargetReading
} from '$lib/domain/targets/target';
import { goalOf, targetFigures, type Goal } from '$lib/domain/targets/target-goal';
import { hasOffice } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { listTargetYears, readTargets, type Target } from '$lib/server/db/targets/targets';
import { listSubunits, type Unit } from '$lib/server/db/units/units';
import { readEachCount, type FigureTown } from '../figures/figures';

/** A figure of the board: each unit's count, against its target where it has one. */
export interface BoardRow {
	id: FigureId;
	unit: FigureUnit;
	goal: Goal;
	/** One for each of the board's units, in their order. */
	cells: { done: number | null; reading: TargetReading | null }[];
	/** By how much the targets below together exceed the unit's own; null where either is missing. */
	difference: number | null;
}

type BoardUnit = Pick<Unit, 'id' | 'name' | 'nameEn' | 'kind' | 'validToOn'>;

export interface Board {
	/** The unit itself, then those directly below it that are open or had a target: all of them, or those asked for. */
	units: BoardUnit[];
	/** Every figure that may have targets, in the registry's order. */
	rows: BoardRow[];
	/** The last saving of the year at this unit, who saved still sealed. */
	last: Awaited<ReturnType<typeof readTargets>>['last'];
}

interface BoardQuery {
	unit: Unit;
	year: number;
	today: string;
	/** Of the units below these alone, by their ids; all of them where it is left out. */
	below?: readonly string[];
	/** Of these units below all figures are counted, of the others only those with a target; of all of them where it is left out. */
	whole?: readonly string[];
}

/**
 * A year's targets of a unit and of the towns or villages directly below it, read against what was counted up to `today`
 * (the town's date), in three round trips however many units there are.
 */
export async function readBoard(town: FigureTown, { unit, year, today, below, whole }: BoardQuery): Promise<Board> {
	const { db } = town;
	const [{ targets, last }, subunits] = await Promise.all([readTargets(db, unit.id, year), listSubunits(db, unit.id)]);
	const figures = targetFigures((await town.registry()).figures);
	const units = [unit, ...subunits.filter(isOnBoard(targets)).filter(({ id }) => below?.includes(id) ?? true)];
	const { now, isPart } = reportingPeriods(year, today);
	const target = new Map(targets.map(({ figure, unitId, value }) => [keyOf(figure, unitId), value]));
	const isWhole = whole && new Set([unit.id, ...whole]);
	const pairs = units.flatMap(({ id: unitId }) =>
		figures.flatMap((figure) =>
			!isWhole || isWhole.has(unitId) || target.has(keyOf(figure.id, unitId)) ? [{ figure, unitId }] : []
		)
	);
	const found = await readEachCount(db, { scope: unit.id, pairs, period: now, isPart });
	const counts = new Map(pairs.map(({ figure, unitId }, at) => [keyOf(figure.id, unitId), found[at]!]));
	const rows = figures.map((figure): BoardRow => {
		const { id, unit: countedIn } = figure;
		const targetOf = (unitId: string) => target.get(keyOf(id, unitId));
		const cells = units.map(({ id: unitId, validToOn: endedOn }) => {
			const counted = counts.get(keyOf(id, unitId));
			return counted ? cellOf(figure, { target: targetOf(unitId), counted, year, today, endedOn }) : notCounted;
		});
		const parts = subunits.map((one) => targetOf(one.id) ?? null);
		const difference = differenceOf(targetOf(unit.id) ?? null, parts);
		return { id, unit: countedIn, goal: goalOf(figure)!, cells, difference };
	});
	return {
		units: units.map(({ id, name, nameEn, kind, validToOn }) => ({ id, name, nameEn, kind, validToOn })),
		rows,
		last
	};
}

/** The towns or villages directly below a unit that its board of a year shows. */
export async function listBoardUnits(db: Database, unit: Unit, year: number): Promise<Unit[]> {
	const [{ targets }, subunits] = await Promise.all([readTargets(db, unit.id, year), listSubunits(db, unit.id)]);
	return subunits.filter(isOnBoard(targets));
}

/** Units that are open or had a target. */
function isOnBoard(targets: readonly Target[]) {
	const withTarget = new Set(targets.map(({ unitId }) => unitId));
	return ({ id, kind, validToOn }: Unit) => hasOffice(kind) && (validToOn === null || withTarget.has(id));
}

const notCounted: BoardRow['cells'][number] = { done: null, reading: null };

const keyOf = (figure: string, unitId: string) => `${figure} ${unitId}`;

function cellOf(
	figure: Figure,
	{ target, counted, ...on }: Omit<AskedTarget, 'target'> & { target: number | undefined; counted: TargetCount }
) {
	const reading = target === undefined ? null : readTarget(figure, { target, ...counted, ...on });
	return { done: countOf(counted), reading };
}

/**
 * The year that a page of targets shows, and those it offers, the latest first: the years with targets, this one, and `ahead`, the
 * next. The year asked for (text of an address) if it is one of this century up to the next; else this year, or the last with targets.
 */
export async function chooseTargetYear(
	db: Database,
	{ scope, asked, today, ahead = false }: { scope: string; asked: string | null; today: string; ahead?: boolean }
): Promise<{ year: number; years: number[] }> {
	const thisYear = yearOf(today);
	const set = await listTargetYears(db, scope);
	const isAsked = /^20\d\d$/.test(asked ?? '') && Number(asked) <= thisYear + 1;
	const last = set.find((year) => year <= thisYear);
	const year = isAsked ? Number(asked) : ahead || set.includes(thisYear) ? thisYear : (last ?? thisYear);
	const years = new Set([...set, year, thisYear, ...(ahead ? [thisYear + 1] : [])]);
	return { year, years: [...years].sort((a, b) => b - a) };
}
