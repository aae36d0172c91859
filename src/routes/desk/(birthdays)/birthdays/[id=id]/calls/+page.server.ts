import { byCallOrder } from '$lib/domain/birthdays/invitation';
import { invitationCallForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { recordInvitationCall } from '$lib/server/birthdays/invitations';
import { openOwnBanquet } from '../get-birthday-banquet';
import type { Actions, PageServerLoad } from './$types';

/** Names and numbers in full: the reader is about to ring. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { head, guests } = await openOwnBanquet(ctx, params.id);
	const shown = guests.map(({ elder, birthday, ...own }) => ({
		id: own.id,
		actId: ctx.newId(),
		state: own.state,
		calls: own.calls,
		lastCallAt: own.lastCallAt,
		lastOutcome: own.lastOutcome,
		companions: own.companions,
		needsTransport: own.needsTransport,
		birthday,
		name: elder.name,
		phone: elder.phone,
		relativePhone: elder.relativePhone,
		mobility: elder.mobility,
		usual: { companions: elder.companions, needsTransport: elder.needsTransport, pickUpPoint: elder.pickUpPoint },
		unit: { name: elder.unitName, nameEn: elder.unitNameEn }
	}));
	return {
		head,
		toCall: shown.filter(({ state }) => state === 'invited').sort(byCallOrder),
		answered: shown.filter(({ state }) => state === 'coming' || state === 'declined')
	};
};

export const actions: Actions = {
	default: act(invitationCallForm, recordInvitationCall, { to: ({ params }) => `/desk/birthdays/${params.id}/calls` })
};
