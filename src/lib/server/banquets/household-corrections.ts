// What a household may change in its own declaration.
import type { InferOutput } from 'valibot';
import { canChangeOwn } from '$lib/domain/banquets/household-act';
import type { Result } from '$lib/domain/result';
import type { ownCorrectionForm } from '$lib/forms/banquets/household';
import { once } from './banquets';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { insertHouseholdAct } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet, ownBeforeAndAfter, updateBanquet } from '$lib/server/db/banquets/banquets';
import { insertOutcome } from '$lib/server/db/banquets/banquet-outcomes';
import { insertFormer } from '../audit/former-values';
import { recordAct } from '../record-act';
import { holdsSlip } from '../people/rights';
import { type OwnDateRefusal, refuseDay } from './household-declarations';

type TooLate = 'banquet-unknown' | 'banquet-ended' | 'banquet-day-passed' | 'banquet-removed' | 'not-your-unit';

const tooLate = {
	'refusal:banquet-ended': 'banquet-ended',
	'refusal:banquet-day-passed': 'banquet-day-passed',
	'refusal:banquet-removed': 'banquet-removed'
} as const;

export type CorrectOwnBanquetCommand = InferOutput<typeof ownCorrectionForm> & { banquetId: string };

/**
 * The household corrects its own record (day, meals, tables, venue, caterer) while it has no outcome, to a day still
 * to come, or on the day it declares it to any that it may declare. The old values stay in the audit entry, those of venue and caterer sealed beside it. Only the holder of its
 * slip may.
 */
export async function correctOwnBanquet(
	ctx: Context,
	{ id, banquetId, ...changes }: CorrectOwnBanquetCommand
): Promise<Result<object, TooLate | OwnDateRefusal | 'banquet-already-recorded'>> {
	const ready = await findChangeable(ctx, { id, banquetId });
	if (!ready.ok) return ready;
	const { banquet } = ready;
	const refusal = refuseDay(ctx, changes.plannedOn, banquet);
	if (refusal) return { ok: false, refusal };
	const { plannedOn, meals, tablesPlanned } = changes;
	// On another day it may be the double of another record: a cadre looks at it first.
	const otherHouseholdIndex = plannedOn === banquet.plannedOn ? banquet.otherHouseholdIndex : '';
	const changed = (['venue', 'caterer'] as const).filter((name) => banquet[name] !== changes[name]);
	return recordAct(
		ctx,
		{
			id,
			verb: 'correctOwnBanquet',
			subject: { type: 'banquet', id: banquetId },
			unitId: banquet.unitId,
			detail: ownBeforeAndAfter(banquetId, { plannedOn, meals, tablesPlanned }, changed)
		},
		[
			...insertFormer(ctx, {
				actId: id,
				subjectId: banquetId,
				before: { venue: banquet.venue, caterer: banquet.caterer },
				after: { venue: changes.venue, caterer: changes.caterer }
			}),
			insertHouseholdAct(ctx.db, { id, banquetId, kind: 'corrected', at: ctx.now() }),
			updateBanquet(ctx.db, banquetId, { ...changes, ...pickLink(banquet), otherHouseholdIndex })
		],
		{ ...once, ...tooLate }
	);
}

/**
 * The household calls its banquet off by itself: cancelled without a visit, so it is no dissuasion and counts as none.
 */
export async function callOffOwnBanquet(
	ctx: Context,
	{ id, banquetId }: { id: string; banquetId: string }
): Promise<Result<object, TooLate>> {
	const ready = await findChangeable(ctx, { id, banquetId });
	if (!ready.ok) return ready;
	const endedOn = ctx.today();
	const outcome = { banquetId, outcome: 'cancelled', endedOn, tablesHeld: 0, at: ctx.now(), byId: null } as const;
	return recordAct(
		ctx,
		{
			id,
			verb: 'callOffOwnBanquet',
			subject: { type: 'banquet', id: banquetId },
			unitId: ready.banquet.unitId,
			detail: { outcome: 'cancelled', endedOn }
		},
		[insertHouseholdAct(ctx.db, { id, banquetId, kind: 'called-off', at: ctx.now() }), insertOutcome(ctx.db, outcome)],
		{ ...tooLate, 'banquet_outcomes.banquet_id': 'banquet-ended' } as const
	);
}

type Banquet = NonNullable<Awaited<ReturnType<typeof findBanquet>>>['banquet'];

/**
 * The banquet, when the household may still change it. An act that was written before passes, so that it gets the same
 * answer as then.
 */
async function findChangeable(
	ctx: Context,
	{ id, banquetId }: { id: string; banquetId: string }
): Promise<Result<{ banquet: Banquet }, TooLate>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	if (!holdsSlip(ctx, banquetId)) return { ok: false, refusal: 'not-your-unit' };
	if (found.banquet.isRemoved) return { ok: false, refusal: 'banquet-removed' };
	const isOpen = canChangeOwn({ ...found.banquet, outcome: found.outcome?.outcome ?? null, today: ctx.today() });
	if (isOpen || (await hasLanded(ctx, { id, subjectId: banquetId }))) return { ok: true, banquet: found.banquet };
	return { ok: false, refusal: found.outcome ? 'banquet-ended' : 'banquet-day-passed' };
}

/** What decides which pledge the record links to: untouched here. */
const pickLink = ({ hostPhoneIndex, declaredOn }: Banquet) => ({ hostPhoneIndex, declaredOn });
