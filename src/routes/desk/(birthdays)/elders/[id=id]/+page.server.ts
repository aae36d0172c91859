import { redirect } from '@sveltejs/kit';
import { decideInvitationState } from '$lib/domain/birthdays/invitation';
import { departureForm, departureUndoForm, elderErasureForm } from '$lib/forms/birthdays/elder';
import { ageOn, birthdaysBetween } from '$lib/server/birthdays/birthdays';
import { addDays } from '$lib/domain/calendar/calendar';
import { listInvitationsOf } from '$lib/server/db/birthdays/invitations';
import { eraseElder, markDeparture, undoDeparture } from '$lib/server/birthdays/elders';
import { readForm } from '$lib/server/form';
import { readRecordLife } from '$lib/server/audit/record-life';
import { nameText, phoneText } from '$lib/ui/people/person-words';
import { getOwnElder, stopForeign } from '../get-elder';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const elder = await getOwnElder(ctx, params.id);
	const today = ctx.today();
	const acts = await readRecordLife(ctx, { type: 'elder', id: params.id });
	const { name, phone, relativePhone, birth, departure, erasedAt, unitName, unitNameEn, ...habits } = elder;
	return {
		ids: { departure: ctx.newId(), undo: ctx.newId(), erase: ctx.newId() },
		today,
		elder: {
			id: elder.id,
			birth,
			departure,
			erasedAt,
			sex: habits.sex,
			mobility: habits.mobility,
			diet: habits.diet,
			needsTransport: habits.needsTransport,
			pickUpPoint: habits.pickUpPoint,
			companions: habits.companions,
			photoConsent: habits.photoConsent,
			unit: { name: unitName, nameEn: unitNameEn },
			name: nameText(name),
			phone: phoneText(phone),
			relativePhone: phoneText(relativePhone)
		},
		/** In clear, behind a fold: the cadre who opens it is about to ring. */
		contact: erasedAt === null ? { name, phone, relativePhone } : null,
		ages: birth && { nominal: ageOn(birth, 'nominal', today), full: ageOn(birth, 'full', today) },
		nextOn: birth && (birthdaysBetween(birth, today, addDays(today, 400))[0] ?? null),
		invitations: (await listInvitationsOf(ctx.db, params.id)).map(({ id, eventId, title, startsAt, ...own }) => ({
			id,
			eventId,
			title,
			startsAt,
			state: decideInvitationState(own)
		})),
		corrections: acts.filter(({ verb }) => verb === 'correctElder'),
		isSaved: url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	depart: async ({ request, locals, params }) => {
		const form = await readForm(request, departureForm);
		if (!form.ok) return form.failure;
		const result = await markDeparture(locals.context, { ...form.data, elderId: params.id });
		if (!result.ok) {
			const refusal = stopForeign(result.refusal);
			return form.refuse(refusal, refusal === 'date-in-future' ? 'departedOn' : undefined);
		}
		redirect(303, `/desk/elders/${params.id}?saved`);
	},
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, departureUndoForm);
		if (!form.ok) return form.failure;
		const result = await undoDeparture(locals.context, { ...form.data, elderId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/elders/${params.id}?saved`);
	},
	erase: async ({ request, locals, params }) => {
		const form = await readForm(request, elderErasureForm);
		if (!form.ok) return form.failure;
		const result = await eraseElder(locals.context, { id: form.data.id, elderId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/elders/${params.id}?saved`);
	}
};
