import { redirect } from '@sveltejs/kit';
import { elderForm } from '$lib/forms/birthdays/elder';
import { act } from '$lib/server/act';
import { listUnits } from '$lib/server/db/units/units';
import { correctElder } from '$lib/server/birthdays/elders';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { birthFields, fieldOfRefusal } from '../../elder-fields';
import { getOwnElder } from '../../get-elder';
import type { Actions, PageServerLoad } from './$types';

/** Shows name and phones in full: they are what is put right here. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const elder = await getOwnElder(ctx, params.id);
	if (elder.erasedAt !== null) redirect(303, `/desk/elders/${params.id}`);
	const units = await listUnits(ctx.db, scopeOf(ctx), ['village', 'community', 'group'], true);
	const { unitId, name, sex, mobility, diet, photoConsent, pickUpPoint } = elder;
	return {
		elderId: elder.id,
		units: namedUnits(units),
		recorded: {
			id: ctx.newId(),
			unitId,
			name,
			sex,
			mobility,
			diet,
			photoConsent,
			pickUpPoint,
			...birthFields(elder.birth),
			phone: elder.phone ?? '',
			relativePhone: elder.relativePhone ?? '',
			companions: String(elder.companions),
			needsTransport: elder.needsTransport ? 'yes' : ''
		} as Record<string, string>
	};
};

export const actions: Actions = {
	default: act(elderForm, (ctx, data, { params }) => correctElder(ctx, { ...data, elderId: params.id }), {
		field: fieldOfRefusal,
		to: ({ params }) => `/desk/elders/${params.id}?saved`
	})
};
