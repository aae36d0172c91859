import type { Revision } from './revisions';

/** What everybody may read of a revision: of who did it only the unit, never the name. */
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
