import { error } from '@sveltejs/kit';
import { nextWindow } from '$lib/domain/birthdays/birthday-window';
import { dateOf } from '$lib/domain/calendar/calendar';
import { actForm, inviteForm, openListForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { openInvitationList } from '$lib/server/birthdays/invitation-lists';
import { windowAt } from '$lib/server/birthdays/birthdays';
import type { Context } from '$lib/server/context';
import { findBirthdayBanquet } from '$lib/server/db/birthdays/birthdays';
import { listSeries, listTakenWindows, windowKey } from '$lib/server/db/birthdays/birthday-series';
import { readRoll } from '$lib/server/birthdays/elder-fields';
import { inviteElder, readInvitations } from '$lib/server/birthdays/invitations';
import { completeList } from '$lib/server/birthdays/missing-guests';
import { listMissing } from '$lib/server/birthdays/missing-guests';
import { nameText } from '$lib/ui/people/person-words';
import { getOwnEvent } from '../../../events/get-event';
import { getOwnBanquet, headOf } from './get-birthday-banquet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	if ((await findBirthdayBanquet(ctx.db, params.id)) === null)
		return { list: null, bare: await openBare(ctx, params.id) };
	return { list: await openList(ctx, params.id), bare: null, isPlanned: url.searchParams.has('planned') };
};

/** An event without a list: which windows of the village's series it may be the banquet of. */
async function openBare(ctx: Context, id: string) {
	const event = await getOwnEvent(ctx, id);
	if (event.kind !== 'birthday-banquet') error(404);
	const [series, taken] = await Promise.all([listSeries(ctx.db, event.unitId), listTakenWindows(ctx.db, event.unitId)]);
	const on = event.startsAt === null ? ctx.today() : dateOf(event.startsAt);
	const windows = series
		.filter(({ unitId }) => unitId === event.unitId)
		.flatMap((own) => {
			const first = windowAt(own, on);
			const windows = [first, nextWindow(own.cadence, first)];
			return windows
				.filter((window) => !taken.has(windowKey(own.id, window)))
				.map((window) => ({
					...window,
					calendar: own.calendar,
					threshold: own.threshold,
					ageKind: own.ageKind,
					cadence: own.cadence,
					value: `${own.id}:${window.year}:${window.firstMonth}`
				}));
		});
	return { id: ctx.newId(), event: { id: event.id, title: event.title, startsAt: event.startsAt }, windows };
}

async function openList(ctx: Context, id: string) {
	const banquet = await getOwnBanquet(ctx, id);
	const [guests, missing, roll] = await Promise.all([
		readInvitations(ctx, banquet),
		listMissing(ctx, banquet),
		readRoll(ctx, banquet.series.unitId)
	]);
	const listed = new Set(guests.map(({ elder }) => elder.id));
	return {
		ids: { complete: ctx.newId(), invite: ctx.newId() },
		head: headOf(ctx, banquet),
		missing: missing.length,
		others: roll
			.filter((elder) => !listed.has(elder.id))
			.map((elder) => ({ id: elder.id, name: elder.name, unit: { name: elder.unitName, nameEn: elder.unitNameEn } })),
		guests: guests.map(({ elder, birthday, ...own }) => ({
			id: own.id,
			state: own.state,
			companions: own.companions,
			needsTransport: own.needsTransport,
			table: own.table,
			calls: own.calls,
			people: own.people,
			birthday,
			elderId: elder.id,
			name: nameText(elder.name),
			unit: { name: elder.unitName, nameEn: elder.unitNameEn }
		}))
	};
}

export const actions: Actions = {
	open: act(openListForm, (ctx, data, { params }) => openInvitationList(ctx, { ...data, eventId: params.id }), {
		field: 'window',
		to: ({ params }) => `/desk/birthdays/${params.id}`
	}),
	complete: act(actForm, (ctx, data, { params }) => completeList(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/birthdays/${params.id}`
	}),
	invite: act(inviteForm, (ctx, data, { params }) => inviteElder(ctx, { ...data, eventId: params.id }), {
		field: 'elderId',
		to: ({ params }) => `/desk/birthdays/${params.id}`
	})
};
