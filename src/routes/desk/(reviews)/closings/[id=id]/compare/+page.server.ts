import { error } from '@sveltejs/kit';
import { compareSnapshots } from '$lib/server/reviews/snapshot-comparison';
import { listSnapshots } from '$lib/server/db/reviews/snapshots';
import type { PageServerLoad } from './$types';
import { openClosing } from '../open-closing';

/** So many records are listed for a figure that is asked for alone; the rest is counted. */
const mostListed = 100;

/** With more records than this in all, each figure lists its first ones, and leads to the others. */
const mostOnPage = 200;
const firstOnes = 10;

export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const { closing, unit } = await openClosing(ctx, params.id);
	const snapshots = (await listSnapshots(ctx.db, closing.id)).map(({ snapshot: { id, number } }) => ({ id, number }));
	const [from, to] = [
		url.searchParams.get('from') ?? snapshots[0]!.id,
		url.searchParams.get('with') ?? snapshots.at(-1)!.id
	];
	if (![from, to].every((id) => snapshots.some((one) => one.id === id))) error(404);
	const compared = (await compareSnapshots(ctx, from, to))!;
	const alone = compared.figures.find(({ figure }) => figure === url.searchParams.get('figure'))?.figure ?? null;
	const figures = compared.figures.filter(({ figure }) => alone === null || figure === alone);
	const records = figures.reduce((sum, { came, went, changed }) => sum + came.length + went.length + changed.length, 0);
	const listed = alone === null && records > mostOnPage ? firstOnes : mostListed;
	return {
		closing: { id: closing.id, fromOn: closing.fromOn, toOn: closing.toOn },
		unit,
		snapshots,
		from,
		to,
		numbers: { from: compared.earlier.snapshot.number, to: compared.later.snapshot.number },
		reason: compared.later.snapshot.reason,
		alone,
		figures: figures.map(({ figure, before, after, isDefinedOtherwise, came, went, changed }) => {
			const all = [
				...came.map((record) => ({ ...record, how: 'came' as const })),
				...went.map((record) => ({ ...record, how: 'went' as const })),
				...changed.map(({ after }) => ({ ...after, how: 'changed' as const }))
			];
			return {
				id: figure,
				before,
				after,
				isDefinedOtherwise,
				count: all.length,
				records: all.slice(0, listed)
			};
		})
	};
};
