import { redirect } from '@sveltejs/kit';
import { adviseBanquet, decideBanquetState } from '$lib/domain/banquets/banquet';
import { canChangeOwn } from '$lib/domain/banquets/household-act';
import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { answerForm, banquetActForm } from '$lib/forms/banquets/banquet';
import { readRecordLife } from '$lib/server/audit/record-life';
import { openHost } from '$lib/server/banquets/banquets';
import { findDissuasionOfBanquet } from '$lib/server/db/banquets/dissuasions';
import { findOfficeOf } from '$lib/server/db/units/units';
import { findVillageRule } from '$lib/server/db/banquets/village-rules';
import { readForm } from '$lib/server/form';
import { answerRecord, readAnswers } from '$lib/server/banquets/household-answers';
import { callOffOwnBanquet } from '$lib/server/banquets/household-declarations';
import { readVisits } from '$lib/server/banquets/visits';
import { openContext, openHousehold } from './open-household';
import type { Actions, PageServerLoad } from './$types';

/** All that is on record about the household's banquet, for the holder of its phone and code. */
export const load: PageServerLoad = async (event) => {
	const { ctx, banquet: record, unit, outcome, removal, isOwnWord, pledgedOn } = await openHousehold(event);
	const [dissuasion, visits, acts, answers, rule, office] = await Promise.all([
		findDissuasionOfBanquet(ctx.db, record.id),
		readVisits(ctx, record.id),
		readRecordLife(ctx, { type: 'banquet', id: record.id }),
		readAnswers(ctx, record.id),
		findVillageRule(ctx.db, record.unitId, record.declaredOn),
		findOfficeOf(ctx.db, record.unitId)
	]);
	const { hostNameSealed: _n, hostPhoneSealed: _p, hostPhoneIndex: _i, hostNameIndex: _h, ...seen } = record;
	const { byId: _b, pledgeId: _l, ...banquet } = seen;
	const host = openHost(ctx, record);
	const state = { plannedOn: record.plannedOn, outcome: outcome?.outcome ?? null, today: ctx.today() };
	const canChange = !record.isRemoved && canChangeOwn(state);
	return {
		ids: { answer: ctx.newId(), callOff: ctx.newId() },
		banquet: {
			...banquet,
			unit,
			isOwnWord,
			/*
			 * A banquet can be declared with another household's phone. So the page tells whether that phone has
			 * pledged only after the office has met the household.
			 */
			pledgedOn: isOwnWord ? undefined : (pledgedOn ?? undefined),
			outcome: outcome && { outcome: outcome.outcome, endedOn: outcome.endedOn, tablesHeld: outcome.tablesHeld },
			hostName: maskName(host.hostName),
			hostPhone: host.hostPhone && maskPhone(host.hostPhone),
			removal,
			state: decideBanquetState({ ...state, origin: record.origin })
		},
		canChange,
		advice: rule && canChange ? adviseBanquet({ ...record, rule: rule.rule }) : [],
		rule: rule?.rule ?? null,
		office,
		note: dissuasion?.dissuasion.note ?? '',
		visits,
		acts,
		answers,
		notice: (['declared', 'corrected', 'off', 'answered'] as const).find((key) => event.url.searchParams.has(key))
	};
};

export const actions: Actions = {
	answer: async (event) => {
		const ctx = openContext(event);
		const form = await readForm(
			event.request,
			answerForm,
			await event.locals.context.throttle.takeSignup(event.getClientAddress())
		);
		if (!form.ok) return form.failure;
		const result = await answerRecord(ctx, { ...form.data, banquetId: event.params.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/household/${event.params.id}?answered`);
	},
	callOff: async (event) => {
		const ctx = openContext(event);
		const form = await readForm(
			event.request,
			banquetActForm,
			await event.locals.context.throttle.takeSignup(event.getClientAddress())
		);
		if (!form.ok) return form.failure;
		const result = await callOffOwnBanquet(ctx, { id: form.data.id, banquetId: event.params.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/household/${event.params.id}?off`);
	}
};
