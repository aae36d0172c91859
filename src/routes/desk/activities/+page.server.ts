import { workKinds } from '$lib/domain/activities/added-work';
import { narrowedTo } from '$lib/domain/units/unit-choice';
import { listActivities } from '$lib/server/db/activities/activities';
import { listActivityYears, sumActivities } from '$lib/server/db/activities/activity-counts';
import { pageLinks, readCursor } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { PageServerLoad } from './$types';
import { readFilter } from './read-filter';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const units = await readUnitChoice(ctx, url.searchParams, {
		name: 'unit',
		scope,
		kinds: ['town', 'village', 'community', 'group']
	});
	const kinds = workKinds(await ctx.registry());
	const filter = { ...readFilter(url.searchParams, kinds), unitId: narrowedTo(units) };
	const [list, sums, years] = await Promise.all([
		listActivities(ctx.db, scope, filter, readCursor(url.searchParams, 'date')),
		sumActivities(ctx.db, { scope, kinds, filter }),
		listActivityYears(ctx.db, scope)
	]);
	return {
		filter,
		isFiltered: Object.values(filter).some((value) => value !== undefined),
		sums,
		years,
		units,
		entries: list.rows.map(({ activity, unit }) => ({
			id: activity.id,
			kind: activity.kind,
			doneOn: activity.doneOn,
			subject: activity.subject,
			zeroMonth: activity.zeroMonth,
			zeroKind: activity.zeroKind,
			quantity: activity.quantity,
			unit
		})),
		...pageLinks(url.searchParams, list, ({ activity }) => ({ key: activity.doneOn, id: activity.id }))
	};
};
