import { yearOf } from '$lib/domain/calendar/calendar';
import { findFigure, type Figure } from '$lib/domain/figures/figure';
import { goalOf } from '$lib/domain/targets/target-goal';
import type { Result } from '$lib/domain/result';
import type { TargetCell } from '$lib/forms/targets/target';
import type { Context } from '../context';
import { deleteTargets, insertTargetSetting, readTargets, upsertTargets } from '$lib/server/db/targets/targets';
import { findAnswer, recordAct, stampOf } from '../record-act';
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
	const answered = await findAnswer(ctx, { id, verb: 'setTargets', subjectId: id });
	if (answered) return answered.ok ? { ok: true, changed: 0 } : answered;
	if (!(await maySteer(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const { figures } = await ctx.registry();
	if (!cells.every((cell) => isPossible(cell, figures)) || year > yearOf(ctx.today()) + 1)
		return { ok: false, refusal: 'target-impossible' };
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

function isPossible({ figure, value }: TargetCell, figures: readonly Figure[]): boolean {
	const known = findFigure(figures, figure);
	const goal = known && goalOf(known);
	return value === null || (goal === 'at-most' ? value >= 0 : goal === 'at-least' && value >= 1);
}

const key = ({ figure, unitId }: { figure: string; unitId: string }) => `${figure} ${unitId}`;
