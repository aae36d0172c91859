import { error } from '@sveltejs/kit';
import { canGiveBack, overlaps } from '$lib/domain/shifts/shift';
import { hourState, lengthOf } from '$lib/domain/shifts/shift-hours';
import {
	answerRequestForm,
	giveBackShiftForm,
	hoursForm,
	joinLineForm,
	leaveLineForm,
	seeShiftMoveForm,
	takeShiftForm
} from '$lib/forms/shifts/shift';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { listUnsettled } from '$lib/server/db/shifts/event-hours';
import { listLiveRequests } from '$lib/server/db/shifts/shift-requests';
import { listOwnWaits } from '$lib/server/db/shifts/shift-waits';
import { listOpenShifts, listOwnShifts } from '$lib/server/db/shifts/shift-lists';
import { countOwnCalls } from '$lib/server/messages/call-list';
import { readCursorDown, writeRowKey } from '$lib/server/page-links';
import { sayHours } from '$lib/server/shifts/shift-hours';
import { seeShiftMove } from '$lib/server/shifts/shift-moves';
import { answerRequest } from '$lib/server/shifts/shift-request-answers';
import { joinLine, leaveLine } from '$lib/server/shifts/shift-waits';
import { giveBackShift, takeShift } from '$lib/server/shifts/shift-claims';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	if (ctx.actor.kind !== 'account') error(403);
	const { accountId, unitId } = ctx.actor;
	const now = ctx.now();
	const [own, over, open, full, waits, unsettled, requests, calls] = await Promise.all([
		listOwnShifts(ctx.db, { accountId, now }),
		listOwnShifts(ctx.db, { accountId, now, over: true }),
		listOpenShifts(ctx.db, { accountId, unitId, now, cursor: readCursorDown(url.searchParams, 'instant') }),
		listOpenShifts(ctx.db, { accountId, unitId, now, full: true }),
		listOwnWaits(ctx.db, { accountId, now }),
		listUnsettled(ctx.db, { accountId, now }),
		readRequests(ctx, accountId),
		countOwnCalls(ctx)
	]);
	const last = open.rows.at(-1);
	const offered = <T extends { startsAt: number; endsAt: number }>(shift: T) => ({
		...shift,
		actId: ctx.newId(),
		clash: own.find((mine) => mine.cancelledAt === null && overlaps(mine, shift)) ?? null
	});
	return {
		calls,
		done: url.searchParams.get('done'),
		own: own.map((shift) => ({
			...shift,
			actId: ctx.newId(),
			seenId: ctx.newId(),
			hasBegun: !canGiveBack(shift, now),
			asked: requests.filter(({ isOwn, claimId }) => isOwn && claimId === shift.claimId)
		})),
		toAnswer: requests.filter(({ isOwn }) => !isOwn),
		unsettled: unsettled.map(({ words, ...shift }) => ({
			...shift,
			actId: ctx.newId(),
			minutes: lengthOf(shift),
			wordsRead: words.length,
			state: hourState(words)
		})),
		over,
		open: open.rows.map(offered),
		full: full.rows.map(offered),
		waits: waits.map((shift) => ({ ...offered(shift), takeId: ctx.newId() })),
		isFurther: open.hasAbove,
		later: open.hasBelow && last ? `/schedule?after=${writeRowKey({ key: last.startsAt, id: last.id })}#open` : null
	};
};

async function readRequests(ctx: Context, accountId: string) {
	const requests = await listLiveRequests(ctx.db, { accountId, now: ctx.now() });
	const nameOf = ({ id, nameSealed }: { id: string; nameSealed: string }) =>
		ctx.keys.open(nameSealed, 'accounts.name', id);
	return requests.map(({ from, to, ...request }) => ({
		...request,
		actId: ctx.newId(),
		name: nameOf(request.isOwn ? to : from)
	}));
}

export const actions: Actions = {
	take: act(takeShiftForm, takeShift, { to: '/schedule?done=taken' }),
	giveBack: act(giveBackShiftForm, giveBackShift, { to: '/schedule?done=given-back' }),
	seen: act(seeShiftMoveForm, seeShiftMove, { to: '/schedule?done=seen' }),
	join: act(joinLineForm, joinLine, { to: '/schedule?done=joined' }),
	leave: act(leaveLineForm, leaveLine, { to: '/schedule?done=left' }),
	answer: act(answerRequestForm, answerRequest, { to: (_, _result, data) => `/schedule?done=${data.answer}` }),
	hours: act(hoursForm, sayHours, {
		field: (refusal) => (refusal === 'hours-too-long' ? 'hours' : 'form'),
		to: (_, result) => `/schedule?done=${result.isSettled ? 'agreed' : 'said'}`
	})
};
