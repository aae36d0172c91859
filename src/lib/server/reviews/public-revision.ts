import type { Revision } from './revisions';

/** What the public may read of a revision: only the unit that acted, never the name. */
export function publicRevision({ figure, settled, now, came, went, changed, late }: Revision) {
	return {
		figure,
		settled,
		now,
		came,
		went,
		changed,
		late: late.map(({ at, reason, unit, actId }) => ({ at, reason, unit, isKnown: actId !== null }))
	};
}
