import { giveWay } from '$lib/server/db/give-way';
import { findWork, listWork, type Work } from '$lib/server/db/ledgers/import-progress';
import type { Context } from '../context';
import { lineRefusals, nextToLand } from './landing-slices';
import { createPace, untilFree } from './slices';
import { nextToUndo } from './undo-slices';

/**
 * Commits or undoes what is left of an import, slice by slice; others write between two slices. All slices belong to the act that began them, also
 * where another process goes on with it. Several processes may do so at once, and one that is cut off leaves the rest for the next. Work waits for as
 * long as another process keeps the database busy.
 */
export async function workOn(ctx: Context, importId: string): Promise<void> {
	const pace = createPace();
	let isLanding = false;
	for (let work: Work | null; (work = await findWork(ctx.db, importId)) !== null; await giveWay()) {
		const { actId } = work.progress;
		isLanding = work.undo === null;
		const { rows, statements, without } = await (isLanding ? nextToLand : nextToUndo)(ctx, work, pace.rows());
		const written = await untilFree(() => pace.time(() => ctx.writer.goOn(actId, statements, lineRefusals)));
		if (written.ok) continue;
		if (rows > 1) pace.slowDown();
		else await untilFree(() => ctx.writer.goOn(actId, without(written.refusal)));
	}
	// Twenty thousand new rows may make another index the better one.
	if (isLanding) await ctx.db.$client.optimize();
}

/** Goes on with every import that a stop of the software has cut off. */
export async function workOnAll(ctx: Context): Promise<void> {
	for (const importId of await listWork(ctx.db)) await workOn(ctx, importId);
}
