import { error } from '@sveltejs/kit';
import { doorHours, slotAtDoor } from '$lib/domain/check-in/check-in';
import type { Context } from '$lib/server/context';
import { findDoor } from '$lib/server/db/check-in/door';
import { listLatestCheckIns } from '$lib/server/db/check-in/check-ins';
import { listParties } from '$lib/server/db/check-in/parties';
import { mayWorkDoor } from '$lib/server/people/rights';
import { collator } from '$lib/ui/formatters';
import type { DoorState } from './answer';

const latest = 5;

/**
 * The event and the slot whose door is shown (`slotId`, else the one that is due), for accounts that may work it: else
 * a 404 or a 403.
 */
export async function getDoor(ctx: Context, eventId: string, slotId: string | null) {
	const event = await findDoor(ctx.db, eventId);
	if (!event || event.publishedAt === null) error(404);
	if (!(await mayWorkDoor(ctx, event))) error(403);
	const slot = event.slots.find(({ id }) => id === slotId) ?? slotAtDoor(event.slots, ctx.now());
	if (!slot) error(404);
	return { event, slot };
}

type Door = Awaited<ReturnType<typeof getDoor>>;

/** Whether people can be checked in now, and if not, why. */
export function stateOf({ event, slot }: Door, now: number): { kind: DoorState; opensAt: number } {
	const { opensAt, closesAt } = doorHours(slot);
	if (event.cancelledAt !== null) return { kind: 'cancelled', opensAt };
	if (event.completedAt !== null) return { kind: 'completed', opensAt };
	if (now < opensAt) return { kind: 'before', opensAt };
	return { kind: now < closesAt ? 'open' : 'over', opensAt };
}

/**
 * The slot's parties by name, as the door must know them: the name in full, of the telephone its last four digits. `wanted` narrows to
 * those whose name, or a companion's, contains it, or whose telephone ends so. Each row, and each of its check-ins, brings the id of the act it
 * may be sent (or taken back) as.
 */
export async function readParties(ctx: Context, slotId: string, wanted: string) {
	const rows = (await listParties(ctx.db, slotId)).map(({ nameSealed, phoneSealed, companions, checkIns, ...row }) => ({
		...row,
		actId: ctx.newId(),
		name: ctx.keys.open(nameSealed, 'signups.name', row.id),
		phoneEnd: phoneSealed && ctx.keys.open(phoneSealed, 'signups.phone', row.id).slice(-4),
		companions: companions.map((one) => ctx.keys.open(one.nameSealed, 'companions.name', row.id)),
		checkIns: checkIns.map((entry) => ({ ...entry, actId: ctx.newId() }))
	}));
	const found = rows.filter(({ name, companions, phoneEnd }) =>
		/^\d+$/.test(wanted) ? phoneEnd?.endsWith(wanted) : [name, ...companions].some((one) => one.includes(wanted))
	);
	return found.sort((a, b) => collator('zh-CN').compare(a.name, b.name));
}

export type DoorParty = Awaited<ReturnType<typeof readParties>>[number];

/** The latest check-ins of the slot, to be taken back. */
export async function readLatest(ctx: Context, slotId: string) {
	const rows = await listLatestCheckIns(ctx.db, slotId, latest);
	return rows.map(({ nameSealed, signupId, ...row }) => ({
		...row,
		actId: ctx.newId(),
		name: ctx.keys.open(nameSealed, 'signups.name', signupId)
	}));
}
