import { listWaitsOfEvent } from '$lib/server/db/shifts/shift-waits';
import { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import { getOwnEvent } from '../../get-event';
import type { PageServerLoad } from './$types';

/** Names in full: the sheet lies on the table at the door. */
export const load: PageServerLoad = async ({ locals: { context: ctx }, params }) => {
	const [event, shifts, waits] = await Promise.all([
		getOwnEvent(ctx, params.id),
		listShiftsOfEvent(ctx.db, params.id),
		listWaitsOfEvent(ctx.db, params.id)
	]);
	const { id, title, place, unitName, unitNameEn, contactPhone, cancellation } = event;
	const nameOf = ({ accountId, nameSealed }: { accountId: string; nameSealed: string }) =>
		ctx.keys.open(nameSealed, 'accounts.name', accountId);
	return {
		event: { id, title, place, contactPhone, unit: { name: unitName, nameEn: unitNameEn } },
		isCancelled: cancellation !== null,
		shifts: shifts.map((shift) => ({
			id: shift.id,
			duty: shift.duty,
			startsAt: shift.startsAt,
			endsAt: shift.endsAt,
			needed: shift.needed,
			taken: shift.taken,
			names: shift.claims.map(nameOf),
			reserve: waits.filter(({ shiftId }) => shiftId === shift.id).map(nameOf)
		}))
	};
};
