import type { Result } from '$lib/domain/result';
import { goesWith, inSafeOrder, movedWith, type Interval } from '$lib/domain/shifts/shift';
import type { Context } from '../context';
import type { EventRecord } from '$lib/server/db/events/events';
import { insertShiftChange, insertSights } from '$lib/server/db/shifts/shift-changes';
import { listOwnWaits, promoteShiftLine } from '$lib/server/db/shifts/shift-waits';
import { updateShift } from '$lib/server/db/shifts/shifts';
import { findClaim } from '$lib/server/db/shifts/shift-claims';
import { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import { recordAct, stampOf, type Statements } from '../record-act';

/** A slot of an event and its times before and after (ms, UTC). */
export interface MovedSlot {
	event: EventRecord;
	before: EventRecord['slots'][number];
	after: Interval;
}

export interface ShiftMove {
	shiftId: string;
	before: Interval;
	after: Interval;
	/** The accounts that have taken it. */
	accountIds: string[];
}

/** How the shifts that go with these slots and have not begun move along with them. */
export async function planShiftMoves(ctx: Context, slots: MovedSlot[]): Promise<ShiftMove[]> {
	const moved = slots.filter(
		({ before, after }) => before.startsAt !== after.startsAt || before.endsAt !== after.endsAt
	);
	const shifts = await Promise.all(moved.map(({ event }) => listShiftsOfEvent(ctx.db, event.id)));
	const moves = moved.flatMap(({ event, before, after }, nth) =>
		shifts[nth]!.filter((shift) => shift.startsAt > ctx.now() && goesWith(shift, before, event.slots)).map((shift) => ({
			shiftId: shift.id,
			before: { startsAt: shift.startsAt, endsAt: shift.endsAt },
			after: movedWith(shift, before, after),
			accountIds: shift.claims.map(({ accountId }) => accountId)
		}))
	);
	return inSafeOrder(moves.filter(({ before, after }) => isMoved(before, after) && after.endsAt > after.startsAt));
}

/**
 * Statements of the act `actId` that move shifts, each with its change recorded before, and then the lines that this
 * moves up. Without a reason the database refuses to move a shift that was taken (`reason-missing`), and it never lets
 * two shifts of one person overlap (`moved-shift-overlaps`).
 */
export async function moveShifts(ctx: Context, actId: string, moves: ShiftMove[], reason: string): Promise<Statements> {
	const now = ctx.now();
	const holders = [...new Set(moves.flatMap(({ accountIds }) => accountIds))];
	const waits = (await Promise.all(holders.map((accountId) => listOwnWaits(ctx.db, { accountId, now })))).flat();
	const lines = new Set([...moves.map(({ shiftId }) => shiftId), ...waits.map(({ id }) => id)]);
	return [
		...moves.flatMap((move) => [
			...(reason ? [insertShiftChange(ctx.db, actId, move, { reason, ...stampOf(ctx) })] : []),
			updateShift(ctx.db, move.shiftId, move.after)
		]),
		...[...lines].flatMap((shiftId) => promoteShiftLine(ctx.db, shiftId, actId, now))
	];
}

/** 知道了: the holder of the shift has seen its new time. A second time changes nothing. */
export async function seeShiftMove(
	ctx: Context,
	{ id, claimId }: { id: string; claimId: string }
): Promise<Result<object, 'shift-not-found' | 'shift-not-yours'>> {
	const claim = await findClaim(ctx.db, claimId);
	if (!claim) return { ok: false, refusal: 'shift-not-found' };
	const act = { id, verb: 'seeShiftMove', subject: { type: 'shift', id: claim.shiftId }, unitId: claim.unitId };
	return recordAct(ctx, { ...act, detail: { claimId } }, [insertSights(ctx.db, { claimId, ...stampOf(ctx) })], {
		'refusal:shift-not-yours': 'shift-not-yours'
	});
}

const isMoved = (before: Interval, after: Interval) =>
	before.startsAt !== after.startsAt || before.endsAt !== after.endsAt;
