import { error, redirect } from '@sveltejs/kit';
import { yearOf } from '$lib/domain/calendar/calendar';
import { isTownLevel } from '$lib/domain/units/unit';
import { closePeriodForm, lateReasonForm } from '$lib/forms/reviews/closing';
import { closePeriod, giveLateReason } from '$lib/server/reviews/closings';
import { listClosings, listUnexplained } from '$lib/server/db/reviews/closings';
import { findUnit } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { figureDefinitions } from '$lib/ui/figures/figure-definitions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	const { actor } = ctx;
	const [closings, unexplained, unit, mayClose] = await Promise.all([
		listClosings(ctx.db, scope),
		actor.kind === 'account' ? listUnexplained(ctx.db, actor.accountId) : [],
		findUnit(ctx.db, scope),
		mayAdminister(ctx, scope)
	]);
	return {
		id: ctx.newId(),
		snapshotId: ctx.newId(),
		closings,
		mayClose: mayClose && unit !== null && isTownLevel(unit.kind),
		span: url.searchParams.get('span') ?? `${yearOf(ctx.today()) - 1}`,
		isExplained: url.searchParams.has('explained'),
		unexplained: unexplained.map(({ actId, at, closing, records }) => ({
			actId: actId!,
			at,
			records,
			reasonId: ctx.newId(),
			period: { fromOn: closing.fromOn, toOn: closing.toOn }
		}))
	};
};

export const actions: Actions = {
	close: async ({ request, locals: { context: ctx } }) => {
		const form = await readForm(request, closePeriodForm);
		if (!form.ok) return form.failure;
		const command = { ...form.data, unitId: scopeOf(ctx), definitions: figureDefinitions() };
		const result = await closePeriod(ctx, command);
		if (result.ok) redirect(303, `/desk/closings/${form.data.id}?closed`);
		if (result.refusal === 'not-your-unit') error(403);
		const isOfField = ['span-wrong', 'period-not-over', 'period-already-closed'].includes(result.refusal);
		return form.refuse(result.refusal, isOfField ? 'span' : 'form');
	},
	explain: async ({ request, locals: { context: ctx } }) => {
		const form = await readForm(request, lateReasonForm);
		if (!form.ok) return form.failure;
		const result = await giveLateReason(ctx, form.data);
		if (result.ok) redirect(303, '/desk/closings?explained');
		error(result.refusal === 'not-your-unit' ? 403 : 404);
	}
};
