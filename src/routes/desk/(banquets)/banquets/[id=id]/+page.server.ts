import { adviseBanquet } from '$lib/domain/banquets/banquet-advice';
import { estimateSaving, isFuneralFiledLate } from '$lib/domain/banquets/banquet';
import { canConfirm, isCountedDissuasion } from '$lib/domain/banquets/dissuasion';
import { actorId } from '$lib/domain/people/actor';
import { banquetRemovalForm } from '$lib/forms/banquets/banquet';
import { banquetActForm, replyForm } from '$lib/forms/banquets/household';
import { confirmationForm } from '$lib/forms/banquets/dissuasion';
import { act } from '$lib/server/act';
import { readRecordLife } from '$lib/server/audit/record-life';
import { removeBanquet } from '$lib/server/banquets/banquet-corrections';
import type { Context } from '$lib/server/context';
import { findHygieneNotice } from '$lib/server/db/banquets/banquet-acts';
import { findDissuasionOfBanquet } from '$lib/server/db/banquets/dissuasions';
import { findNote } from '$lib/server/db/ledgers/imported-records';
import { findPledgeInForce } from '$lib/server/db/pledges/pledges';
import { findVillageRule, type VillageRuleInForce } from '$lib/server/db/banquets/village-rules';
import { confirmDissuasion } from '$lib/server/banquets/dissuasion-confirmations';
import { acknowledgeBanquet, readEarlyNotices } from '$lib/server/banquets/early-notices';
import { readAnswers, replyToAnswer } from '$lib/server/banquets/household-answers';
import { handOverHygieneNotice } from '$lib/server/banquets/hygiene-notices';
import { readVisits } from '$lib/server/banquets/visits';
import { openNote } from '$lib/server/ledgers/row-text';
import { openBanquet, type ShownBanquet } from './open-banquet';
import type { Actions, PageServerLoad } from './$types';
import { findDissuasionZero } from '../../dissuasion-zero';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { shown, host } = await openBanquet(ctx, params.id);
	const [note, rule, dissuasion, acts, answers, visits, hygiene, early, pledge] = await Promise.all([
		findNote(ctx.db, params.id),
		findVillageRule(ctx.db, shown.unitId, shown.declaredOn),
		findDissuasionOfBanquet(ctx.db, params.id),
		readRecordLife(ctx, { type: 'banquet', id: params.id }),
		readAnswers(ctx, params.id),
		readVisits(ctx, params.id),
		findHygieneNotice(ctx.db, params.id),
		readEarlyNotices(ctx),
		host.hostPhone ? findPledgeInForce(ctx.db, ctx.keys.blindIndex(host.hostPhone), ctx.today()) : null
	]);
	const name = ({ id, nameSealed }: { id: string; nameSealed: string }) =>
		ctx.keys.open(nameSealed, 'accounts.name', id);
	const isCalledOff = acts.some(({ verb }) => verb === 'callOffOwnBanquet');
	return {
		ids: {
			confirm: ctx.newId(),
			reply: ctx.newId(),
			acknowledge: ctx.newId(),
			hygiene: ctx.newId(),
			remove: ctx.newId()
		},
		banquet: shown,
		host,
		/** What the ledger that it came with notes of it. */
		note: note && openNote(ctx, params.id, note),
		advice: adviceFor(shown, rule, ctx.today()),
		saving: savingOf(shown, rule),
		dissuasion: dissuasion && showDissuasion(ctx, dissuasion),
		acts,
		answers,
		visits,
		hygiene: hygiene && { at: hygiene.at, by: hygiene.by && name(hygiene.by) },
		isEarlyNotice: early.some(({ id }) => id === params.id),
		/** Called off by the household alone. */
		isCalledOff: isCalledOff && shown.outcome?.outcome === 'cancelled',
		pledge: shown.outcome ? null : { inForce: pledge },
		notice: url.searchParams.has('declared') ? 'declared' : url.searchParams.has('saved') ? 'saved' : null
	};
};

export const actions: Actions = {
	confirm: act(confirmationForm, confirmDissuasion, {
		findZero: findDissuasionZero,
		to: ({ params }) => `/desk/banquets/${params.id}?saved#dissuasion`
	}),
	acknowledge: act(
		banquetActForm,
		(ctx, data, { params }) => acknowledgeBanquet(ctx, { id: data.id, banquetId: params.id }),
		{ to: ({ params }) => `/desk/banquets/${params.id}?saved` }
	),
	hygiene: act(
		banquetActForm,
		(ctx, data, { params }) => handOverHygieneNotice(ctx, { id: data.id, banquetId: params.id }),
		{ to: ({ params }) => `/desk/banquets/${params.id}?saved#hygiene` }
	),
	remove: act(banquetRemovalForm, (ctx, data, { params }) => removeBanquet(ctx, { ...data, banquetId: params.id }), {
		to: ({ params }) => `/desk/banquets/${params.id}`
	}),
	reply: act(replyForm, replyToAnswer, {
		field: (refusal) => (refusal === 'not-your-unit' ? 'form' : 'text'),
		to: ({ params }) => `/desk/banquets/${params.id}?saved#answers`
	})
};

/** Reminders in the village's own numbers, while something can still be decided: not once its day is over (`today`: the town's date). */
function adviceFor(banquet: ShownBanquet, rule: VillageRuleInForce | null, today: string) {
	const isToCome = !banquet.outcome && banquet.plannedOn >= today;
	return {
		given: rule && isToCome ? adviseBanquet({ ...banquet, rule: rule.rule }) : [],
		isFuneralLate: !banquet.outcome && banquet.occasion === 'funeral' && isFuneralFiledLate(banquet),
		rule: rule && ruleOf(rule)
	};
}

/** The estimate with all that its formula shows, of the tables that staff vouches for; null while there is no outcome, or nothing was saved. */
function savingOf(banquet: ShownBanquet, rule: VillageRuleInForce | null) {
	const tablesPlanned = Math.min(banquet.tablesPlanned, banquet.confirmedTables ?? 0);
	if (!banquet.outcome || banquet.outcome.tablesHeld >= tablesPlanned) return null;
	if (!rule) return { rule: null };
	const tables = { tablesPlanned, tablesHeld: banquet.outcome.tablesHeld };
	return { rule: ruleOf(rule), ...tables, yuan: estimateSaving({ ...tables, ...rule.rule }) };
}

function ruleOf({ rule, unitName, unitNameEn }: VillageRuleInForce) {
	const { noticeDays, tablesPerMeal, pricePerTable, wording, source } = rule;
	return { noticeDays, tablesPerMeal, pricePerTable, wording, source, unit: { name: unitName, nameEn: unitNameEn } };
}

function showDissuasion(
	ctx: Context,
	{
		dissuasion,
		banquet,
		banquetOutcome,
		recorder,
		confirmer,
		confirmedAt
	}: NonNullable<Awaited<ReturnType<typeof findDissuasionOfBanquet>>>
) {
	const { id, wentOn, visits, outcome, note } = dissuasion;
	return {
		id,
		wentOn,
		visits,
		outcome,
		note,
		confirmedAt,
		recordedBy: ctx.keys.open(recorder.nameSealed, 'accounts.name', recorder.id),
		confirmedBy: confirmer && ctx.keys.open(confirmer.nameSealed, 'accounts.name', confirmer.id),
		mayConfirm: canConfirm({ recordedById: dissuasion.byId, actorId: actorId(ctx.actor) }),
		isCounted: isCountedDissuasion({
			outcome,
			confirmed: confirmedAt !== null,
			banquet: { ...banquet, outcome: banquetOutcome }
		})
	};
}
