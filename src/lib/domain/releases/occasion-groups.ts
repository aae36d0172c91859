/** Weddings, funerals, and all else. */
export const groups = ['wedding', 'funeral', 'rest'] as const;

/** The group that an occasion belongs to; a group's own key stays. */
export const groupOf = (key: string): (typeof groups)[number] =>
	key === 'wedding' || key === 'funeral' ? key : 'rest';

/** Enlistments are too few to stand by themselves: they are published with others. */
export const joinedOccasion = { from: 'enlistment', to: 'other' } as const;

/** Of all occasions, those that a published class holds: of a group, of others with enlistments, or the occasion itself. None of an unknown key. */
export const occasionsIn = <Occasion extends string>(key: string, all: readonly Occasion[]): Occasion[] =>
	all.filter((one) =>
		key === 'rest' ? groupOf(one) === 'rest' : one === key || (key === joinedOccasion.to && one === joinedOccasion.from)
	);
