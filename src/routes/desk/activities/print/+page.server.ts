import { workKinds } from '$lib/domain/activities/added-work';
import { isVillageLevel } from '$lib/domain/units/unit';
import { error } from '@sveltejs/kit';
import { listSheet, type ActivityRow } from '$lib/server/db/activities/activities';
import { sumActivities } from '$lib/server/db/activities/activity-counts';
import { findUnit } from '$lib/server/db/units/units';
import { mayActFor, scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';
import { readFilter } from '../read-filter';

/** Entries on one printed sheet; more are printed by year, month or kind. */
const most = 1000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const kinds = workKinds(await ctx.registry());
	const filter = { ...readFilter(url.searchParams, kinds), isRemoved: false };
	const unitId = filter.unitId ?? scopeOf(ctx);
	if (!(await mayActFor(ctx, unitId))) error(403);
	const [unit, rows, sums] = await Promise.all([
		findUnit(ctx.db, unitId),
		listSheet(ctx.db, unitId, filter, most + 1),
		sumActivities(ctx.db, { scope: unitId, kinds, filter })
	]);
	if (!unit) error(404);
	return {
		today: ctx.today(),
		most,
		isTooLong: rows.length > most,
		sums,
		filter: { kind: filter.kind ?? null, year: filter.year ?? null, month: filter.month ?? null },
		back: `/desk/activities${url.search}`,
		unit: { name: unit.name, nameEn: unit.nameEn },
		rows: rows.slice(0, most).map(({ activity, ...where }) => {
			const { responsibleSealed, ...entry } = activity;
			return {
				...entry,
				...villageAndGroup(where),
				// A sheet is handed in with full names.
				responsible: ctx.keys.open(responsibleSealed, 'activities.responsible', activity.id)
			};
		})
	};
};

/** 村 and 组 of the sheet: a group comes with its village; the town's own entries have neither. */
function villageAndGroup({ unit, parent }: Pick<ActivityRow, 'unit' | 'parent'>) {
	if (unit.kind === 'group') return { village: parent, group: unit };
	return { village: isVillageLevel(unit.kind) ? unit : null, group: null };
}
