import { boundsOf, parseSpan } from '$lib/domain/reviews/closing';
import type { Result } from '$lib/domain/result';
import { isTownLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { aside } from '$lib/server/db/aside';
import { insertClosing } from '$lib/server/db/reviews/closings';
import { firstStart, readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { findUnit } from '$lib/server/db/units/units';
import { mayAdminister } from '../people/rights';
import type { DefineFigures } from './counted-figures';
import { recordSnapshot } from './snapshots';
import { findAnswer, stampOf } from '../record-act';
import { countAwaited } from './awaited-entries';
import { listUnreported } from './unreported-months';

export interface ClosePeriodCommand {
	/** Of the closing and of the act. */
	id: string;
	snapshotId: string;
	unitId: string;
	/** 2024, 2024-Q3 or 2024-05. */
	span: string;
	definitions: DefineFigures;
	/** Whether it is closed also with banquets whose outcome is awaited, or with months that villages owe. Where it is left out, that is not asked. */
	isDespiteAwaited?: boolean;
}

export type ClosePeriodRefusal =
	| 'not-your-unit'
	| 'unit-not-a-town'
	| 'span-wrong'
	| 'period-not-over'
	| 'period-before-ledgers'
	| 'outcomes-awaited'
	| 'months-unreported'
	| 'period-already-closed'
	| 'records-moved-on';

/** A town that keeps no ledger yet closes nothing of before this day. */
const neverBefore = '2000-01-01';

/**
 * Closes a month, quarter or year of a town (结账), by its administrator, with its first snapshot. Records that come later are not
 * refused; they show as revisions. Refusals: the period is not over; it is before every ledger; banquets of it have no outcome or
 * dissuasions wait for a second person, or villages owe months of it, and that was not confirmed; it is closed already; others kept writing.
 */
export async function closePeriod(
	ctx: Context,
	{ id, snapshotId, unitId, span, definitions, isDespiteAwaited }: ClosePeriodCommand
): Promise<Result<object, ClosePeriodRefusal>> {
	const answered = await findAnswer(ctx, { id, verb: 'closePeriod', subjectId: id });
	if (answered) return answered;
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const unit = await findUnit(ctx.db, unitId);
	if (!unit || !isTownLevel(unit.kind)) return { ok: false, refusal: 'unit-not-a-town' };
	const parsed = parseSpan(span);
	if (!parsed) return { ok: false, refusal: 'span-wrong' };
	const period = boundsOf(parsed);
	if (period.toOn >= ctx.today()) return { ok: false, refusal: 'period-not-over' };
	const startOn = firstStart(await readLedgerStarts(ctx.db)) ?? neverBefore;
	if (period.toOn < startOn) return { ok: false, refusal: 'period-before-ledgers' };
	if (isDespiteAwaited === false) {
		const { outcomes, dissuasions } = await countAwaited(aside(ctx.db), { unitId, period, today: ctx.today() });
		if (outcomes + dissuasions > 0) return { ok: false, refusal: 'outcomes-awaited' };
		if ((await listUnreported(ctx, { unitId, period })).length > 0) return { ok: false, refusal: 'months-unreported' };
	}
	const snapshot = { id: snapshotId, closingId: id, unitId, period, reason: '', definitions };
	return recordSnapshot(ctx, { id, verb: 'closePeriod', span }, snapshot, [
		insertClosing(ctx.db, { id, unitId, ...period, ...stampOf(ctx) })
	]);
}
