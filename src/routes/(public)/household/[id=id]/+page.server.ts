import { error, redirect } from '@sveltejs/kit';
import { maskName } from '$lib/domain/person-name';
import { maskPhone } from '$lib/domain/phone';
import { answerForm } from '$lib/forms/banquet';
import { readBanquetLife } from '$lib/server/banquet-life';
import { openHost } from '$lib/server/banquets';
import { findBanquet } from '$lib/server/db/banquets';
import { findDissuasionOfBanquet } from '$lib/server/db/dissuasions';
import { readForm } from '$lib/server/form';
import { answerRecord, readAnswers } from '$lib/server/household';
import { mayOpenSlip } from '$lib/server/slip-cookie';
import { takeSignup } from '$lib/server/throttle';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** All that is on record about the household's banquet, for whoever gave its phone and code; others go to the look-up. */
export const load: PageServerLoad = async (event) => {
	const ctx = openContext(event);
	const found = await findBanquet(ctx.db, event.params.id);
	if (!found) error(404);
	const [dissuasion, acts, answers] = await Promise.all([
		findDissuasionOfBanquet(ctx.db, found.banquet.id),
		readBanquetLife(ctx, found.banquet.id),
		readAnswers(ctx, found.banquet.id)
	]);
	const { hostNameSealed: _n, hostPhoneSealed: _p, hostPhoneIndex: _i, code: _c, byId: _b, ...banquet } = found.banquet;
	const host = openHost(ctx, found.banquet);
	return {
		id: ctx.newId(),
		banquet: {
			...banquet,
			unit: found.unit,
			outcome: found.outcome && {
				outcome: found.outcome.outcome,
				endedOn: found.outcome.endedOn,
				tablesHeld: found.outcome.tablesHeld
			},
			hostName: maskName(host.hostName),
			hostPhone: maskPhone(host.hostPhone)
		},
		note: dissuasion?.dissuasion.note ?? '',
		acts,
		answers,
		isAnswered: event.url.searchParams.has('answered')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const ctx = openContext(event);
		const form = await readForm(event.request, answerForm, await takeSignup(event.getClientAddress()));
		if (!form.ok) return form.failure;
		const result = await answerRecord(ctx, { ...form.data, banquetId: event.params.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/household/${event.params.id}?answered`);
	}
};

/** Whoever holds the slip acts as the household, also where staff is signed in. */
function openContext({ locals, cookies, params }: RequestEvent) {
	const ctx = locals.context;
	if (!mayOpenSlip(cookies, ctx.keys, params.id, ctx.now())) redirect(303, '/slip');
	return { ...ctx, actor: { kind: 'visitor' as const } };
}
