/** The states of an import: still being worked on, or how it ended. */
export const importStates = ['reading', 'draft', 'landing', 'landed', 'undoing', 'undone', 'dropped'] as const;
export type ImportState = (typeof importStates)[number];

/** How far a row has been read. */
export const readings = ['skipped', 'unread', 'wrong', 'fine'] as const;
export type Reading = (typeof readings)[number];

/** The same as another row or a record, or only like it. */
export const likenesses = ['same', 'alike'] as const;

/** What a cadre decided about a row. */
export const rowDecisions = ['take', 'leave'] as const;
export type RowDecision = (typeof rowDecisions)[number];

/**
 * The state of a row. `new`: it becomes a record. `wrong`: it cannot be read. `doubtful`: it is like another, and a
 * cadre has to decide. `double`: it is there already. `skipped`: no row at all, such as 合计. Every line of the file is
 * in exactly one.
 */
export const rowStates = ['new', 'wrong', 'doubtful', 'double', 'left-out', 'skipped', 'unread'] as const;
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

/** Whether the rows can be written: none is unread, wrong or doubtful, and some are new. */
export function canLand(counts: Partial<Record<RowState, number>>): boolean {
	const open = (counts.unread ?? 0) + (counts.wrong ?? 0) + (counts.doubtful ?? 0);
	return open === 0 && (counts.new ?? 0) > 0;
}
