import { yearOf } from '$lib/domain/calendar/calendar';
import { findFigure, type Figure, type FigureId, type FigureUnit } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { differenceOf, goalOf, readTarget, type Goal, type TargetReading } from '$lib/domain/targets/target';
import type { Result } from '$lib/domain/result';
import { isTownLevel, isVillageLevel } from '$lib/domain/units/unit';
import { targetFigures, type TargetCell } from '$lib/forms/targets/target';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import type { Database } from '$lib/server/db/client';
import {
	deleteTargets,
	insertTargetSetting,
	listTargetYears,
	readTargets,
	upsertTargets
} from '$lib/server/db/targets/targets';
import { listSubunits, type Unit } from '$lib/server/db/units/units';
import { readFiguresOf } from '../figures/figures';
import { recordAct, stampOf } from '../record-act';
import { maySteer } from '../people/rights';

export interface SetTargetsCommand {
	/** Of the saving and of the act. */
	id: string;
	/** The town (or district): cells are of it and of units below it. */
	unitId: string;
	year: number;
	/** How many savings of this year the form has seen: a cadre saves only over what they have seen. */
	seen: number;
	/** What is left out stays as it is; null takes a target away. */
	cells: readonly TargetCell[];
}

export type SetTargetsRefusal = 'not-your-unit' | 'targets-changed' | 'target-impossible';

/**
 * Sets the targets of a year, by staff of the town, all or none; the values before stay in the audit entry. Without a
 * change nothing is written. Refusals: another cadre saved meanwhile; a figure that has no targets, work of which
 * nothing is asked, or a year after the next.
 */
export async function setTargets(
	ctx: Context,
	{ id, unitId, year, seen, cells }: SetTargetsCommand
): Promise<Result<{ changed: number }, SetTargetsRefusal>> {
	if (await hasLanded(ctx.db, { id, subjectId: id })) return { ok: true, changed: 0 };
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (!cells.every(isPossible) || year > yearOf(ctx.today()) + 1) return { ok: false, refusal: 'target-impossible' };
	const { targets, last } = await readTargets(ctx.db, unitId, year);
	if ((last?.seq ?? 0) !== seen) return { ok: false, refusal: 'targets-changed' };
	const before = new Map(targets.map(({ figure, unitId, value }) => [key({ figure, unitId }), value]));
	const changes = cells
		.map(({ figure, unitId, value }) => ({
			figure,
			unitId,
			before: before.get(key({ figure, unitId })) ?? null,
			value
		}))
		.filter((cell) => cell.before !== cell.value);
	if (changes.length === 0) return { ok: true, changed: 0 };
	const set = changes.flatMap(({ figure, unitId, value }) =>
		value === null ? [] : [{ year, figure, unitId, value, settingId: id }]
	);
	const gone = changes.filter(({ value }) => value === null);
	const written = await recordAct(
		ctx,
		{ id, verb: 'setTargets', subject: { type: 'target-setting', id }, unitId, detail: { year, changes } },
		[
			insertTargetSetting(ctx.db, { id, unitId, year, seq: seen + 1, ...stampOf(ctx) }),
			...(gone.length > 0 ? [deleteTargets(ctx.db, year, gone)] : []),
			...(set.length > 0 ? [upsertTargets(ctx.db, set)] : [])
		],
		{ 'refusal:targets-changed': 'targets-changed', 'refusal:not-your-unit': 'not-your-unit' } as const
	);
	return written.ok ? { ok: true, changed: changes.length } : written;
}

function isPossible({ figure, value }: TargetCell): boolean {
	const goal = goalOf(findFigure(figure)!);
	return value === null || (goal === 'at-most' ? value >= 0 : goal === 'at-least' && value >= 1);
}

const key = ({ figure, unitId }: { figure: string; unitId: string }) => `${figure} ${unitId}`;

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
