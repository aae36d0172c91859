import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import { isBanquetHeld } from '$lib/domain/banquets/banquet';
import type { Result } from '$lib/domain/result';
import type { visitForm } from '$lib/forms/banquets/dissuasion';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { findVisit, insertVisit, listVisits, updateVisit } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { standsRemoved } from './banquets';
import { confirmBy } from './declaration-confirmations';
import { recordAct } from '../record-act';
import { mayActFor } from '../people/rights';

export type RecordVisitCommand = InferOutput<typeof visitForm> & { banquetId: string };
export type VisitRefusal =
	| 'not-your-unit'
	| 'date-in-future'
	| 'went-after-banquet'
	| 'visit-already-recorded'
	| 'banquet-removed'
	| 'month-checked-zero';

const once = { 'banquet_visits.banquet_id': 'visit-already-recorded' } as const;

/**
 * A visit of the actor to a household about a banquet it intends; one a person and day. The first visit need not bring
 * a result: a dissuasion is recorded when there is one, and counts its visits from here. The note is sealed; the
 * household sees it.
 */
export async function recordVisit(
	ctx: Context,
	{ id, banquetId, wentOn, note }: RecordVisitCommand
): Promise<Result<object, VisitRefusal | 'banquet-unknown' | 'banquet-already-held'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const byId = actorId(ctx.actor);
	const { unitId } = found.banquet;
	if (byId === null || !(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const isHeld = found.outcome !== null && isBanquetHeld(found.outcome.outcome);
	if (isHeld && !(await hasLanded(ctx, { id, subjectId: banquetId })))
		return { ok: false, refusal: 'banquet-already-held' };
	if (wentOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	return recordAct(
		ctx,
		{ id, verb: 'recordVisit', subject: { type: 'banquet', id: banquetId }, unitId, detail: { visitId: id, wentOn } },
		[
			insertVisit(ctx.db, { id, banquetId, wentOn, noteSealed: sealNote(ctx, id, note), at: ctx.now(), byId }),
			...confirmBy(ctx, banquetId)
		],
		{
			...once,
			'refusal:banquet-already-held': 'banquet-already-held',
			'refusal:went-after-banquet': 'went-after-banquet',
			...standsRemoved
		} as const
	);
}

export type CorrectVisitCommand = InferOutput<typeof visitForm> & { visitId: string; reason: string };

/**
 * Corrects the day or the note of a visit, by staff of the banquet's unit; who went stays. The old day and why are
 * kept in the audit entry. Where it moves the day of a dissuasion, a second person is asked again (a trigger).
 */
export async function correctVisit(
	ctx: Context,
	{ id, visitId, wentOn, note, reason }: CorrectVisitCommand
): Promise<Result<object, VisitRefusal | 'visit-unknown'>> {
	const found = await findVisit(ctx.db, visitId);
	if (!found) return { ok: false, refusal: 'visit-unknown' };
	if (!(await mayActFor(ctx, found.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (wentOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (wentOn > found.plannedOn) return { ok: false, refusal: 'went-after-banquet' };
	const { banquetId, wentOn: before } = found.visit;
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctVisit',
			subject: { type: 'banquet', id: banquetId },
			unitId: found.unitId,
			detail: { visitId, before: { wentOn: before }, after: { wentOn } },
			reason
		},
		[updateVisit(ctx.db, visitId, { wentOn, noteSealed: sealNote(ctx, visitId, note) })],
		{ ...once, ...standsRemoved }
	);
}

/** All visits about a banquet, oldest first: the day, who went, and the note in clear. */
export async function readVisits(ctx: Context, banquetId: string) {
	const rows = await listVisits(ctx.db, banquetId);
	return rows.map(({ visit: { id, wentOn, noteSealed }, visitor }) => ({
		id,
		wentOn,
		note: ctx.keys.open(noteSealed, 'banquet-visits.note', id),
		by: ctx.keys.open(visitor.nameSealed, 'accounts.name', visitor.id)
	}));
}

/** A visit's note as it is kept: bound to the visit's own id. */
export function sealNote(ctx: Context, visitId: string, note: string): string {
	return ctx.keys.seal(note, 'banquet-visits.note', visitId);
}
