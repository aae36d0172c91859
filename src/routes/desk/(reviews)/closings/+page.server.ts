import { yearOf } from '$lib/domain/calendar/calendar';
import { isTownLevel } from '$lib/domain/units/unit';
import { closePeriodForm, lateReasonForm } from '$lib/forms/reviews/closing';
import { act } from '$lib/server/act';
import { closePeriod } from '$lib/server/reviews/closings';
import { giveLateReason } from '$lib/server/reviews/late-reasons';
import { listClosings } from '$lib/server/db/reviews/closings';
import { listUnexplained } from '$lib/server/db/reviews/late-records';
import { findUnit } from '$lib/server/db/units/units';
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
	close: act(
		closePeriodForm,
		(ctx, data) => closePeriod(ctx, { ...data, unitId: scopeOf(ctx), definitions: figureDefinitions }),
		{
			field: { 'span-wrong': 'span', 'period-not-over': 'span', 'period-already-closed': 'span' },
			to: (_, _result, { id }) => `/desk/closings/${id}?closed`
		}
	),
	explain: act(lateReasonForm, giveLateReason, { to: '/desk/closings?explained' })
};
