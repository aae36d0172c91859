import { erasureDueBefore } from '$lib/domain/people/retention';
import type { Context } from '../context';
import { countSentencesToErase, eraseSentences } from '$lib/server/db/lectures/lectures';
import { countToErase, eraseSignups, listSignupsToErase } from '$lib/server/db/people/retention';
import { mustRecord } from '../record-act';

/** Sign-ups erased in one batch. */
const most = 500;

/**
 * Erases the personal fields of every sign-up whose slot ended more than `ctx.settings.retentionDays` ago, and what was written about lectures as old:
 * by the software alone, batch after batch, each with its audit entry. Figures and counts stay as they are. Out: how many sign-ups were erased; again erases none.
 */
export async function erasePersonalData(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const before = erasureDueBefore(ctx.now(), ctx.settings.retentionDays);
	await eraseFeedback(ctx, before);
	for (let erased = 0; ;) {
		const due = await listSignupsToErase(ctx.db, { before, today: ctx.today(), most });
		if (due.length === 0) return erased;
		await mustRecord(
			ctx,
			{
				id: ctx.newId(),
				verb: 'erasePersonalData',
				subject: { type: 'retention', id: 'signups' },
				detail: countToErase(due)
			},
			eraseSignups(ctx.db, due)
		);
		erased += due.length;
	}
}

async function eraseFeedback(ctx: Context, before: number): Promise<void> {
	const sentences = await countSentencesToErase(ctx.db, before);
	if (sentences === 0) return;
	const subject = { type: 'retention', id: 'feedback' };
	await mustRecord(ctx, { id: ctx.newId(), verb: 'erasePersonalData', subject, detail: { sentences } }, [
		eraseSentences(ctx.db, before)
	]);
}
