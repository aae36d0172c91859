import { yearOf } from '$lib/domain/calendar/calendar';
import { findFigure } from '$lib/domain/figures/figure';
import { byMostBehind, elapsedDays } from '$lib/domain/targets/target';
import { isAssignable } from '$lib/domain/targets/task';
import { findUnit } from '$lib/server/db/units/units';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { chooseTargetYear, readBoard } from '$lib/server/targets/target-board';
import { readTasksInHand } from '$lib/server/targets/task-readings';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const asked = url.searchParams.get('year');
	const { year, years } = await chooseTargetYear(ctx.db, { scope, asked, today });
	const unit = (await findUnit(ctx.db, scope))!;
	const [board, tasks, isSteering] = await Promise.all([
		readBoard(ctx.db, { unit, year, today }),
		readTasksInHand(ctx.db, { scope, today }),
		maySteer(ctx, scope)
	]);
	const isNow = year === yearOf(today);
	const readings = board.rows.flatMap(({ id, unit, cells }) =>
		cells.flatMap(({ reading }, at) => {
			// Where the villages have targets of their own, the work is theirs, and the town's number their sum.
			const isSum = at === 0 && cells.slice(1).some((below) => below.reading);
			if (!reading || isSum) return [];
			const unitId = board.units[at]!.id;
			const task = tasks.find((one) => one.unitId === unitId && one.figure === id);
			const isOpen = isSteering && isNow && at > 0 && !task && isAssignable(findFigure(id)!);
			return [{ id, unit, at, reading, isOpen, task: isNow && task ? { id: task.id, dueOn: task.dueOn } : null }];
		})
	);
	const { last } = board;
	return {
		year,
		years,
		today,
		isSteering,
		isNow,
		elapsed: elapsedDays(year, today),
		board: { units: board.units, rows: board.rows },
		readings: readings.sort((one, other) => byMostBehind(one.reading, other.reading)),
		tasks: tasks.length,
		saved: savedOf(url.searchParams.get('saved')),
		last: last && { at: last.at, by: last.by && ctx.keys.open(last.by.nameSealed, 'accounts.name', last.by.id) }
	};
};

/** How many cells the form said it changed; null when the page is not shown after it. */
const savedOf = (text: string | null) => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : null);
