/** The states of an import: still being worked on, or how it ended. */
export const importStates = ['reading', 'draft', 'landing', 'landed', 'undoing', 'undone', 'dropped'] as const;
export type ImportState = (typeof importStates)[number];

/** How far a row has been read. */
export const readings = ['skipped', 'unread', 'wrong', 'fine'] as const;
export type Reading = (typeof readings)[number];

/** `same`: another row or a record says this already, and the ledger can say it only once. `alike`: it may be another case. */
export const likenesses = ['same', 'alike'] as const;

/** What a cadre decided about a row. */
export const rowDecisions = ['take', 'leave'] as const;
export type RowDecision = (typeof rowDecisions)[number];

/** Lines that are no rows of a ledger: 合计, the heading once more, 填表人, a numbered line with nothing in it. */
export const skips = ['total', 'heading', 'footer', 'empty'] as const;
export type Skip = (typeof skips)[number];

/** Rows that the file itself sets aside: hidden (also by a filter), or struck through. They are left out until a cadre takes them. */
export const rowMarks = ['hidden', 'struck'] as const;
export type RowMark = (typeof rowMarks)[number];

/**
 * The state of a row. `new`: it becomes a record. `wrong`: it cannot be read, or was taken though the ledger can say it only once. `doubtful`: it
 * is like another, and a cadre has to decide. `skipped`: no row at all, such as 合计. Every line of the file is in exactly one.
 */
export const rowStates = ['new', 'wrong', 'doubtful', 'left-out', 'skipped', 'unread'] as const;
export type RowState = (typeof rowStates)[number];

/** Days after which an unfinished draft is dropped: people's data are kept no longer than the task takes. */
export const draftDays = 30;

/** Decides the state of an import from what happened to it. `isUnderWay`: it is being committed or undone. `unread`: rows not read yet. */
export function decideImportState(seen: {
	isLanded: boolean;
	isUndone: boolean;
	isDropped: boolean;
	isUnderWay: boolean;
	unread: number;
}): ImportState {
	if (seen.isUndone) return seen.isUnderWay ? 'undoing' : 'undone';
	if (seen.isLanded) return seen.isUnderWay ? 'landing' : 'landed';
	if (seen.isDropped) return 'dropped';
	return seen.unread > 0 ? 'reading' : 'draft';
}

/** How long the rest of a work takes (ms) that goes on as from `since` to `now`; null while that is not known. `left`: rows to do, `at`: ms, UTC. */
export function timeLeft(since: { left: number; at: number }, now: { left: number; at: number }): number | null {
	const [done, took] = [since.left - now.left, now.at - since.at];
	return done > 0 && took > 0 ? Math.round((now.left * took) / done) : null;
}

/** Whether the rows can be written: none is unread, wrong or doubtful, and some are new. */
export function canLand(counts: Partial<Record<RowState, number>>): boolean {
	const open = (counts.unread ?? 0) + (counts.wrong ?? 0) + (counts.doubtful ?? 0);
	return open === 0 && (counts.new ?? 0) > 0;
}
