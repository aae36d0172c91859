export const roles = ['administrator', 'cadre', 'volunteer'] as const;
export type Role = (typeof roles)[number];

/** Who acts: a villager without an account, the software itself, or a member of staff. */
export type Actor =
	| {
			kind: 'visitor';
			/** Ids of the slips (sign-ups, pledges, banquets) that this browser may open: it made them, or gave phone and code. */
			slips?: { includes(id: string): boolean };
	  }
	| { kind: 'system' }
	| {
			kind: 'account';
			accountId: string;
			username: string;
			role: Role;
			/** The unit the account belongs to; rights reach this unit and everything below it. */
			unitId: string;
			mustChangePassword: boolean;
	  };

/** The account that acts, or null for a villager and for the software. */
export function actorId(actor: Actor): string | null {
	return actor.kind === 'account' ? actor.accountId : null;
}
