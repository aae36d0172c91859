import { error, redirect } from '@sveltejs/kit';
import { canStandBelow, isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { closeUnitForm, endGridMemberForm, gridGroupForm, gridMemberForm, householdsForm } from '$lib/forms/units/unit';
import type { Context } from '$lib/server/context';
import { listGridMembers, listGroupsOfGrid } from '$lib/server/db/units/grids';
import { findUnit, listHouseholdCounts, listSubunits, listUnits, type Unit } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { addGridMember, endGridMember, linkGridGroup, unlinkGridGroup } from '$lib/server/units/grids';
import { mayAdminister, scopeOf } from '$lib/server/people/rights';
import { closeUnit, setHouseholds } from '$lib/server/units/units';
import type { Actions, PageServerLoad } from './$types';
import { getUnit, shown } from './get-unit';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const unit = await getUnit(ctx, params.id);
	const [parent, subunits, households, grid] = await Promise.all([
		unit.parentId ? findUnit(ctx.db, unit.parentId) : null,
		listSubunits(ctx.db, unit.id),
		isVillageLevel(unit.kind) ? listHouseholdCounts(ctx.db, unit.id) : null,
		unit.kind === 'grid' ? readGrid(ctx, unit) : null
	]);
	const maySeeParent = parent !== null && (await mayAdminister(ctx, parent.id));
	return {
		unit: shown(unit),
		parent: parent && { ...shown(parent), maySee: maySeeParent },
		subunits: subunits.map((subunit) => ({ ...shown(subunit), openBelow: subunit.openBelow })),
		mayHaveSubunits: unitKinds.some((kind) => canStandBelow(kind, unit.kind)),
		mayClose: unit.parentId !== null && unit.id !== scopeOf(ctx),
		households,
		grid,
		ids: Array.from({ length: 5 }, () => ctx.newId()),
		today: ctx.today(),
		done: url.searchParams.get('done')
	};
};

async function readGrid(ctx: Context, grid: Unit) {
	const [members, covered, near] = await Promise.all([
		listGridMembers(ctx.db, grid.id),
		listGroupsOfGrid(ctx.db, grid.id),
		listUnits(ctx.db, grid.parentId!, ['group'])
	]);
	const isCovered = new Set(covered.map((group) => group.id));
	return {
		members: members.map(({ id, role, nameSealed, fromOn, toOn }) => {
			return { id, role, name: ctx.keys.open(nameSealed, 'grid-members.name', id), fromOn, toOn, actId: ctx.newId() };
		}),
		covered: covered.map((group) => ({ ...group, actId: ctx.newId() })),
		others: near.filter((group) => !isCovered.has(group.id)).map(({ id, name, nameEn }) => ({ id, name, nameEn }))
	};
}

/** Rights and unknown records have their own pages; every other refusal goes back onto the form. */
function heed<R extends string>(refusal: R): Exclude<R, 'not-your-unit' | 'unit-unknown' | 'member-unknown'> {
	if (refusal === 'not-your-unit') error(403);
	if (refusal === 'unit-unknown' || refusal === 'member-unknown') error(404);
	return refusal as Exclude<R, 'not-your-unit' | 'unit-unknown' | 'member-unknown'>;
}

const back = (id: string, done: 'saved' | 'added' | 'closed') => redirect(303, `/admin/units/${id}?done=${done}`);

export const actions: Actions = {
	close: async ({ request, locals, params }) => {
		const form = await readForm(request, closeUnitForm);
		if (!form.ok) return form.failure;
		const result = await closeUnit(locals.context, { ...form.data, unitId: params.id });
		if (result.ok) back(params.id, 'closed');
		else return form.refuse(heed(result.refusal), result.refusal.startsWith('date-') ? 'lastOn' : 'form');
	},
	households: async ({ request, locals, params }) => {
		const form = await readForm(request, householdsForm);
		if (!form.ok) return form.failure;
		const result = await setHouseholds(locals.context, { ...form.data, unitId: params.id });
		if (result.ok) back(params.id, 'saved');
		else return form.refuse(heed(result.refusal), result.refusal.startsWith('date-') ? 'fromOn' : 'form');
	},
	member: async ({ request, locals, params }) => {
		const form = await readForm(request, gridMemberForm);
		if (!form.ok) return form.failure;
		const result = await addGridMember(locals.context, { ...form.data, gridId: params.id });
		if (result.ok) back(params.id, 'added');
		else return form.refuse(heed(result.refusal), result.refusal.startsWith('date-') ? 'fromOn' : 'form');
	},
	endMember: async ({ request, locals, params }) => {
		const form = await readForm(request, endGridMemberForm);
		if (!form.ok) return form.failure;
		const result = await endGridMember(locals.context, form.data);
		if (result.ok) back(params.id, 'saved');
		else return form.refuse(heed(result.refusal), result.refusal.startsWith('date-') ? 'lastOn' : 'form');
	},
	link: async ({ request, locals, params }) => {
		const form = await readForm(request, gridGroupForm);
		if (!form.ok) return form.failure;
		const result = await linkGridGroup(locals.context, { ...form.data, gridId: params.id });
		if (result.ok) back(params.id, 'saved');
		else return form.refuse(heed(result.refusal));
	},
	unlink: async ({ request, locals, params }) => {
		const form = await readForm(request, gridGroupForm);
		if (!form.ok) return form.failure;
		const result = await unlinkGridGroup(locals.context, { ...form.data, gridId: params.id });
		if (result.ok) back(params.id, 'saved');
		else return form.refuse(heed(result.refusal));
	}
};
