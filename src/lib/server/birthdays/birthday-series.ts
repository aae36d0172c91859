import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { birthdaySeriesEndForm, birthdaySeriesForm, suppositionForm } from '$lib/forms/birthdays/birthday';
import type { Context } from '../context';
import {
	findSeries,
	insertSeries,
	insertSeriesEnd,
	seriesBeforeAndAfter,
	updateSeries,
	type SeriesRow
} from '$lib/server/db/birthdays/birthday-series';
import { suppositionBeforeAndAfter, upsertSupposition } from '$lib/server/db/birthdays/suppositions';
import { findUnit } from '$lib/server/db/units/units';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

type Command = InferOutput<typeof birthdaySeriesForm>;

/** Begins a village's series of group birthday banquets from a day on, by its staff. The series's id is the command's. */
export async function beginBirthdaySeries(
	ctx: Context,
	{ id, unitId, ...rule }: Command
): Promise<Result<{ seriesId: string }, 'not-your-unit' | 'unit-not-a-village'>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !isVillageLevel(unit.kind)) return { ok: false, refusal: 'unit-not-a-village' };
	const written = await recordAct(
		ctx,
		{ id, verb: 'beginBirthdaySeries', subject: { type: 'birthday-series', id }, unitId, detail: rule },
		[insertSeries(ctx.db, { id, unitId, ...rule, ...stampOf(ctx) })]
	);
	return written.ok ? { ok: true, seriesId: id } : written;
}

/** Corrects a series; lists made already stay as they are, and the old settings stay in the audit entry. */
export async function correctBirthdaySeries(
	ctx: Context,
	{ id, seriesId, unitId: _, ...rule }: Command & { seriesId: string }
): Promise<Result<object, NotMine>> {
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctBirthdaySeries',
			subject: { type: 'birthday-series', id: seriesId },
			unitId: found.series.unitId,
			detail: seriesBeforeAndAfter(seriesId, rule)
		},
		[updateSeries(ctx.db, seriesId, rule)]
	);
}

/** Ends a series: no banquet is proposed for it after the day. Those planned stay. */
export async function endBirthdaySeries(
	ctx: Context,
	{ id, seriesId, endsOn }: InferOutput<typeof birthdaySeriesEndForm>
): Promise<Result<object, NotMine | 'series-already-ended'>> {
	const found = await findOwnSeries(ctx, seriesId);
	if (!found.ok) return found;
	return recordAct(
		ctx,
		{
			id,
			verb: 'endBirthdaySeries',
			subject: { type: 'birthday-series', id: seriesId },
			unitId: found.series.unitId,
			detail: { endsOn }
		},
		[insertSeriesEnd(ctx.db, seriesId, endsOn, stampOf(ctx))],
		{ 'birthday_series_ends.series_id': 'series-already-ended' }
	);
}

/**
 * Sets what a unit assumes about private birthday banquets from a day on, for the estimate alone; the same day again
 * replaces it.
 */
export async function setBirthdaySupposition(
	ctx: Context,
	{ id, unitId, fromOn, ...words }: InferOutput<typeof suppositionForm>
): Promise<Result<object, 'not-your-unit'>> {
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{
			id,
			verb: 'setBirthdaySupposition',
			subject: { type: 'birthday-supposition', id: unitId },
			unitId,
			detail: suppositionBeforeAndAfter(unitId, fromOn, { fromOn, ...words })
		},
		[upsertSupposition(ctx.db, { unitId, fromOn, ...words, ...stampOf(ctx) })]
	);
}

export type NotMine = 'not-your-unit' | 'series-unknown';

/** A series, for staff of its village. */
export async function findOwnSeries(ctx: Context, seriesId: string): Promise<Result<{ series: SeriesRow }, NotMine>> {
	const series = await findSeries(ctx.db, seriesId);
	if (!series) return { ok: false, refusal: 'series-unknown' };
	return (await mayActFor(ctx, series.unitId)) ? { ok: true, series } : { ok: false, refusal: 'not-your-unit' };
}
