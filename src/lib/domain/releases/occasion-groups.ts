/** Weddings, funerals, and all else. */
export const groups = ['wedding', 'funeral', 'rest'] as const;

/** The group that an occasion belongs to; a group's own key stays. */
export const groupOf = (key: string): (typeof groups)[number] =>
	key === 'wedding' || key === 'funeral' ? key : 'rest';
