import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { FigureId } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { isTownLevel } from '$lib/domain/units/unit';
import { acknowledgementForm } from '$lib/forms/banquets/dissuasion';
import type { Context } from '$lib/server/context';
import { act } from '$lib/server/act';
import { readOverview } from '$lib/server/db/desk/overview';
import { listWaitingWithdrawals } from '$lib/server/db/releases/withdrawals';
import { countWaitingHours } from '$lib/server/db/shifts/event-hours';
import { acknowledgeBanquet, readFirstNotices } from '$lib/server/banquets/early-notices';
import { readFigures } from '$lib/server/figures/figures';
import { chooseYear } from '$lib/server/figures/report-year';
import { scopeOf } from '$lib/server/people/rights';
import { readTasksInHand } from '$lib/server/targets/task-readings';
import type { Actions, PageServerLoad } from './$types';

const daysAhead = 14;
const earlyShown = 5;
const tasksShown = 5;
const shown: readonly FigureId[] = ['banquets-held', 'banquets-dissuaded', 'villagers-meetings', 'birthday-banquets'];

async function readWithdrawals({ db, actor }: Context, scope: string) {
	if (actor.kind !== 'account' || actor.role !== 'administrator') return [];
	return (await listWaitingWithdrawals(db, scope, actor.accountId)).filter(({ isOwn }) => !isOwn);
}

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const [root, overview, { unit, year, starts }, hours, early, tasks, withdrawals] = await Promise.all([
		ctx.rootUnit(),
		readOverview(ctx.db, {
			scope,
			today,
			now: ctx.now(),
			accountId: ctx.actor.kind === 'account' ? ctx.actor.accountId : '',
			until: instantOf(addDays(today, daysAhead + 1), '00:00')
		}),
		chooseYear(ctx.db, { scope, asked: null, today, reader: 'staff' }),
		countWaitingHours(ctx.db, scope),
		readFirstNotices(ctx, earlyShown),
		readTasksInHand(ctx, { scope, today }),
		readWithdrawals(ctx, scope)
	]);
	/** As `mayAdministerAll` decides it. */
	const isOfRoot = ctx.actor.kind === 'account' && ctx.actor.role === 'administrator' && scope === root?.id;
	const periods = reportingPeriods(year, today);
	const figures = await readFigures(ctx, { scope, periods, starts, only: shown });
	return {
		today,
		year,
		overview,
		unitId: scope,
		/** What a new town has still to set up, for its administrator; else null. */
		firstSteps: isOfRoot ? overview.firstSteps : null,
		hours,
		/** Requests to withdraw published numbers that this administrator may decide on. */
		withdrawals,
		/** As `maySteer` decides it of one's own unit. */
		isSteering: isTownLevel(unit!.kind),
		tasks: tasks.slice(0, tasksShown),
		tasksInHand: tasks.length,
		early: {
			all: early.all,
			first: early.first.map((notice) => ({ ...notice, actId: ctx.newId() }))
		},
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		periods,
		figures
	};
};

export const actions: Actions = {
	acknowledge: act(acknowledgementForm, acknowledgeBanquet, { to: '/desk#early' })
};
