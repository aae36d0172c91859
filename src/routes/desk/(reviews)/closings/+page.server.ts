import { addDays, yearOf } from '$lib/domain/calendar/calendar';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { boundsOf, nextSpan, parseSpan, writeSpan } from '$lib/domain/reviews/closing';
import { isTownLevel } from '$lib/domain/units/unit';
import { closePeriodForm, lateReasonForm } from '$lib/forms/reviews/closing';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { countAwaited } from '$lib/server/reviews/awaited-entries';
import { sentTo } from '$lib/server/form';
import { listUnreported } from '$lib/server/reviews/unreported-months';
import { closePeriod } from '$lib/server/reviews/closings';
import { giveLateReason } from '$lib/server/reviews/late-reasons';
import { listClosings } from '$lib/server/db/reviews/closings';
import { listWaitingWithdrawals } from '$lib/server/db/releases/withdrawals';
import { askUnsettledEvents } from '$lib/server/db/events/unsettled-events';
import { firstStart, readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { listUnexplained } from '$lib/server/db/reviews/late-records';
import { findUnit } from '$lib/server/db/units/units';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { figureDefinitions } from '$lib/ui/figures/figure-definitions';
import type { Actions, PageServerLoad } from './$types';

/** Of the events that are not settled so many are named. */
const eventsNamed = 50;

export const load: PageServerLoad = async ({ locals: { context: ctx }, request, url }) => {
	const scope = scopeOf(ctx);
	const { actor } = ctx;
	const [closings, unexplained, unit, isAdministrator, waiting] = await Promise.all([
		listClosings(ctx.db, scope),
		actor.kind === 'account' ? listUnexplained(ctx.db, actor.accountId) : [],
		findUnit(ctx.db, scope),
		mayAdminister(ctx, scope),
		actor.kind === 'account' ? listWaitingWithdrawals(ctx.db, scope, actor.accountId) : []
	]);
	const own = closings.map(({ closing }) => closing).filter(({ unitId }) => unitId === scope);
	const mayClose = isAdministrator && unit !== null && isTownLevel(unit.kind);
	return {
		id: ctx.newId(),
		snapshotId: ctx.newId(),
		closings,
		/** What is asked to be withdrawn of this unit, and waits for a second person. */
		waiting: unit ? waiting.map((one) => ({ ...one, unit: { name: unit.name, nameEn: unit.nameEn } })) : [],
		/** For the form by which a period is closed; null for who may not. */
		toClose: mayClose ? await readToClose(ctx, own, sentTo({ request, url }).get('span')) : null,
		isExplained: url.searchParams.has('explained'),
		reasonId: ctx.newId(),
		unexplained
	};
};

/** The span that is typed, or is due next, with what is still open: banquets and unreported months of it, and events that are over. */
async function readToClose(ctx: Context, own: readonly Period[], typed: FormDataEntryValue | null) {
	const scope = scopeOf(ctx);
	const startOn = firstStart(await readLedgerStarts(ctx.db));
	const due = nextSpan(own, startOn, ctx.today());
	const over = { fromOn: startOn ?? ctx.today(), toOn: addDays(ctx.today(), -1) };
	const span = String(typed ?? (due ? writeSpan(due) : ''));
	const parsed = parseSpan(span.trim().toUpperCase());
	const period = parsed && boundsOf(parsed);
	const [awaited, unreported, unsettled] = await Promise.all([
		period && readAwaited(ctx, scope, period),
		period ? listUnreported(ctx, { unitId: scope, period }) : [],
		askUnsettledEvents(ctx.db, scope, over)
	]);
	/** `unsettled`: the events that are over and keep figures from being known, by their day. */
	return {
		unitId: scope,
		span,
		awaited,
		unreported,
		year: period && yearOf(period.fromOn),
		unsettled: unsettled.slice(0, eventsNamed)
	};
}

/** How many banquets of a period to close have no outcome, and of which year, and how many dissuasions wait; null where none do. */
async function readAwaited(ctx: Context, unitId: string, period: Period) {
	const { outcomes, dissuasions } = await countAwaited(ctx.db, { unitId, period, today: ctx.today() });
	return outcomes + dissuasions > 0 ? { count: outcomes, dissuasions, year: yearOf(period.fromOn) } : null;
}

export const actions: Actions = {
	close: act(
		closePeriodForm,
		(ctx, data) => closePeriod(ctx, { ...data, unitId: scopeOf(ctx), definitions: figureDefinitions }),
		{
			field: {
				...{ 'span-wrong': 'span', 'period-not-over': 'span' },
				...{ 'period-before-ledgers': 'span', 'period-already-closed': 'span' },
				...{ 'outcomes-awaited': 'isDespiteAwaited', 'months-unreported': 'isDespiteAwaited' }
			},
			to: (_, _result, { id }) => `/desk/closings/${id}?closed`
		}
	),
	explain: act(lateReasonForm, (ctx, { chosen, ...data }) => giveLateReason(ctx, { ...data, actIds: chosen }), {
		to: '/desk/closings?explained'
	})
};
