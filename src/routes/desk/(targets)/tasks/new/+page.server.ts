import { error } from '@sveltejs/kit';
import { isAssignable, suggestDueOn } from '$lib/domain/targets/task';
import { officeKinds } from '$lib/domain/units/unit';
import { taskForm } from '$lib/forms/targets/task';
import { act } from '$lib/server/act';
import { sentTo } from '$lib/server/form';
import { maySteer, scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { assignTask } from '$lib/server/targets/tasks';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	if (!(await maySteer(ctx, scope))) error(403);
	const asked = Object.fromEntries(event.url.searchParams);
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: asked.unit,
		scope,
		kinds: officeKinds,
		among: 'directly-below'
	});
	const quantity = /^[1-9]\d{0,5}$/.test(asked.quantity ?? '') ? asked.quantity! : '';
	return {
		id: ctx.newId(),
		today: ctx.today(),
		figures: (await ctx.registry()).figures.filter(isAssignable).map(({ id }) => ({ id })),
		units,
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
		async ({ locals: { context } }) => taskForm((await context.registry()).figures),
		async (ctx, data) => {
			if (!(await maySteer(ctx, scopeOf(ctx)))) error(403);
			return assignTask(ctx, data);
		},
		{ field: fields, to: (_, _result, { id }) => `/desk/tasks/${id}?given` }
	)
};
