import { homeKinds } from '$lib/domain/units/unit';
import { redirect } from '@sveltejs/kit';
import { elderForm } from '$lib/forms/birthdays/elder';
import { act } from '$lib/server/act';
import { correctElder } from '$lib/server/birthdays/elders';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { askBirth, birthFields, fieldOfRefusal } from '../../elder-fields';
import { getOwnElder } from '../../get-elder';
import type { Actions, PageServerLoad } from './$types';

/** Shows name and phones in full: they are what is put right here. */
export const load: PageServerLoad = async (event) => {
	const { params } = event;
	const ctx = event.locals.context;
	const elder = await getOwnElder(ctx, params.id);
	if (elder.erasedAt !== null) redirect(303, `/desk/elders/${params.id}`);
	const { unitId, name, sex, mobility, diet, photoConsent, pickUpPoint } = elder;
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: unitId,
		scope: scopeOf(ctx),
		kinds: homeKinds,
		withClosed: true
	});
	return {
		elderId: elder.id,
		units,
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
		far: askBirth,
		to: ({ params }) => `/desk/elders/${params.id}?saved`
	})
};
