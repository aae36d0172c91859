import { redirect } from '@sveltejs/kit';
import type { Context } from '$lib/server/context';
import { largestTarget, targetFigures } from '$lib/domain/targets/target-goal';
import { readTargetLines } from '$lib/domain/targets/target-lines';
import { villageTargetsForm } from '$lib/forms/targets/village-targets';
import { readTargets } from '$lib/server/db/targets/targets';
import type { Unit } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { chooseTargetYear, listBoardUnits } from '$lib/server/targets/target-board';
import { setTargets } from '$lib/server/targets/targets';
import { openTargetUnit } from '../../open-target-unit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const unit = await openTargetUnit(ctx);
	const { year } = await yearOf(ctx, unit, url);
	const [{ last }, villages, { figures }] = await Promise.all([
		readTargets(ctx.db, unit.id, year),
		listVillages(ctx, unit, year),
		ctx.registry()
	]);
	return {
		id: ctx.newId(),
		year,
		seen: last?.seq ?? 0,
		villages,
		figures: targetFigures(figures).map(({ id }) => id),
		figure: url.searchParams.get('figure')
	};
};

export const actions: Actions = {
	default: async ({ locals: { context: ctx }, request }) => {
		const unit = await openTargetUnit(ctx);
		const form = await readForm(request, villageTargetsForm((await ctx.registry()).figures));
		if (!form.ok) return form.failure;
		const { each, lines: text, figure, ...data } = form.data;
		const villages = await listVillages(ctx, unit, data.year);
		const { lines, wrong } = readTargetLines(text, villages);
		if (wrong.length > 0 || lines.some(({ value }) => value > largestTarget))
			return form.refuse('target-lines-wrong', 'lines');
		if (each === null && lines.length === 0) return form.refuse('target-numbers-missing', 'each');
		const own = new Map(lines.map(({ unitId, value }) => [unitId, value]));
		const cells = villages.flatMap(({ id: unitId }) => {
			const value = own.get(unitId) ?? each;
			return value === null ? [] : [{ figure, unitId, value }];
		});
		const result = await setTargets(ctx, { ...data, unitId: unit.id, cells });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/desk/targets?year=${data.year}&saved=${result.changed}`);
	}
};

const yearOf = (ctx: Context, unit: Unit, url: URL) =>
	chooseTargetYear(ctx.db, {
		scope: unit.id,
		asked: url.searchParams.get('year'),
		today: ctx.today(),
		ahead: true
	});

/** The units below that have targets set: those that are open. */
const listVillages = async (ctx: Context, unit: Unit, year: number) =>
	(await listBoardUnits(ctx.db, unit, year))
		.filter(({ validToOn }) => validToOn === null)
		.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
