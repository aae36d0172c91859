import type { EventKind } from '$lib/domain/events/event';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertNoShowsOfTicked } from '$lib/server/db/check-in/no-shows';
import { sumDonations } from '$lib/server/db/blood/donation-sums';
import { insertCompletion, updateCompletion, type Outcome } from '$lib/server/db/events/event-completions';
import { actOn, changes, findOwn, type NotMine, type OnEvent } from './event-acts';
import { recordAct, stampOf } from '../record-act';

export type CompleteEventCommand = OnEvent & {
	/**
	 * People who came, counted by head; not asked for where people were checked in at the door: these are counted then, with `unticked` more.
	 * Blood drives also say donors (人次) and millilitres, unless results were written down: these are counted then. Other kinds drop both.
	 */
	attended: number | null;
	unticked?: number | null;
	donors?: number | null;
	millilitres?: number | null;
	note: string;
};

/**
 * Records that the event took place (办结) and its result: from then on figures count it. Where people were checked in,
 * people with a place who were not are no-shows from then on, in the same write. The same verb corrects the record;
 * the old numbers stay in the audit trail.
 */
export async function completeEvent(
	ctx: Context,
	{ id, eventId, ...words }: CompleteEventCommand
): Promise<
	Result<
		object,
		| NotMine
		| 'event-not-held'
		| 'event-not-begun'
		| 'attended-missing'
		| 'donors-missing'
		| 'donors-more-than-attended'
		| 'millilitres-missing'
	>
> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const outcome = outcomeOf(found.event.kind, await fromResults(ctx, eventId, words));
	if (outcome.kind === 'wrong') return { ok: false, refusal: outcome.refusal };
	const { event } = found;
	return recordAct(
		ctx,
		event.completion
			? actOn('correctCompletion', id, event, recounted(event.completion, outcome.counts))
			: actOn('completeEvent', id, event, { ...outcome.counts }),
		event.completion
			? [updateCompletion(ctx.db, eventId, outcome.counts)]
			: [
					insertNoShowsOfTicked(ctx.db, eventId, id, stampOf(ctx)),
					insertCompletion(ctx.db, eventId, outcome.counts, stampOf(ctx))
				],
		{
			'refusal:event-not-held': 'event-not-held',
			'refusal:event-not-begun': 'event-not-begun',
			event_completions_donors: 'donors-more-than-attended',
			'event_completions.attended': 'attended-missing'
		}
	);
}

/** Where results were recorded, donors and volume are theirs, whatever the form says. */
async function fromResults<T extends object>(ctx: Context, eventId: string, words: T) {
	const { results, donors, millilitres } = await sumDonations(ctx.db, eventId);
	return results > 0 ? { ...words, donors, millilitres } : words;
}

function outcomeOf(
	kind: EventKind,
	{ attended, unticked = null, donors = null, millilitres = null, note }: Omit<CompleteEventCommand, keyof OnEvent>
) {
	const right = (counts: Outcome) => ({ kind: 'right' as const, counts });
	const wrong = <R extends string>(refusal: R) => ({ kind: 'wrong' as const, refusal });
	if (kind !== 'blood-drive') return right({ attended, unticked, donors: null, millilitres: null, note });
	if (donors === null) return wrong('donors-missing');
	if (millilitres === null) return wrong('millilitres-missing');
	return right({ attended, unticked, donors, millilitres, note });
}

/** People who were checked in stay as they were: only the number of the others may have changed. */
const recounted = (before: Outcome, after: Outcome) =>
	changes<Outcome>(before, { ...after, attended: after.attended ?? before.attended });
