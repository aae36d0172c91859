import { eq } from 'drizzle-orm';
import { checkIns } from '../../../src/lib/server/db/schema/check-in/check-ins';
import { slots } from '../../../src/lib/server/db/schema/events/events';
import { feedbackSlips } from '../../../src/lib/server/db/schema/lectures/lectures';
import { signups } from '../../../src/lib/server/db/schema/signups/signups';
import type { TestTown } from '../test-town';

/** A slip of one person who was checked in to an event at `at` (ms, UTC). Out: its id. */
export async function putGuest({ ctx }: TestTown, eventId: string, at: number): Promise<string> {
	const id = ctx.newId();
	const [slot] = await ctx.db.select().from(slots).where(eq(slots.eventId, eventId));
	const seq = (await ctx.db.$count(signups)) + 1;
	await ctx.db.insert(signups).values({
		...{
			id,
			slotId: slot!.id,
			seq,
			rank: seq,
			partySize: 1,
			granted: 1,
			status: 'confirmed',
			at: at - 1,
			code: '000000'
		},
		...{ nameSealed: 'v1.x', phoneSealed: 'v1.x', phoneIndex: id }
	});
	await ctx.db.insert(checkIns).values({ id: ctx.newId(), slotId: slot!.id, signupId: id, people: 1, how: 'list', at });
	return id;
}

/** The same, which has given feedback. */
export async function putFeedbackSlip(town: TestTown, eventId: string, at: number): Promise<void> {
	await town.ctx.db.insert(feedbackSlips).values({ signupId: await putGuest(town, eventId, at), eventId });
}
