import { yearOf } from '$lib/domain/calendar/calendar';
import { findFigure } from '$lib/domain/figures/figure';
import { byMostBehind, elapsedDays, isBehind, isSilent, isSumOf } from '$lib/domain/targets/target';
import { isAssignable } from '$lib/domain/targets/task';
import { aside } from '$lib/server/db/aside';
import { findUnit } from '$lib/server/db/units/units';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { numberedPage } from '$lib/server/numbered-pages';
import { chooseTargetYear, readBoard, type Board, type BoardRow } from '$lib/server/targets/target-board';
import { readTasksInHand } from '$lib/server/targets/task-readings';
import { keepColumns, readColumns } from './board-columns';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { context: ctx } = locals;
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const asked = url.searchParams.get('year');
	const { year, years } = await chooseTargetYear(ctx.db, { scope, asked, today });
	const unit = (await findUnit(ctx.db, scope))!;
	const columns = await readColumns({ locals, url }, unit, year);
	const isMany = columns.choice !== null;
	// Of many villages it takes a while; no request waits for it.
	const town = isMany ? { ...ctx, db: aside(ctx.db) } : ctx;
	const [board, tasks, isSteering] = await Promise.all([
		readBoard(town, { unit, year, today, whole: isMany ? columns.rows : undefined }),
		readTasksInHand(ctx, { scope, today }),
		maySteer(ctx, scope)
	]);
	const { figures } = await ctx.registry();
	const isNow = year === yearOf(today);
	const taskOf = new Map(tasks.toReversed().map((task) => [`${task.figure} ${task.unitId}`, task]));
	// Where the villages have targets of their own, the work is theirs, and the town's number their sum.
	const isSum = (cells: BoardRow['cells']) => isSumOf(cells[0]?.reading?.target ?? 0, partsOf(cells));
	const readings = board.rows.flatMap(({ id, unit, cells }) =>
		cells.flatMap(({ reading }, at) => {
			if (!reading || (at === 0 && isSum(cells))) return [];
			const unitId = board.units[at]!.id;
			const task = taskOf.get(`${id} ${unitId}`);
			const isThere = isNow && reading.state !== 'ended';
			const isOpen = isSteering && isThere && at > 0 && !task && isAssignable(findFigure(figures, id)!);
			return [{ id, unit, at, reading, isOpen, task: isNow && task ? { id: task.id, dueOn: task.dueOn } : null }];
		})
	);
	readings.sort((one, other) => byMostBehind(one.reading, other.reading));
	const silent = readings.filter(({ reading }) => isSilent(reading));
	const behind = readings.filter(({ reading }) => isBehind(reading) && !isSilent(reading));
	// Where the villages are many, a page of each.
	const page = (rows: typeof readings, name: string) =>
		numberedPage(url.searchParams, rows, { name, size: isMany ? 20 : Math.max(rows.length, 1), anchor: name });
	const { last } = board;
	return {
		year,
		years,
		today,
		isSteering,
		isNow,
		elapsed: elapsedDays(year, today),
		units: board.units,
		board: narrow(board, [unit.id, ...columns.rows]),
		columns,
		keep: keepColumns(url.searchParams),
		readings,
		hasSums: board.rows.some(({ cells }) => cells[0]?.reading && isSum(cells)),
		silent: page(silent, 'silent'),
		behind: page(behind, 'behind'),
		tasks: tasks.length,
		saved: savedOf(url.searchParams.get('saved')),
		last: last && { at: last.at, by: last.by && ctx.keys.open(last.by.nameSealed, 'accounts.name', last.by.id) }
	};
};

/** The targets below the unit, and whether they are over. */
const partsOf = ([, ...below]: BoardRow['cells']) =>
	below.flatMap(({ reading }) => (reading ? [{ target: reading.target, isEnded: reading.state === 'ended' }] : []));

/** The board of some of its units. */
function narrow({ units, rows }: Board, ids: readonly string[]) {
	const shown = units.flatMap(({ id }, at) => (ids.includes(id) ? [at] : []));
	const isSet = ({ cells }: BoardRow) => cells.some(({ reading }) => reading);
	return {
		units: shown.map((at) => units[at]!),
		rows: rows.filter(isSet).map((row) => ({ ...row, cells: shown.map((at) => row.cells[at]!) })),
		without: rows.filter((row) => !isSet(row)).length
	};
}

/** How many cells the form said it changed; null when the page is not shown after it. */
const savedOf = (text: string | null) => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : null);
