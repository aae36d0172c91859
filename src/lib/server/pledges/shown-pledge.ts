import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import type { findPledge } from '$lib/server/db/pledges/pledges';
import type { Context } from '../context';

/** A pledge as its pages show it, name and telephone masked. */
export function shownPledge(
	{ keys }: Context,
	{ pledge, text, village, renewedOn, withdrawnOn }: NonNullable<Awaited<ReturnType<typeof findPledge>>>
) {
	const { code, audience, signedOn, isOnPaper, isConfirmed } = pledge;
	return {
		code,
		audience,
		signedOn,
		renewedOn,
		withdrawnOn,
		isOnPaper,
		isConfirmed,
		text,
		village,
		name: maskName(keys.open(pledge.nameSealed, 'pledges.name', pledge.id)),
		phone: maskPhone(keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id))
	};
}
