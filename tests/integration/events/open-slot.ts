import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { createEvent } from '../../../src/lib/server/events/events';
import { publishEvent } from '../../../src/lib/server/events/publications';
import type { SignUpCommand } from '../../../src/lib/server/signups/signups';
import type { TestTown } from '../test-town';

/** Times of every slot opened here: 2026-04-01, 09:00 to 11:00 of the town. */
export const slotTimes = { startsAt: instantOf('2026-04-01', '09:00'), endsAt: instantOf('2026-04-01', '11:00') };

/** What of a town is needed here: a test town, or the bench's own. */
type Town = Pick<TestTown, 'ctx' | 'as'> & { units: Pick<TestTown['units'], 'town' | 'sanxing'> };

export interface OpenSlot {
	eventId: string;
	slotId: string;
}

/** A performance of the town with one slot, published. `capacity` null: no limit. */
export async function openSlot(
	town: Town,
	capacity: number | null,
	{ letsPass = false, confirmHours = null }: { letsPass?: boolean; confirmHours?: number | null } = {}
): Promise<OpenSlot> {
	const ctx = town.as('zhou');
	const [eventId, slotId] = [ctx.newId(), ctx.newId()];
	const created = await createEvent(ctx, {
		id: eventId,
		unitId: town.units.town,
		kind: 'performance',
		topic: null,
		title: '无偿献血',
		place: '文化广场',
		description: '',
		partner: '',
		contactPhone: '02371234567',
		letsPass,
		confirmHours,
		slots: [{ id: slotId, ...slotTimes, capacity }]
	});
	const published = await publishEvent(ctx, { id: ctx.newId(), eventId });
	if (!created.ok || !published.ok) throw new Error('the slot could not be opened');
	return { eventId, slotId };
}

let phones = 0;

/** A new sign-up: a new id and an invented phone that no other of this test file has. */
export function newSignup(town: Town, slotId: string, partySize = 1): SignUpCommand {
	const phone = `137${String(++phones).padStart(8, '0')}`;
	return { id: town.ctx.newId(), slotId, name: '试名甲', phone, villageId: town.units.sanxing, partySize };
}

/** The people whom the slot counts as confirmed, and those whom its confirmed sign-ups bring: never to differ. */
export async function countPeople({ ctx }: Town, slotId: string): Promise<{ taken: number; confirmed: number }> {
	const { rows } = await ctx.db.$client.execute(
		`select taken, (select coalesce(sum(party_size), 0) from signups where slot_id = slots.id and status = 'confirmed') as confirmed
			from slots where id = ?`,
		[slotId]
	);
	return { taken: Number(rows[0]!.taken), confirmed: Number(rows[0]!.confirmed) };
}

/** How many audit entries there are of this verb. */
export async function countEntries({ ctx }: Town, verb: string): Promise<number> {
	const { rows } = await ctx.db.$client.execute('select count(*) as n from audit_entries where verb = ?', [verb]);
	return Number(rows[0]!.n);
}
