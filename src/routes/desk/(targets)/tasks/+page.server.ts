import { yearBounds } from '$lib/domain/calendar/calendar';
import { isInHand, taskStates } from '$lib/domain/targets/task';
import { findUnit } from '$lib/server/db/units/units';
import { listTaskYears } from '$lib/server/db/targets/task-list';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { readTasks, readTasksInHand } from '$lib/server/targets/task-readings';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';

const choices = ['in-hand', 'all', ...taskStates] as const;

/** More than a screen or two: the list is narrowed by year and unit, not leafed through. */
const most = 100;

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: ['town', 'village', 'community'],
		among: 'below'
	});
	const filter = { ...readFilter(url.searchParams), unitId: units.chosenId ?? undefined };
	const { year, unitId, state } = filter;
	const period = year ? yearBounds(year) : null;
	const narrowed = { unitId, ...(period && { dueFrom: period.fromOn, dueTo: period.toOn }) };
	const reading =
		state === 'in-hand' && !period
			? readTasksInHand(ctx, { scope, today, filter: narrowed })
			: readTasks(ctx, { scope, today, filter: narrowed });
	const [tasks, unit, years, isSteering] = await Promise.all([
		reading,
		findUnit(ctx.db, scope),
		listTaskYears(ctx.db, scope),
		maySteer(ctx, scope)
	]);
	const shown = tasks.filter(
		(task) => state === 'all' || task.state === state || (state === 'in-hand' && isInHand(task.state))
	);
	return {
		filter,
		choices,
		years,
		isSteering,
		count: shown.length,
		isFiltered: state !== 'in-hand' || Boolean(unitId) || Boolean(year),
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		units,
		tasks: shown.slice(0, most)
	};
};

function readFilter(query: URLSearchParams) {
	const year = query.get('year') ?? '';
	return {
		state: choices.find((choice) => choice === query.get('state')) ?? ('in-hand' as const),
		year: /^20\d\d$/.test(year) ? Number(year) : undefined
	};
}
