import { adviseBanquet } from '$lib/domain/banquets/banquet-advice';
import { decideBanquetState } from '$lib/domain/banquets/banquet';
import { canChangeOwn } from '$lib/domain/banquets/household-act';
import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { answerForm, banquetActForm } from '$lib/forms/banquets/household';
import { act } from '$lib/server/act';
import { readRecordLife } from '$lib/server/audit/record-life';
import { openHost } from '$lib/server/banquets/host';
import { findDissuasionOfBanquet } from '$lib/server/db/banquets/dissuasions';
import { findOfficeOf } from '$lib/server/db/units/units';
import { findVillageRule } from '$lib/server/db/banquets/village-rules';
import { answerRecord, readAnswers } from '$lib/server/banquets/household-answers';
import { callOffOwnBanquet } from '$lib/server/banquets/household-corrections';
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
	const { otherHouseholdIndex: _o, byId: _b, pledgeId: _l, ...banquet } = seen;
	const host = openHost(ctx, record);
	const state = { plannedOn: record.plannedOn, outcome: outcome?.outcome ?? null, today: ctx.today() };
	const canChange = !record.isRemoved && canChangeOwn({ ...record, ...state });
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
		// Of a day that has passed, which may be mistyped, there is nothing to advise.
		advice: rule && canChange && record.plannedOn >= ctx.today() ? adviseBanquet({ ...record, rule: rule.rule }) : [],
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
	answer: act(answerForm, (ctx, data, { params }) => answerRecord(ctx, { ...data, banquetId: params.id }), {
		as: (event) => openContext(event),
		mayTry: (throttle, address) => throttle.takeSignup(address),
		to: ({ params }) => `/household/${params.id}?answered`
	}),
	callOff: act(
		banquetActForm,
		(ctx, data, { params }) => callOffOwnBanquet(ctx, { id: data.id, banquetId: params.id }),
		{
			as: (event) => openContext(event),
			mayTry: (throttle, address) => throttle.takeSignup(address),
			to: ({ params }) => `/household/${params.id}?off`
		}
	)
};
