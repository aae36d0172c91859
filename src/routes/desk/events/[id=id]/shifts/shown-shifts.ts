import { actorId } from '$lib/domain/people/actor';
import { spanAsTyped } from '$lib/forms/span';
import { hourState, lengthOf } from '$lib/domain/shifts/shift-hours';
import type { Context } from '$lib/server/context';
import type { listHoursOfEvent } from '$lib/server/db/shifts/event-hours';
import type { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import type { listWaitsOfEvent } from '$lib/server/db/shifts/shift-waits';

type Shift = Awaited<ReturnType<typeof listShiftsOfEvent>>[number];
type Waits = Awaited<ReturnType<typeof listWaitsOfEvent>>;
type Hours = Awaited<ReturnType<typeof listHoursOfEvent>>;

/** A shift as its editor sees it: its words as typed, who has taken it, who waits for it while it is to come. */
export const shownShift = (ctx: Context, { claims, ...shift }: Shift, waits: Waits) => ({
	...shift,
	editId: ctx.newId(),
	removeId: ctx.newId(),
	hasBegun: shift.startsAt <= ctx.now(),
	typed: { ...spanAsTyped(shift.startsAt, shift.endsAt), duty: shift.duty, needed: String(shift.needed) },
	claims: claims.map((claim) => ({
		id: claim.id,
		giveBackId: ctx.newId(),
		name: nameOf(ctx, claim),
		/** Moved, not seen yet, and still to come: a cadre should ring up. */
		hasUnseen: claim.hasUnseen && shift.startsAt > ctx.now()
	})),
	reserve:
		shift.startsAt > ctx.now()
			? waits.filter(({ shiftId }) => shiftId === shift.id).map((wait) => nameOf(ctx, wait))
			: []
});

/** Everybody who served at a shift that is over, with what both sides say of the hours. */
export const servedShifts = (ctx: Context, shifts: Shift[], hours: Hours) =>
	shifts
		.filter((shift) => shift.endsAt <= ctx.now())
		.flatMap((shift) =>
			shift.claims.map((claim) => ({
				claimId: claim.id,
				duty: shift.duty,
				startsAt: shift.startsAt,
				endsAt: shift.endsAt,
				name: nameOf(ctx, claim),
				isOwn: actorId(ctx.actor) === claim.accountId,
				ids: [ctx.newId(), ctx.newId()],
				minutes: lengthOf(shift),
				wordsRead: hours.get(claim.id)?.length ?? 0,
				state: hourState(hours.get(claim.id) ?? [])
			}))
		);

const nameOf = ({ keys }: Context, { accountId, nameSealed }: { accountId: string; nameSealed: string }) =>
	keys.open(nameSealed, 'accounts.name', accountId);
