import { error } from '@sveltejs/kit';
import { findFigure } from '$lib/domain/figures/figure';
import { taskReplyForm, taskWithdrawalForm } from '$lib/forms/targets/task';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { openOwn } from '$lib/server/people/open-record';
import { listFigureRecords } from '$lib/server/db/figures/figure-records';
import { findTask } from '$lib/server/db/targets/tasks';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { maySteer } from '$lib/server/people/rights';
import { replyToTask, withdrawTask } from '$lib/server/targets/tasks';
import { readStates } from '$lib/server/targets/task-readings';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { context: ctx } = event.locals;
	const found = await openTask(ctx, event.params.id);
	const { task, withdrawal } = found;
	const today = ctx.today();
	const [reading] = await readStates(ctx, task.unitId, [task], today);
	if (!reading) error(404);
	const { source, unit } = findFigure((await ctx.registry()).figures, reading.figure)!;
	const period = { fromOn: task.assignedOn, toOn: today };
	const [records, isSteering] = await Promise.all([
		listFigureRecords(ctx.db, task.unitId, source, period, readCursor(event.url.searchParams, 'date')),
		maySteer(ctx, task.unitId)
	]);
	const nameOf = (who: { id: string; nameSealed: string } | null) =>
		who && ctx.keys.open(who.nameSealed, 'accounts.name', who.id);
	return {
		id: ctx.newId(),
		otherId: ctx.newId(),
		today,
		isSteering,
		unit: found.unit,
		source,
		by: nameOf(found.by),
		task: { ...reading, measure: unit },
		withdrawal: withdrawal && { at: withdrawal.at, reason: withdrawal.reason, by: nameOf(found.withdrawnBy) },
		replies: found.replies.map(({ by, ...reply }) => ({ ...reply, by: nameOf(by) })),
		records: records.rows,
		recordCount: records.recordCount,
		...pageLinks(event.url.searchParams, records, ({ on, id }) => ({ key: on, id })),
		done: (['given', 'replied'] as const).find((done) => event.url.searchParams.has(done)) ?? null
	};
};

export const actions: Actions = {
	reply: act(
		taskReplyForm,
		async (ctx, data, { params }) => {
			await openTask(ctx, params.id);
			return replyToTask(ctx, { ...data, taskId: params.id });
		},
		{ to: ({ params }) => `/desk/tasks/${params.id}?replied` }
	),
	withdraw: act(
		taskWithdrawalForm,
		async (ctx, data, { params }) => {
			await openTask(ctx, params.id);
			return withdrawTask(ctx, { ...data, taskId: params.id });
		},
		{ to: ({ params }) => `/desk/tasks/${params.id}` }
	)
};

/** The task of the address, for staff of its unit and of those above it. */
async function openTask(ctx: Context, id: string) {
	return openOwn(ctx, await findTask(ctx.db, id), ({ task }) => task.unitId);
}
