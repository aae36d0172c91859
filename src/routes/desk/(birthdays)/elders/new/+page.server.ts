import { error, redirect } from '@sveltejs/kit';
import { elderForm } from '$lib/forms/birthdays/elder';
import { listUnits } from '$lib/server/db/units/units';
import { addElder } from '$lib/server/birthdays/elders';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { fieldOfRefusal } from '../elder-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const units = await listUnits(ctx.db, scopeOf(ctx), ['village', 'community', 'group']);
	const village = url.searchParams.get('village');
	return {
		id: ctx.newId(),
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		unitId: units.length === 1 ? units[0]!.id : (units.find(({ id }) => id === village)?.id ?? '')
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, elderForm);
		if (!form.ok) return form.failure;
		const result = await addElder(locals.context, form.data);
		if (!result.ok && result.refusal === 'not-your-unit') error(403);
		if (!result.ok) return form.refuse(result.refusal, fieldOfRefusal(result.refusal, form.data));
		redirect(303, `/desk/elders/${result.elderId}?saved`);
	}
};
