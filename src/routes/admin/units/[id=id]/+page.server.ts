import { addDays } from '$lib/domain/calendar/calendar';
import { canStandBelow, isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { closeUnitForm, endGridMemberForm, gridGroupForm, gridMemberForm, householdsForm } from '$lib/forms/units/unit';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { listGridMembers, listGroupsOfGrid } from '$lib/server/db/units/grids';
import { listUnitNames } from '$lib/server/db/units/unit-changes';
import { listSuccessions } from '$lib/server/db/units/successions';
import { findUnit, listSubunits, type Unit } from '$lib/server/db/units/units';
import { listHouseholdCounts } from '$lib/server/db/units/households';
import { numberedPage, villagesOnPage } from '$lib/server/numbered-pages';
import { linkGridGroup, unlinkGridGroup } from '$lib/server/units/grids';
import { addGridMember } from '$lib/server/units/grid-members';
import { endGridMember } from '$lib/server/units/grid-members';
import { sentTo } from '$lib/server/form';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { closeUnit } from '$lib/server/units/unit-closings';
import { setHouseholds } from '$lib/server/units/households';
import { readUnitChoice, type Sent } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from './get-unit';

export const load: PageServerLoad = async (event) => {
	const { params, url } = event;
	const ctx = event.locals.context;
	const unit = await getUnit(ctx, params.id);
	const [parent, names, successions, subunits, households, grid] = await Promise.all([
		unit.parentId ? findUnit(ctx.db, unit.parentId) : null,
		listUnitNames(ctx.db, unit.id),
		listSuccessions(ctx.db, unit.id),
		listSubunits(ctx.db, unit.id),
		isVillageLevel(unit.kind) ? listHouseholdCounts(ctx.db, unit.id) : null,
		unit.kind === 'grid' ? readGrid(ctx, unit, sentTo(event)) : null
	]);
	const maySeeParent = parent !== null && (await mayAdminister(ctx, parent.id));
	return {
		unit: shown(unit),
		parent: parent && { ...shown(parent), maySee: maySeeParent },
		subunits: numberedPage(
			url.searchParams,
			subunits.map((subunit) => ({ ...shown(subunit), openBelow: subunit.openBelow })),
			{ name: 'below', size: villagesOnPage, anchor: 'below' }
		),
		mayHaveSubunits: unitKinds.some((kind) => canStandBelow(kind, unit.kind)),
		/** Its former names, the latest first, each with its days. */
		formerNames: names.slice(1).map(({ fromOn, name, nameEn }, at) => ({
			...{ name, nameEn, toOn: addDays(names[at]!.fromOn, -1) },
			// Its first name was its own before, too.
			fromOn: at === names.length - 2 ? null : fromOn
		})),
		successions,
		mayClose: unit.parentId !== null && unit.id !== scopeOf(ctx),
		mayMerge: isVillageLevel(unit.kind) && maySeeParent,
		households,
		grid,
		ids: Array.from({ length: 5 }, () => ctx.newId()),
		today: ctx.today(),
		done: url.searchParams.get('done')
	};
};

async function readGrid(ctx: Context, grid: Unit, sent: Sent) {
	const [members, covered, near] = await Promise.all([
		listGridMembers(ctx.db, grid.id),
		listGroupsOfGrid(ctx.db, grid.id),
		readUnitChoice(ctx, sent, { name: 'groupId', scope: grid.parentId!, kinds: ['group'] })
	]);
	const isCovered = new Set(covered.map((group) => group.id));
	return {
		members: members.map(({ id, role, nameSealed, fromOn, toOn }) => {
			return { id, role, name: ctx.keys.open(nameSealed, 'grid-members.name', id), fromOn, toOn, actId: ctx.newId() };
		}),
		covered: covered.map((group) => ({ ...group, actId: ctx.newId() })),
		others: { ...near, units: near.units.filter((group) => !isCovered.has(group.id)) }
	};
}

/** A refused day is shown on the field that holds the day. */
const onDate = (field: string) => (refusal: string) => (refusal.startsWith('date-') ? field : undefined);

export const actions: Actions = {
	close: act(closeUnitForm, (ctx, data, { params }) => closeUnit(ctx, { ...data, unitId: params.id }), {
		field: (refusal) => (refusal === 'unit-has-records' ? 'lastOn' : onDate('lastOn')(refusal)),
		to: ({ params }) => `/admin/units/${params.id}?done=closed`
	}),
	households: act(householdsForm, (ctx, data, { params }) => setHouseholds(ctx, { ...data, unitId: params.id }), {
		field: onDate('fromOn'),
		to: ({ params }) => `/admin/units/${params.id}?done=saved`
	}),
	member: act(gridMemberForm, (ctx, data, { params }) => addGridMember(ctx, { ...data, gridId: params.id }), {
		field: onDate('fromOn'),
		to: ({ params }) => `/admin/units/${params.id}?done=added`
	}),
	endMember: act(endGridMemberForm, endGridMember, {
		field: onDate('lastOn'),
		to: ({ params }) => `/admin/units/${params.id}?done=saved`
	}),
	link: act(gridGroupForm, (ctx, data, { params }) => linkGridGroup(ctx, { ...data, gridId: params.id }), {
		to: ({ params }) => `/admin/units/${params.id}?done=saved`
	}),
	unlink: act(gridGroupForm, (ctx, data, { params }) => unlinkGridGroup(ctx, { ...data, gridId: params.id }), {
		to: ({ params }) => `/admin/units/${params.id}?done=saved`
	})
};
