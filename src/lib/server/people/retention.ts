import { erasureDueBefore } from '$lib/domain/people/retention';
import type { Context } from '../context';
import { countSentences, eraseSentences, listEventsToErase } from '$lib/server/db/lectures/lectures';
import { countToErase, eraseSignups, listSignupsToErase, listSlotsToErase } from '$lib/server/db/people/retention';
import { eraseInActs, inGroups } from './erasing';

/** Slots, and events, of which is erased at once. */
const together = 50;

/** Sign-ups erased in one act. */
const most = 250;

/**
 * Erases the personal fields of every sign-up whose slot ended more than `ctx.settings.retentionDays` ago, and what was written about lectures as
 * old: by the software alone, in small acts with pauses between them, each with its audit entry. It may end at any time, and other processes may do
 * the same. Figures and counts stay as they are. Out: how many sign-ups were erased; again erases none.
 */
export async function erasePersonalData(ctx: Context): Promise<number> {
	const before = erasureDueBefore(ctx.now(), ctx.settings.retentionDays);
	await eraseFeedback(ctx, before);
	let erased = 0;
	for (const slotIds of inGroups(await listSlotsToErase(ctx.db, before), together))
		erased += await eraseInActs(ctx, 'signups', {
			due: () => listSignupsToErase(ctx.db, { slotIds, today: ctx.today(), most }),
			detail: countToErase,
			statements: (ids) => eraseSignups(ctx.db, ids)
		});
	return erased;
}

async function eraseFeedback(ctx: Context, before: number): Promise<void> {
	for (const eventIds of inGroups(await listEventsToErase(ctx.db, before), together))
		await eraseInActs(ctx, 'feedback', {
			due: async () => eventIds.splice(0),
			detail: countSentences,
			statements: (ids) => [eraseSentences(ctx.db, ids)]
		});
}
