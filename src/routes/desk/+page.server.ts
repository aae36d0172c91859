import { addDays, instantOf } from '$lib/domain/calendar/calendar';
import type { FigureId } from '$lib/domain/figures/figure';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { acknowledgementForm } from '$lib/forms/banquets/dissuasion';
import { act } from '$lib/server/act';
import { readOverview } from '$lib/server/db/desk/overview';
import { countWaitingHours } from '$lib/server/db/shifts/event-hours';
import { findUnit } from '$lib/server/db/units/units';
import { acknowledgeBanquet, readEarlyNotices } from '$lib/server/banquets/early-notices';
import { readFigures } from '$lib/server/figures/figures';
import { chooseYear } from '$lib/server/figures/report-year';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { readTasksInHand } from '$lib/server/targets/task-readings';
import type { Actions, PageServerLoad } from './$types';

const daysAhead = 14;
const earlyShown = 5;
const tasksShown = 5;
const shown: readonly FigureId[] = ['banquets-held', 'banquets-dissuaded', 'villagers-meetings', 'birthday-banquets'];

export const load: PageServerLoad = async ({ locals: { context: ctx } }) => {
	const scope = scopeOf(ctx);
	const today = ctx.today();
	const [unit, overview, { year }, hours, early, tasks, isSteering] = await Promise.all([
		findUnit(ctx.db, scope),
		readOverview(ctx.db, {
			scope,
			today,
			now: ctx.now(),
			accountId: ctx.actor.kind === 'account' ? ctx.actor.accountId : '',
			until: instantOf(addDays(today, daysAhead + 1), '00:00')
		}),
		chooseYear(ctx.db, { scope, asked: null, today }),
		countWaitingHours(ctx.db, scope),
		readEarlyNotices(ctx),
		readTasksInHand(ctx.db, { scope, today }),
		maySteer(ctx, scope)
	]);
	const periods = reportingPeriods(year, today);
	const figures = await readFigures(ctx.db, { scope, periods });
	return {
		today,
		year,
		overview,
		hours,
		isSteering,
		tasks: tasks.slice(0, tasksShown),
		tasksInHand: tasks.length,
		early: {
			all: early.length,
			first: early.slice(0, earlyShown).map((notice) => ({ ...notice, actId: ctx.newId() }))
		},
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		periods,
		figures: figures.filter(({ id }) => shown.includes(id))
	};
};

export const actions: Actions = {
	acknowledge: act(acknowledgementForm, acknowledgeBanquet, { to: '/desk#early' })
};
