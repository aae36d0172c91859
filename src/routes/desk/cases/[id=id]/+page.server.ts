import { caseStateOn } from '$lib/domain/cases/case';
import {
	caseCorrectionForm,
	caseRemovalForm,
	reopeningForm,
	settlementCorrectionForm,
	settlementForm
} from '$lib/forms/cases/case';
import { act } from '$lib/server/act';
import { readRecordLife } from '$lib/server/audit/record-life';
import { correctCase, correctSettlement, reopenCase } from '$lib/server/cases/case-corrections';
import { removeCase } from '$lib/server/cases/case-removals';
import { openMatter, openResult, settleCase } from '$lib/server/cases/cases';
import { findCase } from '$lib/server/db/cases/cases';
import { sentTo } from '$lib/server/form';
import { openOwn } from '$lib/server/people/open-record';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { caseWays, settlementFields } from '../refused-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const found = await openOwn(ctx, await findCase(ctx.db, event.params.id), (one) => one.case.unitId);
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: found.case.unitId,
		scope: scopeOf(ctx),
		kinds: ['town', 'village', 'community']
	});
	const nameOf = (who: { id: string; nameSealed: string } | null) =>
		who && ctx.keys.open(who.nameSealed, 'accounts.name', who.id);
	const { matterSealed: _, listKey: __, ...plain } = found.case;
	const { settlement, removal } = found;
	return {
		id: ctx.newId(),
		today: ctx.today(),
		unit: found.unit,
		case: { ...plain, matter: openMatter(ctx, found.case), state: caseStateOn(plain, ctx.today()) },
		settlement: settlement && {
			settledOn: settlement.settledOn,
			result: openResult(ctx, settlement),
			at: settlement.at,
			by: nameOf(found.settledBy)
		},
		recordedBy: nameOf(found.recordedBy),
		removal: removal && { at: removal.at, reason: removal.reason, by: nameOf(found.removedBy) },
		acts: await readRecordLife(ctx, { type: 'case', id: event.params.id }),
		units,
		done: event.url.searchParams.get('done')
	};
};

const pageOf = (id: string, done: string) => `/desk/cases/${id}?done=${done}`;

/** The day of a settlement, which is not far after the day that the case was received on. */
async function settled({ settledOn }: { settledOn: string }, { locals, params }: Parameters<Actions[string]>[0]) {
	const found = await findCase(locals.context.db, params.id);
	return { field: 'settledOn', second: 'settled', on: settledOn, from: found?.case.receivedOn ?? null } as const;
}

export const actions: Actions = {
	settle: act(settlementForm, (ctx, data, { params }) => settleCase(ctx, { ...data, caseId: params.id }), {
		field: settlementFields,
		far: settled,
		to: ({ params }) => pageOf(params.id, 'settled')
	}),
	correct: act(caseCorrectionForm, (ctx, data, { params }) => correctCase(ctx, { ...data, caseId: params.id }), {
		...caseWays,
		to: ({ params }) => pageOf(params.id, 'corrected')
	}),
	correctSettlement: act(
		settlementCorrectionForm,
		(ctx, data, { params }) => correctSettlement(ctx, { ...data, caseId: params.id }),
		{ field: settlementFields, far: settled, to: ({ params }) => pageOf(params.id, 'corrected') }
	),
	reopen: act(reopeningForm, (ctx, data, { params }) => reopenCase(ctx, { ...data, caseId: params.id }), {
		to: ({ params }) => pageOf(params.id, 'reopened')
	}),
	remove: act(caseRemovalForm, (ctx, data, { params }) => removeCase(ctx, { ...data, caseId: params.id }), {
		to: ({ params }) => pageOf(params.id, 'removed')
	})
};
