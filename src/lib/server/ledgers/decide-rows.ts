import type { RowDecision, RowState } from '$lib/domain/ledgers/import';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { updateDecision } from '$lib/server/db/ledgers/row-decisions';
import type { ShownImport } from '$lib/server/db/ledgers/imports';
import { compareRows } from '$lib/server/db/ledgers/row-comparison';
import type { Context } from '../context';
import { recordAct, type Statements } from '../record-act';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';

/** One decision about all rows in a state. */
interface StateDecision {
	state: RowState;
	isSame?: boolean;
	decision: RowDecision | null;
}

export interface SingleDecisions {
	take?: readonly number[];
	leave?: readonly number[];
	ask?: readonly number[];
	/** About all others in a state. */
	others?: StateDecision;
}

/** Which rows to take though they are like others, which to leave out, and of which to take back the decision; or all of a state. */
export type RowDecisions = SingleDecisions | StateDecision;

/** Records what a cadre decided about rows. */
export async function decideImportRows(
	ctx: Context,
	{ id, importId, decisions }: { id: string; importId: string; decisions: RowDecisions }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const detail = 'state' in decisions ? { ...decisions } : countOf(decisions);
	return recordAct(
		ctx,
		{ ...actOn(id, 'decideImport', draft.found), detail },
		decisionsOf(ctx, draft.found, decisions),
		closed
	);
}

const countOf = ({ take = [], leave = [], ask = [], others }: SingleDecisions) => ({
	taken: take.length,
	leftOut: leave.length,
	askedAgain: ask.length,
	...others
});

/** The statements of some decisions. What is left out or taken changes which rows are alike. */
export function decisionsOf(
	ctx: Context,
	{ import: { id, ledger } }: ShownImport,
	decisions: RowDecisions
): Statements {
	const given = 'state' in decisions ? [decisions] : byDecision(decisions);
	if (given.length === 0) return [];
	return [
		...given.map(({ decision, ...which }) => updateDecision(ctx.db, id, which, decision)),
		...compareRows(ctx.db, id, ledgerDefinitions[ledger].nearDays)
	];
}

/** What is decided about single rows comes after what is decided about all others. */
function byDecision({ take = [], leave = [], ask = [], others }: SingleDecisions) {
	const given: { decision: RowDecision | null; nths: readonly number[] }[] = [
		{ decision: 'take', nths: take },
		{ decision: 'leave', nths: leave },
		{ decision: null, nths: ask }
	];
	return [...(others ? [others] : []), ...given.filter(({ nths }) => nths.length > 0)];
}
