import { error } from '@sveltejs/kit';
import { findFigure } from '$lib/domain/figures/figure';
import { suggestDueOn } from '$lib/domain/targets/task';
import { isTownLevel, isVillageLevel } from '$lib/domain/units/unit';
import { assignableFigures, taskForm } from '$lib/forms/targets/task';
import { act } from '$lib/server/act';
import { listSubunits } from '$lib/server/db/units/units';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { assignTask } from '$lib/server/targets/tasks';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const scope = scopeOf(ctx);
	if (!(await maySteer(ctx, scope))) error(403);
	const units = await listSubunits(ctx.db, scope);
	const asked = Object.fromEntries(url.searchParams);
	const quantity = /^[1-9]\d{0,5}$/.test(asked.quantity ?? '') ? asked.quantity! : '';
	return {
		id: ctx.newId(),
		today: ctx.today(),
		figures: assignableFigures.map((id) => ({ id, section: findFigure(id)!.section })),
		units: namedUnits(
			units.filter(({ kind, validToOn }) => validToOn === null && (isTownLevel(kind) || isVillageLevel(kind)))
		),
		first: { figure: asked.figure ?? '', unitId: asked.unit ?? '', quantity, dueOn: suggestDueOn(ctx.today()) }
	};
};

const fields: Record<string, string | undefined> = {
	'figure-missing': 'figure',
	'task-unit-wrong': 'unitId',
	'not-your-unit': 'unitId',
	'due-in-past': 'dueOn',
	'due-too-far': 'dueOn'
};

export const actions: Actions = {
	default: act(
		taskForm,
		async (ctx, data) => {
			if (!(await maySteer(ctx, scopeOf(ctx)))) error(403);
			return assignTask(ctx, data);
		},
		{ field: fields, to: (_, _result, { id }) => `/desk/tasks/${id}?given` }
	)
};
