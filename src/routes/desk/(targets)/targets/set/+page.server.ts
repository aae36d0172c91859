import { redirect } from '@sveltejs/kit';
import { cellName, targetsForm } from '$lib/forms/targets/target';
import { readForm } from '$lib/server/form';
import { chooseTargetYear, readBoard } from '$lib/server/targets/target-board';
import { keepColumns, readColumns } from '../board-columns';
import { openTargetUnit } from '../open-target-unit';
import { setTargets } from '$lib/server/targets/targets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { context: ctx } = event.locals;
	const { searchParams } = event.url;
	const unit = await openTargetUnit(event.locals.context);
	const asked = searchParams.get('year');
	const { year, years } = await chooseTargetYear(ctx.db, { scope: unit.id, asked, today: ctx.today(), ahead: true });
	const from = searchParams.get('from') === String(year - 1) ? year - 1 : null;
	const page = await readColumns(event, unit, year);
	const below = page.rows;
	const [board, before] = await Promise.all([
		readBoard(ctx, { unit, year, today: ctx.today(), below }),
		readBoard(ctx, { unit, year: year - 1, today: ctx.today(), below })
	]);
	const targetOf = ({ rows, units }: typeof board, id: string, unitId: string) => {
		const at = units.findIndex((one) => one.id === unitId);
		return rows.find((row) => row.id === id)?.cells[at]?.reading?.target;
	};
	const cells = board.rows.flatMap(({ id }) =>
		board.units.map((one) => {
			const own = targetOf(board, id, one.id);
			const value = own ?? (from === null ? undefined : targetOf(before, id, one.id));
			return [cellName(id, one.id), value === undefined ? '' : String(value)] as const;
		})
	);
	return {
		id: ctx.newId(),
		year,
		years,
		from,
		seen: board.last?.seq ?? 0,
		units: board.units,
		page,
		keep: keepColumns(searchParams),
		values: Object.fromEntries(cells),
		canCopy: before.rows.some(({ cells }) => cells.some(({ reading }) => reading)),
		rows: board.rows.map(({ id, unit, goal, difference, cells }) => ({
			id,
			unit,
			goal,
			difference,
			target: cells[0]!.reading?.target ?? null,
			doneBefore: before.rows.find((row) => row.id === id)!.cells[0]!.done
		}))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { context: ctx } = event.locals;
		const unit = await openTargetUnit(event.locals.context);
		const { year: asked } = Object.fromEntries(event.url.searchParams);
		const { year } = await chooseTargetYear(ctx.db, {
			scope: unit.id,
			asked: asked ?? null,
			today: ctx.today(),
			ahead: true
		});
		const { rows: below } = await readColumns(event, unit, year);
		const { schema, cellsOf } = targetsForm((await ctx.registry()).figures, [unit.id, ...below]);
		const form = await readForm(event.request, schema);
		if (!form.ok) return form.failure;
		const result = await setTargets(ctx, { ...form.data, unitId: unit.id, cells: cellsOf(form.data) });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/desk/targets?year=${form.data.year}${keepColumns(event.url.searchParams)}&saved=${result.changed}`);
	}
};
