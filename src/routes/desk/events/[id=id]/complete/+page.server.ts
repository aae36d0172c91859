import { completionForm } from '$lib/forms/events/completion';
import { tickedCompletionForm } from '$lib/forms/events/completion';
import { act } from '$lib/server/act';
import { goOn } from '$lib/server/form';
import { sumDonations } from '$lib/server/db/blood/donation-sums';
import { countAtDoor } from '$lib/server/db/check-in/door';
import { completeEvent } from '$lib/server/events/event-completions';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

const fieldOf: Record<string, string> = {
	'attended-missing': 'attended',
	'donors-missing': 'donors',
	'donors-more-than-attended': 'donors',
	'millilitres-missing': 'millilitres'
};

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const ctx = locals.context;
	const { id, title, kind, completion, cancellation } = await getOwnEvent(ctx, params.id);
	if (cancellation) goOn(request, `/desk/events/${id}`);
	const sums = kind === 'blood-drive' ? await sumDonations(ctx.db, id) : null;
	const { attended, unticked, donors, millilitres, note } = completion ?? {};
	return {
		id: ctx.newId(),
		event: { id, title },
		isBlood: kind === 'blood-drive',
		/** People checked in at the door (with none, heads are counted), and those whom the completion closes as no-shows. */
		...(await countAtDoor(ctx.db, id, ctx.now())),
		/** What the results of a drive add up to; null: none are written down, so it is asked. */
		sums: sums && sums.results > 0 ? sums : null,
		isCompleted: completion !== null,
		values: {
			attended: String(attended ?? ''),
			unticked: String(unticked ?? 0),
			donors: String(donors ?? ''),
			millilitres: String(millilitres ?? ''),
			note: note ?? ''
		}
	};
};

export const actions: Actions = {
	default: act(
		async ({ locals: { context: ctx }, params }) => {
			const { came } = await countAtDoor(ctx.db, params.id, ctx.now());
			return came > 0 ? tickedCompletionForm : completionForm;
		},
		(ctx, data, { params }) => completeEvent(ctx, { ...data, eventId: params.id }),
		{ field: fieldOf, to: ({ params }) => `/desk/events/${params.id}` }
	)
};
