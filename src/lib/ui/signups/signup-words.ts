import type { SignupOrigin, SignupStatus } from '$lib/domain/signups/signup';
import { m } from '$lib/paraglide/messages.js';

interface PartyState {
	status: SignupStatus;
	partySize: number;
	granted: number;
	position: number | null;
	/** Until when its places are held without a confirmation; null: none is due. */
	heldUntil: number | null;
	/** It was not confirmed in time. */
	isLapsed: boolean;
}

/** The status of a party, for staff: 已确认, 候补第 3 位, 2 位有名额其余候补第 1 位, 已取消. */
export function statusText({ status, granted, position, heldUntil, isLapsed }: PartyState): string {
	if (status === 'withdrawn') return m.signups_stamp_cancelled();
	if (isLapsed) return m.signups_state_lapsed();
	if (heldUntil !== null) return m.signups_state_held();
	if (status === 'confirmed') return m.events_confirmed();
	const waits = m.events_waitlisted({ position: position ?? 1 });
	return granted > 0 ? m.paper_partly({ granted, waits }) : waits;
}

/** How a sign-up came in. */
export const originWords: Record<SignupOrigin, () => string> = {
	online: m.paper_origin_online,
	paper: m.paper_origin_paper,
	'walk-in': m.paper_origin_walk_in
};

/** The field of the correction at which a refusal is shown; the others are shown at the top. */
export const correctedField: Partial<Record<string, string>> = {
	'already-signed-up': 'phone',
	'more-names-than-people': 'companions',
	'nothing-to-correct': 'name'
};
