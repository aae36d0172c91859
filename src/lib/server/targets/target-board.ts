import { yearOf } from '$lib/domain/calendar/calendar';
import type { Figure, FigureId, FigureUnit } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { differenceOf, readTarget, type TargetReading } from '$lib/domain/targets/target';
import { goalOf, type Goal } from '$lib/domain/targets/target-goal';
import { isTownLevel, isVillageLevel } from '$lib/domain/units/unit';
import { targetFigures } from '$lib/forms/targets/target';
import type { Database } from '$lib/server/db/client';
import { listTargetYears, readTargets } from '$lib/server/db/targets/targets';
import { listSubunits, type Unit } from '$lib/server/db/units/units';
import { readFiguresOf } from '../figures/figures';

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

export interface Board {
	/** The unit itself, then those directly below it that are open or had a target. */
	units: Pick<Unit, 'id' | 'name' | 'nameEn' | 'kind'>[];
	/** Every figure that may have targets, in the registry's order. */
	rows: BoardRow[];
	/** The last saving of the year at this unit, who saved still sealed. */
	last: Awaited<ReturnType<typeof readTargets>>['last'];
}

/**
 * A year's targets of a unit and of the towns or villages directly below it, read against what was counted up to `today`
 * (the town's date), in three round trips however many units there are.
 */
export async function readBoard(
	db: Database,
	{ unit, year, today }: { unit: Unit; year: number; today: string }
): Promise<Board> {
	const [{ targets, last }, below] = await Promise.all([readTargets(db, unit.id, year), listSubunits(db, unit.id)]);
	const hasTarget = ({ id }: { id: string }) => targets.some(({ unitId }) => unitId === id);
	const counted = below.filter(({ kind }) => isTownLevel(kind) || isVillageLevel(kind));
	const units = [unit, ...counted.filter((one) => one.validToOn === null || hasTarget(one))];
	const readings = await readFiguresOf(db, {
		scopes: units.map(({ id }) => id),
		periods: reportingPeriods(year, today)
	});
	const rows = targetFigures.map((figure): BoardRow => {
		const cells = units.map(({ id: unitId }, at) => {
			const done = readings[at]!.find(({ id }) => id === figure.id)!.value;
			const target = targets.find((one) => one.figure === figure.id && one.unitId === unitId)?.value;
			return {
				done,
				reading: target === undefined ? null : readTarget(figure as Figure, { target, done, year, today })
			};
		});
		const [own, ...parts] = cells.map(({ reading }) => reading?.target ?? null);
		const { id, unit } = figure;
		return { id, unit, goal: goalOf(figure)!, cells, difference: differenceOf(own ?? null, parts) };
	});
	return { units: units.map(({ id, name, nameEn, kind }) => ({ id, name, nameEn, kind })), rows, last };
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
