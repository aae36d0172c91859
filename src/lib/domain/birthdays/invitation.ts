/** The result of a call (or a visit). 要来, 不来, 没打通, 号码不对. */
export const callOutcomesOfInvitation = ['coming', 'declined', 'not-reached', 'wrong-number'] as const;
export type InvitationCallOutcome = (typeof callOutcomesOfInvitation)[number];

/** 到了, 蛋糕送到家, 没来. */
export const invitationResults = ['attended', 'cake-delivered', 'absent'] as const;
export type InvitationResult = (typeof invitationResults)[number];

export const invitationAnswers = ['coming', 'declined'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

export const invitationStates = ['invited', 'coming', 'declined', ...invitationResults, 'dropped'] as const;
export type InvitationState = (typeof invitationStates)[number];

/**
 * The state of an invitation. An elder who left the roll drops out. Otherwise a result counts before the answer, and
 * the answer before the invitation.
 */
export function decideInvitationState(invitation: {
	answer: InvitationAnswer | null;
	result: InvitationResult | null;
	isDropped: boolean;
}): InvitationState {
	if (invitation.result !== null) return invitation.result;
	if (invitation.isDropped) return 'dropped';
	return invitation.answer ?? 'invited';
}

/** People at the table for an invitation: the elder and the companions, or none unless the elder comes. */
export function peopleOf({ state, companions }: { state: InvitationState; companions: number }): number {
	return state === 'coming' || state === 'attended' ? 1 + companions : 0;
}

/** The next one to ring among those not yet asked: never tried first, then the longest ago. `lastCallAt` in ms, UTC. */
export function byCallOrder(a: { lastCallAt: number | null }, b: { lastCallAt: number | null }): number {
	return (a.lastCallAt ?? 0) - (b.lastCallAt ?? 0);
}
