import { decideInvitationState } from '$lib/domain/birthdays/invitation';
import { departureForm, departureUndoForm, elderErasureForm } from '$lib/forms/birthdays/elder';
import { act } from '$lib/server/act';
import { ageOn, birthdaysBetween } from '$lib/server/birthdays/birthdays';
import { addDays } from '$lib/domain/calendar/calendar';
import { listInvitationsOf } from '$lib/server/db/birthdays/invitations';
import { eraseElder } from '$lib/server/birthdays/elder-erasures';
import { markDeparture } from '$lib/server/birthdays/elder-departures';
import { undoDeparture } from '$lib/server/birthdays/elder-departures';
import { readRecordLife } from '$lib/server/audit/record-life';
import { nameText, phoneText } from '$lib/ui/people/person-words';
import { getOwnElder } from '../get-elder';
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
	depart: act(departureForm, (ctx, data, { params }) => markDeparture(ctx, { ...data, elderId: params.id }), {
		field: { 'date-in-future': 'departedOn' },
		to: ({ params }) => `/desk/elders/${params.id}?saved`
	}),
	undo: act(departureUndoForm, (ctx, data, { params }) => undoDeparture(ctx, { ...data, elderId: params.id }), {
		to: ({ params }) => `/desk/elders/${params.id}?saved`
	}),
	erase: act(elderErasureForm, (ctx, data, { params }) => eraseElder(ctx, { id: data.id, elderId: params.id }), {
		to: ({ params }) => `/desk/elders/${params.id}?saved`
	})
};
