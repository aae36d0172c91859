import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { listResults, resultCode } from '$lib/domain/blood/donation-result';
import { resultsForm } from '$lib/forms/blood/donation';
import { act } from '$lib/server/act';
import { findStandardOn } from '$lib/server/db/blood/donation-standards';
import { listDonations, listDonors } from '$lib/server/db/blood/donations';
import { sumDonations } from '$lib/server/db/blood/donation-sums';
import { recordDonations } from '$lib/server/blood/donations';
import { nameText } from '$lib/ui/people/person-words';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	if (event.kind !== 'blood-drive') error(404);
	const { id, title, startsAt, completion, cancellation, publication } = event;
	const [donors, donations, sums, standard] = await Promise.all([
		listDonors(ctx.db, id),
		listDonations(ctx.db, id),
		sumDonations(ctx.db, id),
		findStandardOn(ctx.db, dateOf(startsAt ?? ctx.now()))
	]);
	const shown = donations.map((donation) => ({ ...donation, code: resultCode(donation.result) }));
	return {
		id: ctx.newId(),
		event: { id, title },
		isOff: cancellation !== null,
		hasBegun: publication !== null && startsAt !== null && startsAt <= ctx.now(),
		sums,
		/** Completed by head count alone: these numbers give way to the results. */
		byHead:
			completion && sums.results === 0 ? { donors: completion.donors, millilitres: completion.millilitres } : null,
		choices: listResults(standard.volumes).map((result) => ({ result, code: resultCode(result) })),
		people: donors.map(({ nameSealed, ...donor }) => {
			const own = shown.find(({ signupId }) => signupId === donor.id);
			// The cadre who records results at the table must know who is who.
			const name = nameText(ctx.keys.open(nameSealed, 'signups.name', donor.id), true);
			return { ...donor, name, donationId: own?.id ?? '', code: own?.code ?? '' };
		}),
		unlisted: shown.filter(({ signupId }) => signupId === null).map(({ id, code }) => ({ id, code })),
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	default: act(resultsForm, (ctx, data, { params }) => recordDonations(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/events/${params.id}/donations?saved`
	})
};
